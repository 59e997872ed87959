/** One answer per call, each computed in the browser. Verdicts come first: the program of what is asked later is loaded when it is asked. */
import type { Step } from '@testamur/engines/recognition';
import { findProblems, judge, writeJudgement } from './judging.ts';
import type { CallName, LawNotes, WorkerCalls } from './messages.ts';
import { library, locale, packsHere } from './open-library.ts';
import type { Pieces } from './run-in-pieces.ts';

type Answers = {
  readonly [Name in CallName]: (
    ask: WorkerCalls[Name]['ask'],
    pieces: Pieces,
  ) => Promise<WorkerCalls[Name]['answer']>;
};

export const ANSWERS: Answers = {
  anywhere: async (ask, pieces) => (await import('./planning.ts')).anywhere(ask, pieces),
  assess: judge,
  check: findProblems,
  findSchools: async (ask) => (await import('./schools.ts')).findSchools(ask),
  front: async (ask, pieces) => (await import('./planning.ts')).front(ask, pieces),
  nameSchool: async (ask) => (await import('./schools.ts')).nameSchool(ask),
  plan: async (ask) => (await import('./planning.ts')).plan(ask),
  readNotes,
  whatIf: async (ask) => (await import('./planning.ts')).compareWith(ask),
  whyNot: async (ask) => (await import('./inquiring.ts')).whyNot(ask),
  writeAssessment: writeJudgement,
};

async function readNotes(ask: WorkerCalls['readNotes']['ask']): Promise<LawNotes> {
  await library(ask);
  const { packs, commonSteps } = await packsHere();
  return {
    packs: packs.map(({ pack: { rules: _rules, tables: _tables, steps: _steps, ...rest } }) => rest),
    steps: [
      ...(ask.asWritten ? commonSteps : await sharedSteps(commonSteps)),
      ...packs.flatMap(({ pack }) => pack.steps),
    ],
  };
}

async function sharedSteps(steps: readonly Step[]): Promise<readonly Step[]> {
  const reader = await locale;
  return reader === undefined ? steps : (await import('./retelling.ts')).stepsIn(steps, reader);
}
