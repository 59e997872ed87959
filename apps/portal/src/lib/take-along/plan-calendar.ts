/** The days of a plan as events, each with what is to be done, where that was read, and of which day the law is. */

import type { Citation } from '@testamur/engines/kernel';
import type { Plan, PlannedStep } from '@testamur/engines/planner';
import type { Source } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { daysOfPlan, type PlanDay, type PlanDayKind } from './plan-days.ts';
import { type CalendarDay, writeCalendar } from './write-calendar.ts';

export type PlanCalendar = {
  readonly plan: Plan;
  readonly authority: string;
  readonly language: Language;
  /** `written`: the id of the rule or step that cites. */
  readonly sourceOf: (source: string, written: string) => Source | undefined;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
};

const TITLES: Readonly<Record<PlanDayKind, MessageKey>> = {
  begin: 'take-along.day.begin',
  done: 'take-along.day.done',
  notBefore: 'take-along.day.notBefore',
  lapse: 'take-along.day.lapse',
  register: 'take-along.day.register',
  season: 'take-along.day.season',
  from: 'take-along.day.from',
  apply: 'take-along.day.apply',
  end: 'take-along.day.end',
  endNotBefore: 'take-along.day.endNotBefore',
};

export function writePlanCalendar(input: PlanCalendar): string {
  const { plan, authority, language, writtenAt } = input;
  const { say } = language;
  return writeCalendar({
    name: say('take-along.calendar.name', { authority, route: plan.target.title }),
    language: language.tag,
    writtenAt,
    days: daysOfPlan(plan).map((day) => eventOf(day, input)),
  });
}

function eventOf(day: PlanDay, { plan, authority, language, sourceOf }: PlanCalendar): CalendarDay {
  const { say } = language;
  const { kind, on, step } = day;
  const values = { step: step?.title ?? '', route: plan.target.title, authority };
  const cites = step === undefined ? [] : citesOf(step, kind);
  const url = cites.flatMap((cite) => cite.url ?? sourceOf(cite.source, step?.step ?? '')?.url ?? [])[0];
  return {
    uid: `${plan.target.route}/${step?.key ?? 'plan'}/${kind}@testamur`,
    on,
    title: say(TITLES[kind], values),
    text: [
      ...(step === undefined ? [] : [step.text]),
      ...(kind === 'lapse' ? [say('take-along.day.lapse.hint')] : []),
      ...(kind === 'notBefore' || kind === 'endNotBefore' ? [say('take-along.day.bound')] : []),
      ...cites.map((cite) => writeCitation(cite, sourceOf(cite.source, step?.step ?? ''), language)),
      say('take-along.day.law', { authority, route: plan.target.title, day: language.day(plan.on) }),
    ].join('\n\n'),
    ...(url === undefined ? {} : { url }),
  };
}

const citesOf = (step: PlannedStep, kind: PlanDayKind): readonly Citation[] =>
  kind === 'lapse' ? [...(step.validFor?.cite ?? []), ...step.cite] : step.cite;

function writeCitation(
  { source, locator, url, seen }: Citation,
  known: Source | undefined,
  { say, day }: Language,
): string {
  const place = [known?.title ?? source, known?.publisher, locator, url ?? known?.url].filter(Boolean);
  const read =
    seen === 'undated' ? say('common.citation.undated') : say('take-along.read', { day: day(seen) });
  return say('take-along.source', { place: place.join(', '), read });
}
