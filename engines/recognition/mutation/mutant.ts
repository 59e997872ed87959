/** A rule with one thing changed that a careless author could have written. */

import type { Node } from '../language/nodes.ts';
import type { Rule } from '../language/pack.ts';

/** A node and how it differs from what the author wrote. */
export type NodeChange = { readonly change: string; readonly node: Node };

export type Mutant = {
  readonly rule: string;
  /** Version, place and change: `2025 /all/1 atLeast 24 → 25`. Named so in `equivalent.yaml`. */
  readonly id: string;
  readonly mutated: Rule;
};
