/** Runs the cases and stories of packs with the reference interpreter. */
import { type Origin, runCase, runStory, type StoryRun } from '@testamur/engines/recognition';
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
  /** Requirements of the routes over all stories: decided either way, and unknown. */
  readonly decided: number;
  readonly unknown: number;
};

export function testPacks(set: PackSet, wanted: readonly string[] = []): readonly PackTest[] {
  const bench = benchOf(set);
  const at = (origin: Origin): Position & { readonly file: string } => ({
    file: origin.file,
    ...set.locate(origin),
  });
  return set.packs
    .filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))
    .map((pack) => {
      const suite = set.suites.get(pack.pack);
      const cases = (suite?.cases ?? []).map(({ value, origin }) => ({
        ...at(origin),
        name: `${value.rule}: ${value.case}`,
        problems: attempt(() => runCase(bench, pack, value), stoppedCase),
      }));
      const runs = (suite?.stories ?? []).map(({ value, origin }) => ({
        ...at(origin),
        name: value.story,
        ...attempt(() => runStory(bench, pack, value), stoppedStory),
      }));
      const all = [...cases, ...runs.map(({ decided: _decided, unknown: _unknown, ...story }) => story)];
      const failures = all.filter(({ problems }) => problems.length > 0);
      const sum = (count: (run: StoryRun) => number): number =>
        runs.reduce((total, run) => total + count(run), 0);
      return {
        pack: pack.pack,
        passed: all.length - failures.length,
        failures,
        decided: sum((run) => run.decided),
        unknown: sum((run) => run.unknown),
      };
    });
}

/** A pack that lint refuses can stop the interpreter: that is the failure of this case and of no other. */
function attempt<T>(run: () => T, stopped: (why: string) => T): T {
  try {
    return run();
  } catch (error) {
    return stopped(`stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const stoppedCase = (why: string): readonly string[] => [why];
const stoppedStory = (why: string): StoryRun => ({ problems: [why], decided: 0, unknown: 0 });
