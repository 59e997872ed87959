/** A plan in the form in which an adviser signs it: every figure with its terms, every day with its reason. */
import {
  addPeriod,
  type Day,
  expectOk,
  formatDay,
  parseDay,
  parsePartialDate,
  parsePeriod,
} from '@testamur/engines/kernel';
import { type Plan, type PlannedStep, type PlanTarget, sayAdvice } from '@testamur/engines/planner';
import type { Dossier } from '@testamur/engines/recognition';

export type SignedStep = {
  readonly step: string;
  readonly title: string;
  readonly cite: readonly string[];
  readonly decides: PlannedStep['controller'];
  readonly after?: readonly string[];
  readonly begins: string;
  /** `today`, `planned`, `graduation`, `award`, `season MM-DD`, `after KEY`, or `late`: as late as everything else allows. */
  readonly because: string;
  /** A period, or `not established`: then it ends, as far as is known, on the day it begins. */
  readonly length: string;
  readonly ends: string;
  /** It may end on any day between these without delaying the plan. */
  readonly between: readonly [earliest: string, latest: string];
};

export type SignedFigures = {
  readonly route: string;
  readonly state: 'planned' | 'conditional';
  readonly steps: readonly SignedStep[];
  readonly cost: {
    readonly terms: readonly {
      readonly step: string;
      readonly amount: number;
      readonly currency: string;
      readonly asOf: string;
    }[];
    readonly sum: Readonly<Record<string, number>>;
    readonly notEstablished: readonly string[];
  };
  readonly time: {
    readonly from: string;
    readonly appliesOn: string;
    readonly finishOn: string;
    readonly days: number;
    readonly notEstablished: readonly string[];
  };
  readonly slack: readonly string[];
  readonly assumes: readonly string[];
  readonly questions: readonly string[];
};

export type SignedPlan = SignedFigures & {
  readonly sample: string;
  readonly target: PlanTarget;
  readonly choice: 'cheapest' | 'fastest';
  readonly on: string;
  readonly signed: { readonly on: string; readonly remarks: readonly string[] };
};

const NOT_ESTABLISHED = 'not established';
export const dayOf = (text: string): Day => expectOk(parseDay(text), text);
export const lengthOf = (text: string): Parameters<typeof addPeriod>[1] => expectOk(parsePeriod(text), text);

/** What is signed of a plan. The season of a step stands in its pack, not in the plan. */
export function figuresOf(
  plan: Plan,
  state: SignedFigures['state'],
  dossier: Dossier,
  seasonOf: (step: string) => string | undefined,
): SignedFigures {
  const { steps, cost, time } = plan;
  const priced = steps.flatMap(({ key, cost: price }) => (price.known ? [{ key, price }] : []));
  return {
    route: plan.target.route,
    state,
    steps: steps.map((step) => signStep(step, plan, anchorsOf(dossier, plan), seasonOf(step.step))),
    cost: {
      terms: priced.map(({ key, price }) => ({
        step: key,
        amount: price.amount,
        currency: price.currency,
        asOf: price.asOf,
      })),
      sum: Object.fromEntries(cost.known.map(({ currency, amount }) => [currency, amount])),
      notEstablished: cost.unknownParts,
    },
    time: {
      from: plan.on,
      appliesOn: plan.applicationOn,
      finishOn: time.finishOn,
      days: time.days,
      notEstablished: time.unknownParts,
    },
    slack: (plan.advice ?? []).map(({ because, day, ...rest }) =>
      sayAdvice(
        {
          ...rest,
          day: dayOf(day),
          because: because.reason === 'sitting' ? { ...because, sitting: dayOf(because.sitting) } : because,
        },
        (key) => key,
      ),
    ),
    assumes: plan.assumes.map(({ rule }) => rule),
    questions: plan.questions,
  };
}

type Anchor = readonly [name: string, day: string];

/** Days that no step of the plan sets. */
export function anchorsOf(
  { planned, qualifications = [] }: Dossier,
  { on, basis }: Pick<Plan, 'on' | 'basis'>,
): readonly Anchor[] {
  const degree = qualifications.find(({ id }) => id === basis);
  const named = {
    planned: planned?.applicationOn,
    graduation: degree?.['graduatedOn'],
    award: degree?.['awardedOn'],
  };
  const said = Object.entries(named).flatMap(([name, value]): readonly Anchor[] => {
    const read = typeof value === 'string' ? parsePartialDate(value) : undefined;
    return read?.ok ? [[name, formatDay(read.value.latest)]] : [];
  });
  return [['today', on], ...said];
}

