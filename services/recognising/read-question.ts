import {
  collectResults,
  type Day,
  err,
  type KernelProblem,
  ok,
  parseDay,
  quoteText,
  type Result,
} from '@testamur/engines/kernel';
import { validateDossier } from '@testamur/engines/recognition';
import type { AssessmentRequest } from './assess-dossier.ts';
import type { QuestionProblem } from './errors.ts';
import type { Library } from './library.ts';

/** A question as it comes from outside. Everything in it is untrusted; the dossier may be anything. */
export type Question = {
  readonly dossier: unknown;
  /** The law of this day, YYYY-MM-DD; today where absent. */
  readonly on?: string;
  /** As it was known on this day; today where absent. */
  readonly knownOn?: string;
  /** Packs to judge; all where absent. */
  readonly packs?: readonly string[];
};

/**
 * Turns a question into a request that may be judged, or tells everything that is wrong with it, each with the JSON Pointer of the field.
 * `today` is the day it is where the person is: what has a result cannot lie after it.
 */
export function readQuestion(
  question: Question,
  context: { readonly library: Library; readonly today: Day },
): Result<AssessmentRequest, readonly QuestionProblem[]> {
  const { book, registry } = context.library;
  const { today } = context;
  const on = readDay('/on', question.on, today);
  const knownOn = readDay('/knownOn', question.knownOn, today);
  const only = collectResults((question.packs ?? []).map((pack, at) => findPack(context.library, pack, at)));
  const dossier = validateDossier(question.dossier, {
    vocabulary: book.vocabulary,
    schools: (id) => registry.schools.get(id),
    today,
  });
  if (on.ok && knownOn.ok && only.ok && dossier.ok) {
    const chosen = question.packs === undefined ? {} : { only: only.value };
    return ok({ dossier: dossier.value, on: on.value, knownOn: knownOn.value, ...chosen });
  }
  return err([
    ...[on, knownOn].flatMap((each) => (each.ok ? [] : [each.error])),
    ...(only.ok ? [] : only.error),
    ...(dossier.ok
      ? []
      : dossier.error.map((problem) => ({ ...problem, at: `/dossier${problem.at ?? ''}` }))),
  ]);
}

function readDay(at: string, text: string | undefined, today: Day): Result<Day, KernelProblem> {
  if (text === undefined) return ok(today);
  const day = parseDay(text);
  return day.ok ? day : err({ ...day.error, at });
}

function findPack(library: Library, pack: string, at: number): Result<string, QuestionProblem> {
  if (library.book.packs.some((each) => each.pack === pack)) return ok(pack);
  return err({
    code: 'RECOGNISING_PACK_UNKNOWN',
    message: `No pack is called ${quoteText(pack)}.`,
    at: `/packs/${at}`,
    hint: `There are: ${library.book.packs.map((each) => each.pack).join(', ')}.`,
  });
}
