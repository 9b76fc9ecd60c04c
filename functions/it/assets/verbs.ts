import type { VerbsOf } from '../../platform/call.ts';
import { addAsset } from './add-asset.ts';
import { changeAsset } from './change-asset.ts';
import { addConsumable, changeConsumable, issueConsumable, listConsumables, listStockMoves, restockConsumable } from './consumables.ts';
import { applyDiscovery, getDiscovery, listDiscoveries, previewDiscovery } from './discoveries.ts';
import { handOver } from './hand-over.ts';
import { exportAssets, getAsset, listAssets, nextTag } from './list-assets.ts';
import { getHandOver, listHandOvers } from './list-hand-overs.ts';
import { moveAsset } from './move-asset.ts';
import type { assetsRoutes } from './routes.ts';
import { acceptHandOver, declineHandOver, withdrawHandOver } from './settle-hand-over.ts';
import { takeBack } from './take-back.ts';

export const assetsVerbs: VerbsOf<typeof assetsRoutes> = {
  addAsset,
  listAssets,
  exportAssets,
  nextTag,
  getAsset,
  changeAsset,
  moveAsset,
  handOver,
  listHandOvers,
  getHandOver,
  acceptHandOver,
  declineHandOver,
  withdrawHandOver,
  takeBack,
  addConsumable,
  listConsumables,
  changeConsumable,
  issueConsumable,
  restockConsumable,
  listStockMoves,
  previewDiscovery,
  applyDiscovery,
  listDiscoveries,
  getDiscovery,
};
