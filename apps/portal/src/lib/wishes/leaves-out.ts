/** Which wish leaves out whom: an authority to which a way would lead without that one wish, and those that several leave out together. */
import type { Front, WishName } from '@testamur/engines/planner';

export type LeftOut = {
  readonly alone: ReadonlyMap<WishName, readonly string[]>;
  /** No single wish is to blame. */
  readonly together: readonly string[];
};

export function leftOut(
  fronts: readonly { readonly name: string; readonly front: Pick<Front, 'none' | 'excludedBy'> }[],
): LeftOut {
  const alone = new Map<WishName, string[]>();
  const together: string[] = [];
  for (const { name, front } of fronts) {
    if (front.none?.reason !== 'wishes') continue;
    const culprits = front.excludedBy.filter(({ cheapest }) => cheapest !== undefined);
    if (culprits.length === 0) together.push(name);
    for (const { wish } of culprits) alone.set(wish, [...(alone.get(wish) ?? []), name]);
  }
  return { alone, together };
}
