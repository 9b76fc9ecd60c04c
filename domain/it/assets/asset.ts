import type { Instant, LocalDate } from '../../kernel/dates.ts';
import { fold } from '../../kernel/fold.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Holder } from '../holder.ts';
import type { AssetState } from './asset-states.ts';

/** What it was bought for: `cost` in minor units of `currency`. */
export interface Purchase {
  readonly on?: LocalDate;
  readonly cost?: number;
  readonly currency?: string;
  readonly supplier?: string;
  readonly invoice?: string;
}
/** What the network last said of it. */
export interface Sighting {
  readonly hostName?: string;
  readonly os?: string;
  readonly lastSeen?: string;
}

export interface AssetFacts {
  readonly tag: string;
  readonly serial?: string;
  readonly name: string;
  readonly category: string;
  readonly model?: string;
  readonly location?: string;
  readonly purchase?: Purchase;
  readonly warrantyEndsOn?: LocalDate;
  /** Where it stands in the books: an account of the chart, and the entry that took it up. */
  readonly account?: string;
  readonly entry?: Id<'entry'>;
  readonly notes?: string;
}

/** A thing of the firm that somebody answers for. */
export interface Asset extends AssetFacts {
  readonly id: Id<'asset'>;
  readonly state: AssetState;
  readonly custodian?: Holder;
  /** The hand-over that waits to be accepted: until then nobody else is promised it. */
  readonly promised?: Id<'handOver'>;
  readonly seen?: Sighting;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

export const assetCategories = {
  laptop: { en: 'Laptop', ar: 'حاسوب محمول' },
  desktop: { en: 'Desktop', ar: 'حاسوب مكتبي' },
  server: { en: 'Server', ar: 'خادم' },
  phone: { en: 'Phone', ar: 'هاتف' },
  tablet: { en: 'Tablet', ar: 'جهاز لوحي' },
  monitor: { en: 'Monitor', ar: 'شاشة' },
  printer: { en: 'Printer', ar: 'طابعة' },
  network: { en: 'Network device', ar: 'جهاز شبكة' },
  furniture: { en: 'Furniture', ar: 'أثاث' },
  vehicle: { en: 'Vehicle', ar: 'مركبة' },
  other: { en: 'Other', ar: 'أخرى' },
} as const;
export type AssetCategory = keyof typeof assetCategories;
export const assetCategoryNames = Object.keys(assetCategories) as readonly AssetCategory[];

/** How tags and serials are told apart: `sn-1 ` and `SN-1` are one. */
export const codeKey = (text: string): string => fold(text).replaceAll(' ', '');

const TAG_DIGITS = 4;
/** The tag that is proposed after the last number taken. */
export const tagOf = (number: number): string => `AST-${String(number).padStart(TAG_DIGITS, '0')}`;
/** The number in a tag of the firm's own sequence; 0 in any other. */
export const numberOfTag = (tag: string): number => Number(/^AST-0*(\d{1,9})$/i.exec(tag.trim())?.[1] ?? 0);

export const next = (before: Asset, at: Instant, change: Partial<Asset>): Asset => ({
  ...before,
  ...change,
  updatedAt: at,
  version: before.version + 1,
});
