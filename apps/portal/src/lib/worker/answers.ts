/** One answer per call, each computed in the browser. */
import { whyNot } from './inquiring.ts';
import { findProblems, judge, writeJudgement } from './judging.ts';
import type { CallName, LawNotes, WorkerCalls } from './messages.ts';
import { lawFile, notesFile } from './open-library.ts';
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

async function readNotes(ask: WorkerCalls['readNotes']['ask']): Promise<LawNotes> {
  const { packs, commonSteps } = await lawFile();
  const wanted = new Set(
    packs.flatMap(({ pack: { pack, uses } }) => (ask.packs.includes(pack) ? [pack, ...uses] : [])),
  );
  const files = await Promise.all([...wanted].map(notesFile));
  const notesOf = new Map(files.map((notes) => [notes.pack, notes]));
  return {
    packs: packs.map(({ pack: { rules: _rules, tables: _tables, steps: _steps, ...rest } }) => ({
      ...rest,
      ...(notesOf.get(rest.pack) ?? { sources: [], openQuestions: [] }),
    })),
    steps: [...commonSteps, ...packs.flatMap(({ pack }) => pack.steps)],
  };
}
