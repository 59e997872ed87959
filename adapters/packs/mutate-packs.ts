/** Rule mutation of packs with the reference interpreter. */
import { type MutationOptions, type MutationReport, mutatePack } from '@testamur/engines/recognition';
import { benchOf } from './bench-of.ts';
import type { PackSet } from './load-packs.ts';

export function* mutatePacks(
  set: PackSet,
  wanted: readonly string[] = [],
  options: MutationOptions = {},
): Generator<MutationReport> {
  const bench = benchOf(set);
  for (const pack of set.packs) {
    const suite = set.suites.get(pack.pack);
    if (suite !== undefined && (wanted.length === 0 || wanted.includes(pack.pack)))
      yield mutatePack(bench, pack, suite, options);
  }
}
