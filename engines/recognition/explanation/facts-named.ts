/** The scalars that a leaf reads, outside the entry or row it runs over. */
import type { Node } from '../language/nodes.ts';
import { childrenOf } from '../operators/index.ts';

const FACT_KEYS = ['fact', 'subject', 'otherwise'];

export function factsNamed(node: Node): readonly string[] {
  return childrenOf(node).length > 0 ? [] : [...new Set(collect(node))].sort();
}

function collect(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(collect);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'cite') return [];
    if (FACT_KEYS.includes(key) && typeof value === 'string')
      return /^(its|outer|row)\./.test(value) ? [] : [value];
    return collect(value);
  });
}
