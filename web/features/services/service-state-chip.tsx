import { type ServiceState, serviceStates } from '../../../domain/it/services/service.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones = {
  operational: 'good',
  maintenance: 'info',
  degraded: 'warn',
  'partial-outage': 'bad',
  'major-outage': 'bad',
} as const satisfies Record<ServiceState, Tone>;

export function ServiceStateChip({ state }: { readonly state: ServiceState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{serviceStates[state][language]}</Chip>;
}
