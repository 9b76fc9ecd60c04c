/** Round numbers that span the values, zero among them: where grid lines are drawn. */
export function ticksFor(values: readonly number[], wanted = 4): readonly number[] {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const span = most - least || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let at = Math.floor(least / step) * step; at < most + step; at += step) ticks.push(Math.round(at * 1e6) / 1e6);
  return ticks;
}
