import type { Text } from '../../kernel/language.ts';

/** Where an asset stands. */
export const assetStates = {
  'in-stock': { en: 'In stock', ar: 'في المخزن' },
  assigned: { en: 'In custody', ar: 'في العهدة' },
  'in-repair': { en: 'In repair', ar: 'في الصيانة' },
  retired: { en: 'Retired', ar: 'مستبعد' },
  lost: { en: 'Lost', ar: 'مفقود' },
} as const satisfies Record<string, Text>;
export type AssetState = keyof typeof assetStates;
export const assetStateNames = Object.keys(assetStates) as readonly AssetState[];

/** A way from one state to another. Custody begins with an accepted hand-over and ends with a return, so that both leave their evidence. */
export interface AssetWay {
  readonly from: AssetState;
  readonly to: AssetState;
  readonly by: 'move' | 'hand-over' | 'return';
  readonly name: Text;
  readonly reason?: true;
}

/** Which states allow what. The verbs refuse by it; the pages show buttons by it. */
export const assetWays: readonly AssetWay[] = [
  { from: 'in-stock', to: 'assigned', by: 'hand-over', name: { en: 'Hand over', ar: 'تسليم' } },
  { from: 'assigned', to: 'in-stock', by: 'return', name: { en: 'Take back', ar: 'استلام' } },
  { from: 'assigned', to: 'in-repair', by: 'return', name: { en: 'Take back for repair', ar: 'استلام للصيانة' } },
  { from: 'assigned', to: 'lost', by: 'move', name: { en: 'Report lost', ar: 'الإبلاغ عن فقدان' }, reason: true },
  { from: 'in-stock', to: 'in-repair', by: 'move', name: { en: 'Send to repair', ar: 'إرسال للصيانة' } },
  { from: 'in-stock', to: 'retired', by: 'move', name: { en: 'Retire', ar: 'استبعاد' }, reason: true },
  { from: 'in-stock', to: 'lost', by: 'move', name: { en: 'Report lost', ar: 'الإبلاغ عن فقدان' }, reason: true },
  { from: 'in-repair', to: 'in-stock', by: 'move', name: { en: 'Back from repair', ar: 'عودة من الصيانة' } },
  { from: 'in-repair', to: 'retired', by: 'move', name: { en: 'Retire', ar: 'استبعاد' }, reason: true },
  { from: 'in-repair', to: 'lost', by: 'move', name: { en: 'Report lost', ar: 'الإبلاغ عن فقدان' }, reason: true },
  { from: 'lost', to: 'in-stock', by: 'move', name: { en: 'Found again', ar: 'عُثر عليه' } },
  { from: 'lost', to: 'retired', by: 'move', name: { en: 'Write off', ar: 'شطب' }, reason: true },
];
export const waysFrom = (state: AssetState): readonly AssetWay[] => assetWays.filter(({ from }) => from === state);
