import { randomBytes } from 'node:crypto';
import type { Role } from '../../../../domain/firms/permissions.ts';
import { type IdKind, idPrefixes, ulid } from '../../../../domain/kernel/ids.ts';
import type { Language } from '../../../../domain/kernel/language.ts';
import { firmKey, memberKey, sessionKey, tokenHash } from '../../../../functions/platform/auth/keys.ts';
import { FirmTable, IDENTITY_SCOPE } from '../../../../functions/platform/table/firm-table.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';

export const mint = <K extends IdKind>(kind: K) => `${idPrefixes[kind]}_${ulid(Date.now(), randomBytes(16))}` as const;

export interface Person {
  readonly id: `usr_${string}`;
  readonly token: string;
}
export type Member = Person & { readonly firm: `frm_${string}` };

/** Firms, people with open sessions, and memberships, written as identity and firms write them. */
export function people(table: Table, sessionsUntil = '2026-04-01T00:00:00.000Z') {
  const identity = new FirmTable(table, IDENTITY_SCOPE);

  async function firm(): Promise<`frm_${string}`> {
    const id = mint('firm');
    const fields = {
      name: 'Nakheel',
      country: 'SA',
      currency: 'SAR',
      language: 'ar',
      timeZone: 'Asia/Riyadh',
      kind: 'business',
      plan: 'trial',
      fiscalYearStart: 1,
      v: 1,
    };
    await new FirmTable(table, id).transact([{ kind: 'put', item: { ...firmKey, ...fields } }]);
    return id;
  }
  async function person(language: Language = 'en'): Promise<Person> {
    const [id, token] = [mint('user'), randomBytes(32).toString('base64url')];
    const session = { user: id, name: 'Huda', email: 'huda@nakheel.test', language, session: mint('session'), expiresAt: sessionsUntil, v: 1 };
    await identity.transact([{ kind: 'put', item: { ...sessionKey(tokenHash(token)), ...session } }]);
    return { id, token };
  }
  const joins = (who: Person, firmId: `frm_${string}`, role: Role) =>
    new FirmTable(table, firmId).transact([{ kind: 'put', item: { ...memberKey(who.id), role, v: 1 } }]);
  async function member(role: Role, firmId?: `frm_${string}`): Promise<Member> {
    const who = await person();
    const at = firmId ?? (await firm());
    await joins(who, at, role);
    return { ...who, firm: at };
  }
  return { identity, firm, person, joins, member };
}
