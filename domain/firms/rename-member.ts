import type { Happening } from '../kernel/event.ts';
import type { Member } from './firm.ts';

/** A member who goes by another name now; nothing where the firm has heard of it already. */
export function renameMember(member: Member, name: string): { readonly member: Member; readonly happenings: readonly Happening[] } | undefined {
  if (member.name === name) return undefined;
  const version = member.version + 1;
  return {
    member: { ...member, name, version },
    happenings: [{ type: 'member.renamed', entity: { kind: 'member', id: member.user, version }, data: { from: member.name, to: name } }],
  };
}
