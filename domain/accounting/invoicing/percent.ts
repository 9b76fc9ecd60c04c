/** Basis points as a percentage, shifted as text so that no binary float shows: 887.5 is "8.875". */
export function percentOf(basisPoints: number): string {
  const [whole = '0', decimals = ''] = String(basisPoints).split('.');
  const padded = whole.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`.replace(/\.?0+$/, '');
}
