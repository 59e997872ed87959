/** How a person stands before the law on a day, today or later. */
import { type Day, FIRST_DAY, formatDay, parsePartialDate } from '../kernel/index.ts';
import {
  type Assessment,
  buildFacts,
  type Dossier,
  type EvaluateRule,
  type Facts,
  type Pack,
  type PersonInput,
  type PreparedLaw,
} from '../recognition/index.ts';
import type { DegreeToCome } from './time/step-task.ts';

export type Stage = {
  readonly law: PreparedLaw;
  readonly person: PersonInput;
  readonly assessment: Assessment;
  /** The law of a later day, as far as it is known: the law of today goes on, but for changes already enacted. */
  readonly lawOn: (day: Day) => PreparedLaw;
};

/** With what is worked out of her once for all questions. */
export type Judged = Stage & {
  /** How she stands today, before anything is done: each rule judged once, whatever asks for it. */
  readonly today: (view: View) => Standpoint;
};

/** Whose view of the person: the degree that counts, and where the days are counted. */
export type View = { readonly basis: number; readonly zone: string };

export function viewOf({ assessment, person }: Stage, pack: Pack): View {
  const id = assessment.authorities.find((authority) => authority.pack === pack.pack)?.basis;
  return {
    basis: (person.dossier.qualifications ?? []).findIndex((degree) => degree.id === id),
    zone: pack.zone,
  };
}

/** How a dossier stands on a day: the facts, and any rule by the law of that day for an application on that day. */
export type Standpoint = {
  readonly law: PreparedLaw;
  readonly facts: Facts;
  readonly evaluate: EvaluateRule;
};

export function standOn(stage: Stage, view: View, dossier: Dossier, day: Day): Standpoint {
  const law = stage.lawOn(day);
  const { schools, registry } = stage.person;
  const facts = buildFacts({
    dossier: applyingOn(dossier, day, stage.law.on),
    basis: view.basis === -1 ? (dossier.qualifications?.length ?? 0) - 1 : view.basis,
    vocabulary: law.book.vocabulary,
    schools,
    zone: view.zone,
    on: law.on,
  });
  return { law, facts, evaluate: law.forFacts(facts, registry) };
}

export function judgedOnce(stage: Stage): Judged {
  const held = new Map<string, Standpoint>();
  return {
    ...stage,
    today: (view) => {
      const key = `${view.basis} ${view.zone}`;
      const today = held.get(key) ?? rememberRules(standOn(stage, view, stage.person.dossier, stage.law.on));
      held.set(key, today);
      return today;
    },
  };
}

function rememberRules({ evaluate, ...rest }: Standpoint): Standpoint {
  const judged = new Map<string, ReturnType<EvaluateRule>>();
  return {
    ...rest,
    evaluate: (rule) => {
      const held = judged.get(rule) ?? evaluate(rule);
      judged.set(rule, held);
      return held;
    },
  };
}

/** Nobody applies before the steps are done; whoever planned a later day keeps it. */
export function applyingOn(dossier: Dossier, day: Day, on: Day): Dossier {
  return day === on || plannedDay(dossier) >= day
    ? dossier
    : { ...dossier, planned: { applicationOn: formatDay(day) } };
}

/** The day she plans to apply, at the earliest; the first of all days where she planned none. */
export function plannedDay({ planned }: Dossier): Day {
  const day = planned?.applicationOn === undefined ? undefined : parsePartialDate(planned.applicationOn);
  return day?.ok ? day.value.earliest : FIRST_DAY;
}

/** When the degree that counts is finished and awarded, where that day is still to come: the last day that a month or a year leaves open. */
export function degreeToCome({ qualifications = [] }: Dossier, { basis }: View, on: Day): DegreeToCome {
  const degree = basis === -1 ? qualifications.at(-1) : qualifications[basis];
  const dayIn = (value: unknown): Day | undefined => {
    const read = typeof value === 'string' ? parsePartialDate(value) : undefined;
    return read?.ok && read.value.latest > on ? read.value.latest : undefined;
  };
  const [graduatedOn, awardedOn] = [dayIn(degree?.['graduatedOn']), dayIn(degree?.['awardedOn'])];
  return {
    ...(graduatedOn === undefined ? {} : { graduatedOn }),
    ...(awardedOn === undefined ? {} : { awardedOn }),
  };
}
