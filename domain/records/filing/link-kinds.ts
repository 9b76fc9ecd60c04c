import type { Permission } from '../../firms/permissions.ts';
import type { IdKind } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';

/** What a record may be linked to: whoever may not see the thing cannot link to it. */
export const linkKinds = {
  entry: { name: { en: 'Journal entry', ar: 'قيد يومية' }, id: 'entry', permission: 'entry.read' },
  invoice: { name: { en: 'Invoice', ar: 'فاتورة' }, id: 'invoice', permission: 'invoice.read' },
  'credit-note': { name: { en: 'Credit note', ar: 'إشعار دائن' }, id: 'creditNote', permission: 'invoice.read' },
  payment: { name: { en: 'Payment', ar: 'دفعة' }, id: 'payment', permission: 'payment.read' },
  contact: { name: { en: 'Contact', ar: 'جهة اتصال' }, id: 'contact', permission: 'contact.read' },
  case: { name: { en: 'Case', ar: 'معاملة' }, id: 'case', permission: 'case.read' },
  person: { name: { en: 'Person', ar: 'شخص' }, id: 'user', permission: 'member.read' },
  asset: { name: { en: 'Asset', ar: 'أصل' }, id: 'asset', permission: 'asset.read' },
} as const satisfies Readonly<Record<string, { readonly name: Text; readonly id: IdKind; readonly permission: Permission }>>;
export type LinkKind = keyof typeof linkKinds;
export const linkKindNames = Object.keys(linkKinds) as readonly LinkKind[];

export interface RecordLink {
  readonly kind: LinkKind;
  readonly id: string;
}
export const linkText = ({ kind, id }: RecordLink): string => `${kind}:${id}`;
