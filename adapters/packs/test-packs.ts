/** Runs the cases and stories of packs with the reference interpreter. */
import { type Origin, runCase, runStory } from '@testamur/engines/recognition';
import { benchOf } from './bench-of.ts';
import type { PackSet } from './load-packs.ts';
import type { Position } from './read-yaml.ts';

export type CaseFailure = Position & {
  readonly file: string;
  readonly name: string;
  readonly problems: readonly string[];
};
export type PackTest = {
  readonly pack: string;
  readonly passed: number;
  readonly failures: readonly CaseFailure[];
};

export function testPacks(set: PackSet, wanted: readonly string[] = []): readonly PackTest[] {
  const bench = benchOf(set);
  return set.packs
    .filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))
    .map((pack) => {
      const suite = set.suites.get(pack.pack);
      const at = (origin: Origin): Position & { readonly file: string } => ({
        file: origin.file,
        ...set.locate(origin),
      });
      const cases = (suite?.cases ?? []).map(({ value, origin }) => ({
        ...at(origin),
        name: `${value.rule}: ${value.case}`,
        problems: attempt(() => runCase(bench, pack, value)),
      }));
      const stories = (suite?.stories ?? []).map(({ value, origin }) => ({
        ...at(origin),
        name: value.story,
        problems: attempt(() => runStory(bench, pack, value)),
      }));
      const all = [...cases, ...stories];
      const failures = all.filter(({ problems }) => problems.length > 0);
      return { pack: pack.pack, passed: all.length - failures.length, failures };
    });
}

/** A pack that lint refuses can stop the interpreter: that is the failure of this case and of no other. */
function attempt(run: () => readonly string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    return [`stopped: ${error instanceof Error ? error.message : String(error)}`];
  }
}
