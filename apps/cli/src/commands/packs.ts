import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  lintFaults,
  loadPacks,
  mutatePacks,
  type PackSet,
  summarisePack,
  testPacks,
} from '@testamur/adapters/packs';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { choosePacks } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { InputProblem } from '../input/read-request.ts';
import { type Progress, startProgress } from '../progress.ts';
import { refuse } from '../refuse.ts';
import { showFaults, showMutation, showSummary, showTests } from '../show/packs.ts';

export type PackArguments = {
  readonly verb: 'lint' | 'test' | 'mutate' | 'show';
  readonly wanted: readonly string[];
  readonly folder?: string | undefined;
  readonly sheets?: string | undefined;
  readonly sample?: string | undefined;
  readonly json: boolean;
};

/** A rule of a pack should be pinned down by its cases to this share of its mutants. */
const LEAST_SCORE = 0.9;

type Job = {
  readonly given: PackArguments;
  readonly set: PackSet;
  readonly wanted: readonly string[];
  readonly host: Host;
  readonly progress: Progress;
};

/** `testamur packs lint|test|mutate|show [PACK…]`: checks the packs in their folder, not in the built library. */
export async function runPacks(given: PackArguments, host: Host): Promise<ExitCode> {
  const folder = path.resolve(given.folder ?? host.packsFolder);
  const problems = checkArguments(given, folder);
  if (problems.length > 0) return refuse(problems, host, given);
  const progress = await startProgress(host, 'Reading the packs');
  const set = loadPacks(folder);
  const wanted = idsOf(given.wanted, set);
  if (!wanted.ok) {
    progress.stop();
    return refuse(wanted.error, host, given);
  }
  const job: Job = { given, set, wanted: wanted.value, host, progress };
  // What cannot be read cannot be tested: then every verb says what lint says.
  const isWhole = given.verb === 'lint' || unreadIn(set, wanted.value).length === 0;
  const [text, code] = await VERBS[isWhole ? given.verb : 'lint'](job);
  progress.stop();
  host.write(text);
  return code;
}

function checkArguments(
  { folder: given, sheets, sample }: PackArguments,
  folder: string,
): readonly InputProblem[] {
  const count = Number(sample ?? 1);
  return [
    ...(existsSync(path.join(folder, 'vocabulary'))
      ? []
      : [
          {
            code: 'INPUT_ARGUMENTS',
            option: '--folder',
            message: `${given ?? folder} holds no packs.`,
            hint: 'Give the folder that holds vocabulary and jurisdictions.',
          },
        ]),
    ...(sheets === undefined || existsSync(sheets)
      ? []
      : [
          {
            code: 'INPUT_ARGUMENTS',
            option: '--sheets',
            message: `There is no folder ${sheets}.`,
            hint: 'Give the folder of the fact sheets, or leave it out.',
          },
        ]),
    ...(Number.isInteger(count) && count >= 1
      ? []
      : [
          {
            code: 'INPUT_ARGUMENTS',
            option: '--sample',
            message: 'This is no number of mutants.',
            hint: 'Give a whole number above zero, or leave it out for all.',
          },
        ]),
  ];
}

/** By id or by jurisdiction; a pack that could not be read has only its id, which is the name of its folder. */
function idsOf(wanted: readonly string[], set: PackSet): Result<readonly string[], readonly InputProblem[]> {
  const known = [...set.suites.keys()].map(
    (id) => set.packs.find(({ pack }) => pack === id) ?? { pack: id, jurisdiction: id },
  );
  const chosen = choosePacks(wanted, known);
  if (chosen.ok) return ok(chosen.value.map(({ pack }) => pack));
  return err(chosen.error.map(({ at: _at, ...problem }) => problem));
}

/** Files that could not be read: of the packs asked for, and those that all packs share. */
const unreadIn = (set: PackSet, wanted: readonly string[]): PackSet['problems'] =>
  set.problems.filter(({ file }) => {
    const pack = /^jurisdictions\/([^/]+)\//.exec(file)?.[1];
    return pack === undefined || wanted.length === 0 || wanted.includes(pack);
  });

const VERBS: Readonly<
  Record<PackArguments['verb'], (job: Job) => Promise<readonly [text: string, code: ExitCode]>>
> = {
  lint: async ({ given, set, wanted, host, progress }) => {
    await progress.tell('Checking the packs');
    const faults = lintFaults(set, {
      today: host.today,
      wanted,
      ...(given.sheets === undefined ? {} : { sheets: given.sheets }),
    });
    const failed = faults.some(({ severity }) => severity === 'error');
    return [
      given.json ? asJson({ schema: 'testamur/pack-faults/1', faults }) : showFaults(faults),
      failed ? EXIT.faultsFound : EXIT.answered,
    ];
  },
  test: async ({ given, set, wanted, progress }) => {
    await progress.tell('Running the cases');
    const tests = testPacks(set, wanted);
    const failed = tests.some(({ failures }) => failures.length > 0);
    return [
      given.json ? asJson({ schema: 'testamur/pack-tests/1', packs: tests }) : showTests(tests),
      failed ? EXIT.faultsFound : EXIT.answered,
    ];
  },
  mutate: async ({ given, set, wanted, progress }) => {
    const reports = [];
    const ids = set.packs
      .map(({ pack }) => pack)
      .filter((pack) => wanted.length === 0 || wanted.includes(pack));
    for (const id of ids) {
      await progress.tell(`Mutating ${id} (${reports.length + 1} of ${ids.length})`);
      reports.push(
        ...mutatePacks(set, [id], given.sample === undefined ? {} : { sample: Number(given.sample) }),
      );
    }
    const poor = reports.some(({ score, wrongClaims }) => score < LEAST_SCORE || wrongClaims.length > 0);
    return [
      given.json ? asJson({ schema: 'testamur/pack-mutation/1', packs: reports }) : showMutation(reports),
      poor ? EXIT.faultsFound : EXIT.answered,
    ];
  },
  show: async ({ given, set, wanted }) => {
    const packs = set.packs
      .filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))
      .map((pack) => summarisePack(set, pack));
    return [
      given.json ? asJson({ schema: 'testamur/pack-summaries/1', packs }) : packs.map(showSummary).join('\n'),
      EXIT.answered,
    ];
  },
};

const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`;
