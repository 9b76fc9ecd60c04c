import type { Text } from '../kernel/language.ts';

/** The roles of a firm's members, from the widest. */
export const roles = {
  owner: { en: 'Owner', ar: 'مالك' },
  accountant: { en: 'Accountant', ar: 'محاسب' },
  staff: { en: 'Staff', ar: 'موظف' },
  auditor: { en: 'Auditor', ar: 'مراجع حسابات' },
} as const satisfies Record<string, Text>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as readonly Role[];

/** The one permission table: who may do what. The router refuses by it, the pages disable by it, the tests try every route with every role by it. */
export const permissions = {
  'firm.read': ['owner', 'accountant', 'staff', 'auditor'],
  'firm.manage': ['owner'],
  'member.read': ['owner', 'accountant', 'staff', 'auditor'],
  'member.manage': ['owner'],
  'event.read': ['owner', 'accountant', 'auditor'],
  'account.read': ['owner', 'accountant', 'staff', 'auditor'],
  'account.manage': ['owner', 'accountant'],
  'entry.read': ['owner', 'accountant', 'auditor'],
  'entry.post': ['owner', 'accountant'],
  'period.close': ['owner', 'accountant'],
  'period.lock': ['owner'],
  'report.read': ['owner', 'accountant', 'auditor'],
  'contact.read': ['owner', 'accountant', 'staff', 'auditor'],
  'contact.write': ['owner', 'accountant', 'staff'],
  'invoice.read': ['owner', 'accountant', 'staff', 'auditor'],
  'invoice.draft': ['owner', 'accountant', 'staff'],
  'invoice.post': ['owner', 'accountant'],
  'payment.read': ['owner', 'accountant', 'staff', 'auditor'],
  'payment.record': ['owner', 'accountant'],
  'case.read': ['owner', 'accountant', 'staff', 'auditor'],
  'case.open': ['owner', 'accountant', 'staff'],
  'case.work': ['owner', 'accountant', 'staff'],
  'desk.manage': ['owner'],
  'decision.read': ['owner', 'accountant', 'staff', 'auditor'],
  'decision.request': ['owner', 'accountant', 'staff'],
  'decision.decide': ['owner', 'accountant', 'staff'],
  'deadline.read': ['owner', 'accountant', 'staff', 'auditor'],
  'deadline.manage': ['owner', 'accountant'],
  'deadline.meet': ['owner', 'accountant', 'staff'],
  'record.read': ['owner', 'accountant', 'staff', 'auditor'],
  'record.file': ['owner', 'accountant', 'staff'],
  'record.manage': ['owner', 'accountant'],
  'record.dispose': ['owner', 'accountant'],
  'asset.read': ['owner', 'accountant', 'staff', 'auditor'],
  'asset.manage': ['owner', 'accountant'],
  'licence.read': ['owner', 'accountant', 'staff', 'auditor'],
  'licence.manage': ['owner', 'accountant'],
  'access.read': ['owner', 'accountant', 'auditor'],
  'access.manage': ['owner', 'accountant'],
  'knowledge.read': ['owner', 'accountant', 'staff', 'auditor'],
  'knowledge.write': ['owner', 'accountant'],
  'service.read': ['owner', 'accountant', 'staff', 'auditor'],
  'service.manage': ['owner', 'accountant'],
  'desk.report': ['owner', 'accountant', 'auditor'],
  'import.read': ['owner', 'accountant', 'auditor'],
  'import.run': ['owner', 'accountant'],
  'book.verify': ['owner', 'accountant', 'auditor'],
  'book.export': ['owner', 'auditor', 'accountant'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
