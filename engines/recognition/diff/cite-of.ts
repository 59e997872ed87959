/** On what a change rests: the citations nearest to it, of the new text where there is one. */
import type { Citation } from '../../kernel/index.ts';
import { isRecord } from '../schema/check.ts';
import { textOf } from './align.ts';
import type { Difference } from './difference.ts';

export function citeOf(
  { before, after, inside }: Difference,
  ...around: readonly unknown[]
): readonly Citation[] {
  const own = [after, before].map(citationsIn).find((found) => found.length > 0);
  const node = [inside?.after, inside?.before].map(citationsIn).find((found) => found.length > 0);
  const outer = around.map(citationsIn).find((found) => found.length > 0);
  const unique = new Map((own ?? node ?? outer ?? []).map((cite) => [textOf(cite), cite]));
  return [...unique.values()];
}

function citationsIn(value: unknown): readonly Citation[] {
  if (!isRecord(value)) return [];
  if (typeof value['source'] === 'string' && typeof value['locator'] === 'string')
    return [value as unknown as Citation];
  return Array.isArray(value['cite']) ? (value['cite'] as readonly Citation[]) : [];
}
