import type { Find } from './finds.ts';

const MOST = 6;
const keyOf = (firm: string): string => `diwan.recent.${firm}`;

/** What was last opened from the palette in this tab: it goes with the tab, so that the next person at the machine does not see it. */
export function recentFinds(firm: string): readonly Find[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(firm)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isFind).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberFind(firm: string, find: Find): void {
  const { marks: _marks, ...plain } = find;
  const kept = [plain, ...recentFinds(firm).filter(({ key }) => key !== find.key)].slice(0, MOST);
  try {
    sessionStorage.setItem(keyOf(firm), JSON.stringify(kept));
  } catch {
    // A full or forbidden store forgets: nothing depends on it.
  }
}

function isFind(value: unknown): value is Find {
  if (typeof value !== 'object' || value === null) return false;
  return 'key' in value && 'text' in value && 'href' in value && typeof value.text === 'string' && /^\/firms\//.test(String(value.href));
}
