import { type PaymentState, paymentStates } from '../../../domain/accounting/invoicing/states.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones = { open: 'warn', applied: 'good', void: 'plain' } as const satisfies Record<PaymentState, Tone>;

export function PaymentChip({ state }: { readonly state: PaymentState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{paymentStates[state][language]}</Chip>;
}
