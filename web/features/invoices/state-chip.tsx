import { type InvoiceState, invoiceStates } from '../../../domain/accounting/invoicing/states.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { invoiceMessages } from './invoice-messages.ts';

const tones = { draft: 'plain', posted: 'info', 'partially-paid': 'warn', paid: 'good', credited: 'good', void: 'plain' } as const satisfies Record<
  InvoiceState,
  Tone
>;

/** The state of an invoice; what is late says so instead. */
export function StateChip({ state, overdue = false }: { readonly state: InvoiceState; readonly overdue?: boolean }) {
  const { language } = useLanguage();
  const t = useMessages(invoiceMessages);
  if (overdue) return <Chip tone="bad">{t('overdue')}</Chip>;
  return <Chip tone={tones[state]}>{invoiceStates[state][language]}</Chip>;
}
