import {
  type Day,
  err,
  formatDay,
  type KernelProblem,
  ok,
  parseDay,
  type Result,
} from '@testamur/engines/kernel';
import {
  type Dossier,
  type DossierList,
  type Pack,
  resolveRule,
  validateDossier,
} from '@testamur/engines/recognition';
import type { AssessmentRequest } from './assess-dossier.ts';
import { choosePacks } from './choose-packs.ts';
import type { QuestionProblem } from './errors.ts';
import type { Library } from './library.ts';

/** A question as it comes from outside. Everything in it is untrusted; the dossier may be anything. */
export type Question = {
  readonly dossier: unknown;
  /** The law of this day, YYYY-MM-DD; today where absent. */
  readonly on?: string;
  /** As it was known on this day; by all that is known where absent. */
  readonly knownOn?: string;
  /** Packs or jurisdictions to judge; all where absent. */
  readonly jurisdictions?: readonly string[];
};

export type QuestionContext = {
  readonly library: Library;
  /** The day it is, for whoever names no law date. */
  readonly today: Day;
  /**
   * The latest day that it is anywhere on earth. What has a result cannot lie after it, wherever the person is; and whoever names no
   * day of knowledge is judged by all that was entered by now, wherever that was.
   */
  readonly latest: Day;
};

/** Every authority is asked once for each degree, and some rules weigh every entry of a list against every other. */
const MOST_DEGREES = 10;
const MOST_ENTRIES = 150;

/** Turns a question into a request that may be judged, or tells everything that is wrong with it, each with the JSON Pointer of the field. */
export function readQuestion(
  question: Question,
  context: QuestionContext,
): Result<AssessmentRequest, readonly QuestionProblem[]> {
  const { library, today, latest } = context;
  const on = readDay('/on', question.on, today);
  const knownOn = readDay('/knownOn', question.knownOn, latest);
  const { jurisdictions } = question;
  const packs = choosePacks(jurisdictions ?? library.book.packs.map(({ pack }) => pack), library.book.packs);
  const dossier = readDossier(question.dossier, context);
  if (!on.ok || !knownOn.ok || !packs.ok || !dossier.ok)
    return err([
      ...[on, knownOn].flatMap((each) => (each.ok ? [] : [each.error])),
      ...[packs, dossier].flatMap((each) => (each.ok ? [] : each.error)),
    ]);
  const days = { on: on.value, knownOn: knownOn.value };
  if (packs.value.length > 0 && packs.value.every((pack) => isSilent(pack, days)))
    return err([notResearched(days)]);
  const only = jurisdictions === undefined ? {} : { only: packs.value.map(({ pack }) => pack) };
  return ok({ dossier: dossier.value, ...days, ...only });
}

function readDay(at: string, text: string | undefined, today: Day): Result<Day, KernelProblem> {
  if (text === undefined) return ok(today);
  const day = parseDay(text);
  return day.ok ? day : err({ ...day.error, at });
}

function readDossier(
  value: unknown,
  { library, latest }: QuestionContext,
): Result<Dossier, readonly QuestionProblem[]> {
  const { schools } = library.registry;
  const dossier = validateDossier(value, {
    vocabulary: library.book.vocabulary,
    schools: (id) => schools.get(id),
    today: latest,
  });
  if (!dossier.ok)
    return err(dossier.error.map((problem) => ({ ...problem, at: `/dossier${problem.at ?? ''}` })));
  const tooMuch = findExcess(dossier.value);
  return tooMuch === undefined ? dossier : err([tooMuch]);
}

function findExcess(dossier: Dossier): QuestionProblem | undefined {
  const degrees = dossier.qualifications?.length ?? 0;
  if (degrees > MOST_DEGREES)
    return {
      code: 'RECOGNISING_TOO_MANY_DEGREES',
      message: `The dossier holds ${degrees} qualifications; at most ${MOST_DEGREES} are judged at once.`,
      at: '/dossier/qualifications',
      hint: 'Keep the degrees in medicine.',
    };
  const entries = Object.values(dossier).reduce<number>(
    (sum, section) => sum + ((section as DossierList | undefined)?.entries?.length ?? 0),
    0,
  );
  if (entries <= MOST_ENTRIES) return undefined;
  return {
    code: 'RECOGNISING_TOO_MANY_ENTRIES',
    message: `The lists of the dossier hold ${entries} entries; at most ${MOST_ENTRIES} are judged at once.`,
    at: '/dossier',
    hint: 'Keep the examinations, posts and papers that matter.',
  };
}

type Days = Pick<AssessmentRequest, 'on' | 'knownOn'>;

/** No rule of the pack covers the day, as it was known then. */
const isSilent = (pack: Pack, days: Days): boolean =>
  pack.rules.every((rule) => resolveRule(rule, pack.pack, days).state === 'notResearched');

const notResearched = ({ on, knownOn }: Days): QuestionProblem => ({
  code: 'RECOGNISING_BEFORE_COVERAGE',
  message: `None of the packs asked for holds law for ${formatDay(on)}, as it was known on ${formatDay(knownOn)}.`,
  at: '/on',
  hint: 'Choose a later day, or leave on and knownOn out for the law of today.',
});
