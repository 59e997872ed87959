/** Verdicts, computed by the same functions as on the server. */
import { canonicalise, expectOk, type Problem, parseDay, type Result } from '@testamur/engines/kernel';
import { type AssessmentRequest, assessDossier, readQuestion } from '@testamur/services/recognising';
import type { AssessQuestion, Judged } from './messages.ts';
import { library, locale } from './open-library.ts';

/** A pointer into the question becomes one into the dossier, which is what the person sees. */
export const intoDossier = (problem: Problem): Problem => ({
  ...problem,
  at: (problem.at ?? '').replace(/^\/dossier/, ''),
});

export async function readAsked({
  dossier,
  on,
  knownOn,
  today,
  words,
}: AssessQuestion): Promise<Result<AssessmentRequest, readonly Problem[]>> {
  const day = expectOk(parseDay(today), 'the day it is');
  return readQuestion({ dossier, on, knownOn }, { library: await library(words), today: day, latest: day });
}

export async function judge(ask: AssessQuestion): Promise<Judged> {
  const request = await readAsked(ask);
  if (!request.ok) return { problems: request.error.map(intoDossier) };
  const open = await library();
  const assessment = assessDossier(open, request.value);
  const reader = await locale;
  if (reader === undefined || ask.words === undefined) return { assessment };
  const { retelling } = await import('./retelling.ts');
  const { on, knownOn } = request.value;
  return { assessment: (await retelling(open.lawOf(on, knownOn), reader)).assessment(assessment) };
}

export async function findProblems(ask: {
  readonly dossier: unknown;
  readonly today: string;
}): Promise<readonly Problem[]> {
  const request = await readAsked({
    dossier: ask.dossier as AssessQuestion['dossier'],
    on: ask.today,
    knownOn: ask.today,
    today: ask.today,
  });
  return request.ok ? [] : request.error.map(intoDossier);
}

/** Canonical JSON (RFC 8785), with the words of the packs that the question names. */
export async function writeJudgement(ask: AssessQuestion): Promise<string> {
  const request = expectOk(await readAsked(ask), 'a dossier that was judged before');
  return expectOk(canonicalise(assessDossier(await library(), request)), 'an assessment is JSON');
}
