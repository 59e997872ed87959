import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  lintFaults,
  mutatePacks,
  type PackSet,
  recordMutation,
  summarisePack,
  testPacks,
} from '@testamur/adapters/packs';
import { formatDay } from '@testamur/engines/kernel';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import type { InputProblem } from '../../input/read-request.ts';
import type { Progress } from '../../progress.ts';
import { refuse } from '../../refuse.ts';
import { showFaults, showMutation, showSummary, showTests } from '../../show/packs.ts';
import { openPacks, unreadIn } from './open-packs.ts';

export type PackArguments = {
  readonly verb: 'lint' | 'test' | 'mutate' | 'show';
  readonly wanted: readonly string[];
  readonly folder?: string | undefined;
  readonly sheets?: string | undefined;
  readonly sample?: string | undefined;
  /** Keep the scores of mutation for the table of packs. */
  readonly record?: boolean;
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
  const problems = checkArguments(given);
  if (problems.length > 0) return refuse(problems, host, given);
  const opened = await openPacks(given, host);
  if (typeof opened === 'number') return opened;
  const { set, wanted, progress } = opened;
  // What cannot be read cannot be tested: then every verb says what lint says.
  const isWhole = given.verb === 'lint' || unreadIn(set, wanted).length === 0;
  const [text, code] = await VERBS[isWhole ? given.verb : 'lint']({ given, set, wanted, host, progress });
  progress.stop();
  host.write(text);
  return code;
}

function checkArguments({ sheets, sample, record }: PackArguments): readonly InputProblem[] {
  const count = Number(sample ?? 1);
  return [
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
    ...(record === true && sample !== undefined
      ? [
          {
            code: 'INPUT_ARGUMENTS',
            option: '--record',
            message: 'The score of a sample is not the score of the pack.',
            hint: 'Leave out --sample or --record.',
          },
        ]
      : []),
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
  mutate: async ({ given, set, wanted, host, progress }) => {
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
    if (given.record === true)
      recordMutation(path.resolve(given.folder ?? host.packsFolder), set, reports, formatDay(host.today));
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
