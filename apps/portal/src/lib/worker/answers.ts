/** One answer per call, each computed in the browser. */
import { whyNot } from './inquiring.ts';
import { findProblems, judge, writeJudgement } from './judging.ts';
import type { CallName, LawNotes, WorkerCalls } from './messages.ts';
import { lawFile } from './open-library.ts';
import { plan } from './planning.ts';
import { findSchools, nameSchool } from './schools.ts';

type Answers = {
  readonly [Name in CallName]: (ask: WorkerCalls[Name]['ask']) => Promise<WorkerCalls[Name]['answer']>;
};

export const ANSWERS: Answers = {
  assess: judge,
  check: findProblems,
  findSchools,
  nameSchool,
  plan,
  readNotes,
  whyNot,
  writeAssessment: writeJudgement,
};

async function readNotes(): Promise<LawNotes> {
  const { packs, commonSteps } = await lawFile();
  return {
    packs: packs.map(({ pack: { rules: _rules, tables: _tables, steps: _steps, ...notes } }) => notes),
    steps: [...commonSteps, ...packs.flatMap(({ pack }) => pack.steps)],
  };
}
