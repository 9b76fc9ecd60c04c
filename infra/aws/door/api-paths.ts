import { apis } from '../../../functions/manifest.ts';
import { pathOf } from '../../../functions/platform/http/route-index.ts';

const VERSIONED = '/v1/';

/** What the API answers, as CloudFront says it: everything under the version, and each address without one by name. */
export function apiPaths(): readonly string[] {
  const paths = apis.flatMap(({ routes }) => Object.values(routes).map(pathOf));
  return [`${VERSIONED}*`, ...new Set(paths.filter((path) => !path.startsWith(VERSIONED)))];
}
