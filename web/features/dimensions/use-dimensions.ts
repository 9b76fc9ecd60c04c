import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';

export type DimensionValue = RowOf<'listDimensions'>;
export type DimensionKind = DimensionValue['kind'];
export const dimensionKindNames = ['branch', 'project', 'costCentre'] as const satisfies readonly DimensionKind[];

const FRESH_MS = 60_000;

/** Branches, projects and cost centres: the kinds that the firm uses, and the values that can still be chosen. */
export function useDimensions() {
  const read = useFirmApi('listDimensions', {}, { staleTime: FRESH_MS });
  const values = (read.data?.body.data ?? []).filter((value) => !value.archived);
  return {
    kinds: dimensionKindNames.filter((kind) => values.some((value) => value.kind === kind)),
    of: (kind: DimensionKind) => values.filter((value) => value.kind === kind),
  };
}
