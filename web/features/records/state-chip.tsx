import { type RecordState, recordStates } from '../../../domain/records/filing/record.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones: Readonly<Record<RecordState, Tone>> = { kept: 'good', due: 'warn', disposed: 'plain' };

export function RecordStateChip({ state }: { readonly state: RecordState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{recordStates[state][language]}</Chip>;
}
