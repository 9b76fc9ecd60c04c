import { type CreditNoteState, creditNoteStates } from '../../../domain/accounting/invoicing/states.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones = { draft: 'plain', open: 'warn', applied: 'good', void: 'plain' } as const satisfies Record<CreditNoteState, Tone>;

export function CreditNoteChip({ state }: { readonly state: CreditNoteState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{creditNoteStates[state][language]}</Chip>;
}
