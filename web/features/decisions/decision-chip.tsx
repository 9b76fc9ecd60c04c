import { type RequestState, requestStates } from '../../../domain/work/decisions/request.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones: Readonly<Record<RequestState, Tone>> = {
  pending: 'warn',
  approved: 'good',
  rejected: 'bad',
  'changes-requested': 'info',
  expired: 'plain',
  withdrawn: 'plain',
  void: 'bad',
};

export function DecisionChip({ state }: { readonly state: RequestState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{requestStates[state][language]}</Chip>;
}
