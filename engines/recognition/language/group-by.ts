/** Things of one key together, keys in the order of their first thing. */
export function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const held = groups.get(keyOf(each));
    if (held === undefined) groups.set(keyOf(each), [each]);
    else held.push(each);
  }
  return groups;
}
