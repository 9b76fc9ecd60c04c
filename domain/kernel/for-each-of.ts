/** A value for each of some names. The names are what the type says that they are, so nothing is missing from the record. */
export const forEachOf = <K extends string, V>(names: readonly K[], make: (name: K) => V): Record<K, V> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
