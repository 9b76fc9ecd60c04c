import { type AssetState, assetStates } from '../../../domain/it/assets/asset-states.ts';
import { type HandOverState, handOverStates } from '../../../domain/it/assets/hand-over.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones: Readonly<Record<AssetState, Tone>> = { 'in-stock': 'info', assigned: 'good', 'in-repair': 'warn', retired: 'plain', lost: 'bad' };
export function AssetChip({ state }: { readonly state: AssetState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{assetStates[state][language]}</Chip>;
}

const handOverTones: Readonly<Record<HandOverState, Tone>> = { pending: 'warn', accepted: 'good', declined: 'bad', withdrawn: 'plain' };
export function HandOverChip({ state }: { readonly state: HandOverState }) {
  const { language } = useLanguage();
  return <Chip tone={handOverTones[state]}>{handOverStates[state][language]}</Chip>;
}
