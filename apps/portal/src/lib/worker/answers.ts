/** One answer per call, each computed in the browser. */
import { canonicalise, expectOk, parseDay } from '@testamur/engines/kernel';
import { type SearchableSchool, searchSchools } from '@testamur/engines/matching';
import { type Assessment, type DossierProblem, validateDossier } from '@testamur/engines/recognition';
import { assessDossier } from '@testamur/services/recognising';
import type { AssessQuestion, CallName, Judged, LawNotes, SchoolFound, WorkerCalls } from './messages.ts';
import { lawFile, library, schoolIndex } from './open-library.ts';

const MOST_SCHOOLS = 8;

type Answers = {
  readonly [Name in CallName]: (ask: WorkerCalls[Name]['ask']) => Promise<WorkerCalls[Name]['answer']>;
};

export const ANSWERS: Answers = {
  assess: judge,
  check: ({ dossier, today }) => findProblems(dossier, today),
  readNotes,
  findSchools,
  nameSchool,
  writeAssessment: async (ask) => expectOk(canonicalise(await assessHere(ask)), 'an assessment is JSON'),
};

async function findProblems(dossier: unknown, today: string): Promise<readonly DossierProblem[]> {
  const { book, registry } = await library();
  const day = expectOk(parseDay(today), 'the day it is');
  const checked = validateDossier(dossier, {
    vocabulary: book.vocabulary,
    schools: (id) => registry.schools.get(id),
    today: day,
  });
  return checked.ok ? [] : checked.error;
}

async function judge(ask: AssessQuestion): Promise<Judged> {
  const problems = await findProblems(ask.dossier, ask.today);
  return problems.length > 0 ? { problems } : { assessment: await assessHere(ask) };
}

async function assessHere({ dossier, on, knownOn }: AssessQuestion): Promise<Assessment> {
  const days = {
    on: expectOk(parseDay(on), 'the law date'),
    knownOn: expectOk(parseDay(knownOn), 'the knowledge date'),
  };
  return assessDossier(await library(), { dossier, ...days });
}

async function readNotes(): Promise<LawNotes> {
  const { packs, commonSteps } = await lawFile();
  return {
    packs: packs.map(({ pack: { rules: _rules, tables: _tables, steps: _steps, ...notes } }) => notes),
    steps: [...commonSteps, ...packs.flatMap(({ pack }) => pack.steps)],
  };
}

async function findSchools({ query }: { readonly query: string }): Promise<readonly SchoolFound[]> {
  const index = await schoolIndex();
  const byId = new Map(index.schools.map((school) => [school.id, school]));
  return searchSchools(index, query, { limit: MOST_SCHOOLS }).flatMap(({ id, matchedOn }) => {
    const school = byId.get(id);
    if (school === undefined) return [];
    const isOther = matchedOn.kind === 'other-name' && matchedOn.text !== school.names[0];
    return [{ ...describe(school), ...(isOther ? { foundAs: matchedOn.text } : {}) }];
  });
}

async function nameSchool({ id }: { readonly id: string }): Promise<SchoolFound | null> {
  const school = (await schoolIndex()).schools.find((each) => each.id === id);
  return school === undefined ? null : describe(school);
}

const describe = ({ id, names, country, city }: SearchableSchool): SchoolFound => ({
  id,
  name: names[0],
  country,
  ...(city === undefined ? {} : { city }),
});
