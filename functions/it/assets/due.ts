import type { DueHandlers } from '../../platform/due/work.ts';

export const assetsDue: DueHandlers = {
  'asset.discovery': async () => (await import('./work-discovery.ts')).workDiscovery,
};
