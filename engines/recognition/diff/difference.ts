/** Where two versions of a part of a pack differ, before anybody puts it in words. */
import type { Node } from '../language/nodes.ts';
import type { Place } from '../language/walk-nodes.ts';
import type { Path } from '../schema/problem.ts';

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'moved';

/** `at`: names and ids where there are some, else places; of what is new where it is there, else of what was. */
export type Difference = {
  readonly kind: DifferenceKind;
  readonly at: Path;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The condition in which it lies: as it was, as it is, and what `its` means there. */
  readonly inside?: { readonly before?: Node; readonly after?: Node; readonly place: Place };
};

/** One value instead of another, where either may be absent. */
export function between(before: unknown, after: unknown, at: Path): Difference {
  if (before === undefined) return { kind: 'added', at, after };
  if (after === undefined) return { kind: 'removed', at, before };
  return { kind: 'changed', at, before, after };
}
