import type { ReactNode } from 'react';
import type { Permission } from '../../domain/firms/permissions.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { useFirm } from './firm-context.tsx';

/** A form for those who may send it; the others are told so before they write, and not after. */
export function OnlyFor({ permission, children }: { readonly permission: Permission; readonly children: ReactNode }) {
  const t = useMessages(commonMessages);
  const { may, role } = useFirm();
  if (may(permission)) return children;
  return <Notice>{role === 'auditor' ? t('readsOnly') : t('mayNot')}</Notice>;
}
