import { Chip, type Tone } from '../../ui/chip.tsx';
import { type CaseState, useKinds } from './use-desk.ts';

const tones: Readonly<Record<CaseState, Tone>> = {
  new: 'info',
  open: 'plain',
  waiting: 'warn',
  resolved: 'good',
  closed: 'plain',
  cancelled: 'plain',
};

/** Where a case stands, by the name that its kind has for it. */
export function StateChip({ kind, state }: { readonly kind: string; readonly state: CaseState }) {
  const { stateOf } = useKinds();
  return <Chip tone={tones[state]}>{stateOf(kind, state)}</Chip>;
}
