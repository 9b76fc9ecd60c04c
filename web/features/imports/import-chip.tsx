import type { ImportState } from '../../../domain/accounting/imports/import-job.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { stateNames } from './import-messages.ts';

const tones = {
  uploading: 'plain',
  checking: 'info',
  ready: 'warn',
  refused: 'bad',
  running: 'info',
  done: 'good',
  discarded: 'plain',
} as const satisfies Record<ImportState, Tone>;

export function ImportChip({ state }: { readonly state: ImportState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{stateNames[state][language]}</Chip>;
}