function signStep(
  { key, title, cite, controller, after, duration, schedule }: PlannedStep,
  plan: Plan,
  anchors: readonly Anchor[],
  season: string | undefined,
): SignedStep {
  const begins = schedule.startOn ?? schedule.doneOn;
  const before = after.map((each): Anchor => {
    const ends = plan.steps.find((step) => step.key === each)?.schedule.doneOn ?? '';
    return [`after ${each}`, ends];
  });
  const opens: readonly Anchor[] =
    season === undefined ? [] : [[`season ${season}`, `${begins.slice(0, 5)}${season}`]];
  const reasons = [...before, ...anchors, ...opens];
  return {
    step: key,
    title,
    cite: cite.map(({ source, locator }) => `${source}, ${locator}`),
    decides: controller,
    ...(after.length === 0 ? {} : { after }),
    begins,
    because: reasons.find(([, day]) => day === begins)?.[0] ?? 'late',
    length: duration.known ? duration.min : NOT_ESTABLISHED,
    ends: schedule.doneOn,
    between: [schedule.earliestFinish, schedule.latestFinish],
  };
}

/** What is wrong in the arithmetic of a signed plan, by its own terms. Empty when it adds up. */
export function faultsIn(signed: SignedPlan, dossier: Dossier, basis: string | undefined): readonly string[] {
  const { steps } = signed;
  const plan = { on: signed.on, ...(basis === undefined ? {} : { basis }) };
  const anchors = new Map(anchorsOf(dossier, plan));
  return [
    ...steps.flatMap((step) => faultsOfStep(step, steps, anchors)),
    ...faultsOfCost(signed),
    ...faultsOfTime(signed),
  ];
}

function faultsOfStep(
  step: SignedStep,
  steps: readonly SignedStep[],
  anchors: ReadonlyMap<string, string>,
): readonly string[] {
  const ends =
    step.length === NOT_ESTABLISHED
      ? dayOf(step.begins)
      : addPeriod(dayOf(step.begins), lengthOf(step.length), 'clamp');
  const early = (step.after ?? []).filter((key) => {
    const at = steps.findIndex((each) => each.step === key);
    return at === -1 || at > steps.indexOf(step) || (steps[at]?.ends ?? '') > step.begins;
  });
  const [earliest, latest] = step.between;
  return [
    ...(formatDay(ends) === step.ends ? [] : [`${step.step} ends on ${formatDay(ends)}`]),
    ...early.map((key) => `${step.step} comes before ${key} has ended`),
    ...(reasonHolds(step, steps, anchors)
      ? []
      : [`${step.step} does not begin on ${step.begins} because of ${step.because}`]),
    ...(earliest <= step.ends && step.ends <= latest ? [] : [`${step.step} ends outside of its days`]),
    ...(step.cite.length > 0 ? [] : [`${step.step} is not cited`]),
  ];
}

function reasonHolds(
  step: SignedStep,
  steps: readonly SignedStep[],
  anchors: ReadonlyMap<string, string>,
): boolean {
  const { because, begins } = step;
  if (because === 'late') return step.ends === step.between[1];
  if (because.startsWith('season ')) return begins.endsWith(because.slice('season '.length));
  if (because.startsWith('after '))
    return steps.find((each) => `after ${each.step}` === because)?.ends === begins;
  return anchors.get(because) === begins;
}

function faultsOfCost({ steps, cost }: SignedPlan): readonly string[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of cost.terms) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  const said = [...cost.terms.map(({ step }) => step), ...cost.notEstablished].sort();
  const taken = steps.map(({ step }) => step).sort();
  return [
    ...(JSON.stringify(said) === JSON.stringify(taken) ? [] : ['not each step is priced or named once']),
    ...(sums.size === Object.keys(cost.sum).length ? [] : ['the sum has other currencies than its terms']),
    ...[...sums].flatMap(([currency, sum]) =>
      cost.sum[currency] === sum ? [] : [`the sum in ${currency} is ${sum}`],
    ),
  ];
}

function faultsOfTime({ steps, time, on }: SignedPlan): readonly string[] {
  const last = steps.reduce((latest, { ends }) => (ends > latest ? ends : latest), on);
  const open = steps.filter(({ length }) => length === NOT_ESTABLISHED).map(({ step }) => step);
  return [
    ...(time.from === on ? [] : ['it does not begin on its day']),
    ...(time.finishOn === last ? [] : [`it ends on ${last}`]),
    ...(time.days === dayOf(time.finishOn) - dayOf(time.from) ? [] : ['the days are counted wrong']),
    ...(JSON.stringify([...time.notEstablished].sort()) === JSON.stringify(open.sort())
      ? []
      : ['not each unknown length is named once']),
  ];
}
