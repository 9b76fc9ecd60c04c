import { emiratiChart } from './ae.ts';
import type { Chart } from './chart.ts';
import { egyptianChart } from './eg.ts';
import { britishChart } from './gb.ts';
import { genericChart } from './generic.ts';
import { saudiChart } from './sa.ts';
import { americanChart } from './us.ts';

export const charts = [saudiChart, emiratiChart, egyptianChart, americanChart, britishChart, genericChart] as const satisfies readonly Chart[];

const byCountry: ReadonlyMap<string, Chart> = new Map([
  ['SA', saudiChart],
  ['AE', emiratiChart],
  ['EG', egyptianChart],
  ['US', americanChart],
  ['GB', britishChart],
]);

/** The chart that a new firm of a country starts from; the generic one where we have no national one. */
export const chartFor = (country: string): Chart => byCountry.get(country) ?? genericChart;
