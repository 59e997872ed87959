/** A step as a task: what its pack says of its time, and what the person asks for. */
import {
  asDay,
  type Day,
  expectOk,
  type Period,
  parseDay,
  parsePartialDate,
  parsePeriod,
} from '../../kernel/index.ts';
import type { Dossier, DossierList, Step } from '../../recognition/index.ts';
import type { GraphStep } from '../graph/graph.ts';
import type { RetakeRules, ScheduleTask, SittingCalendar } from './schedule-input.ts';
import { after, stretch } from './whole-days.ts';

/** What the person asks for. */
export type WayWishes = {
  /** She cannot leave her job before: practice, training, jobs and licences begin no earlier. */
  readonly notBefore?: Day;
  /** The share of full time that she can give, where a programme may be taken part-time. */
  readonly share?: number;
};

/** The days of a degree that is still to come. */
export type DegreeToCome = { readonly graduatedOn?: Day; readonly awardedOn?: Day };

const AWAY: readonly Step['kind'][] = ['practice', 'training', 'job', 'licence'];
const EXAMS: readonly Step['kind'][] = ['exam', 'language-test'];

type Draft = Omit<ScheduleTask, 'after'>;

export function taskOf(
  { key, step }: GraphStep,
  dossier: Dossier,
  { notBefore: away, share }: WayWishes,
  degree: DegreeToCome = {},
): Draft {
  const notBefore = latestOf(degreeNeeded(step, degree), AWAY.includes(step.kind) ? away : undefined);
  const duration = lengthOf(step, share);
  const study = step.study?.min === undefined ? undefined : periodOf(step.study.min);
  const sittings = calendarOf(step);
  const attempts = EXAMS.includes(step.kind) ? attemptsAt(step, dossier) : [];
  const retake = retakeOf(step, attempts.length);
  const resitFrom = earliestResit(step, attempts);
  return {
    id: key,
    late: step.validFor !== undefined || step.kind === 'document',
    ...(duration === undefined ? {} : { duration }),
    ...(study === undefined ? {} : { study }),
    ...(sittings === undefined ? {} : { sittings }),
    ...(step.season === undefined ? {} : { season: step.season }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(step.kind === 'training' && duration !== undefined ? { isPost: true } : {}),
    ...(retake === undefined ? {} : { retake }),
    ...(resitFrom === undefined ? {} : { resitFrom }),
  };
}

/**
 * Doctors practise and train once they have graduated; a degree is verified, and a licence applied for, once it is awarded. Courses,
 * examinations and the finding of a post may come before.
 */
function degreeNeeded({ kind, effects }: Step, { graduatedOn, awardedOn }: DegreeToCome): Day | undefined {
  const touches = (name: string): boolean =>
    effects.some((effect) => ('list' in effect ? effect.list : effect.fact) === name);
  if (touches('pmq.graduatedOn')) return undefined;
  if (kind === 'practice') return graduatedOn;
  if (kind === 'training') return touches('training') || touches('pmq.complete') ? graduatedOn : undefined;
  return NEED_DIPLOMA.includes(kind) ? latestOf(graduatedOn, awardedOn) : undefined;
}

const NEED_DIPLOMA: readonly Step['kind'][] = ['verification', 'application', 'licence'];

const latestOf = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);

const periodOf = (text: string): Period => expectOk(parsePeriod(text), 'a period of a step');

/** Part-time only where the source allows it, and never less than it asks. */
function lengthOf({ duration, partTime }: Step, share: number | undefined): Period | undefined {
  if (duration === undefined) return undefined;
  const full = periodOf(duration.min);
  if (share === undefined || share >= 1 || partTime?.allowed !== true) return full;
  return stretch(full, Math.max(share, partTime.least ?? share));
}

/** A count a year is no calendar, and all the year round needs none. */
function calendarOf({ sittings }: Step): SittingCalendar | undefined {
  if (sittings === undefined || sittings.continuous === true) return undefined;
  const { dates, months } = sittings;
  if (dates === undefined && months === undefined) return undefined;
  return {
    ...(dates === undefined
      ? {}
      : {
          dates: dates.map(({ on, registerBy }) => ({
            on: dayOf(on),
            ...(registerBy === undefined ? {} : { registerBy: dayOf(registerBy) }),
          })),
        }),
    ...(months === undefined ? {} : { months }),
  };
}

const dayOf = (text: string): Day => expectOk(parseDay(text), 'a day of a step');

function retakeOf(step: Step, taken: number): RetakeRules | undefined {
  if (!EXAMS.includes(step.kind)) return undefined;
  const wait = waitBefore(step, taken + 2);
  const { attempts } = step;
  const isLastAttempt = attempts !== undefined && attempts.within === undefined && taken + 1 >= attempts.most;
  return { ...(wait === undefined ? {} : { wait }), ...(isLastAttempt ? { isLastAttempt } : {}) };
}

/** The wait before the attempt of this number. */
function waitBefore({ retakeAfter }: Step, attempt: number): Period | undefined {
  if (retakeAfter === undefined) return undefined;
  const later = (retakeAfter.later ?? []).findLast(({ from }) => from <= attempt);
  const period = later?.period ?? retakeAfter.period;
  return period === undefined ? undefined : periodOf(period);
}

function earliestResit(step: Step, attempts: readonly Day[]): Day | undefined {
  const wait = waitBefore(step, attempts.length + 1);
  const [last] = attempts.toSorted((a, b) => b - a);
  return last === undefined || wait === undefined ? undefined : asDay(after(last, wait));
}

/** Days of the attempts that she says she made at what this step brings. */
function attemptsAt({ effects }: Step, dossier: Dossier): readonly Day[] {
  return effects.flatMap((effect) => {
    if (!('list' in effect)) return [];
    const key = ['exam', 'test'].find((name) => Object.hasOwn(effect.entry, name));
    const list = dossier[effect.list] as DossierList | undefined;
    if (key === undefined) return [];
    return (list?.entries ?? []).flatMap((entry) => {
      const on = entry['takenOn'];
      const read = typeof on === 'string' ? parsePartialDate(on) : undefined;
      return entry[key] === effect.entry[key] && read?.ok ? [read.value.latest] : [];
    });
  });
}
