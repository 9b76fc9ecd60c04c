import { createContext, useContext } from 'react';
import type { Permission, Role } from '../../domain/firms/permissions.ts';
import type { LocalDate } from '../../domain/kernel/dates.ts';
import type { Language } from '../../domain/kernel/language.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import type { FirmPaths } from '../path-builder.ts';

/** The firm of the address and what its reader may do there. */
export interface FirmInView {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  /** Decimals of its currency. */
  readonly digits: number;
  readonly language: Language;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  readonly role: Role;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly paths: FirmPaths;
  /** Whose drafts: this person's in this firm. */
  readonly owner: string;
  may(permission: Permission): boolean;
  /** Today where the firm is. */
  today(): LocalDate;
}

export const FirmContext = createContext<FirmInView | undefined>(undefined);

export function useFirm(): FirmInView {
  const firm = useContext(FirmContext);
  if (!firm) throw new Error('no firm above');
  return firm;
}

/** Why a button of this permission cannot be pressed, or nothing. */
export function useReason(permission: Permission, also?: string | undefined): string | undefined {
  const t = useMessages(commonMessages);
  return useFirm().may(permission) ? also : t('mayNot');
}

export function todayIn(timeZone: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date());
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
