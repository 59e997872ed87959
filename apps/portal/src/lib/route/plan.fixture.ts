/** Small plans and fronts for tests of what the screens make of them. Everything in them is invented. */
import type { FrontPoint, Plan, PlannedStep } from '@testamur/engines/planner';

export const ON = '2027-01-01';

type StepChange = Partial<Omit<PlannedStep, 'schedule'>> & {
  readonly schedule?: Partial<PlannedStep['schedule']>;
};

/** Ten days long, done on the last of them, unless it is told otherwise. */
export function plannedStep(key: string, { schedule = {}, ...change }: StepChange = {}): PlannedStep {
  return {
    key,
    step: key,
    pack: 'xa',
    title: `Title of ${key}`,
    text: 'What it is.',
    kind: 'exam',
    controller: 'self',
    cost: { known: false },
    duration: { known: true, min: 'P10D', max: 'P10D', cite: [] },
    after: [],
    effects: [],
    unlocks: { rules: [], steps: [], routes: [] },
    cite: [],
    ...change,
    schedule: {
      earliestStart: ON,
      earliestFinish: '2027-01-11',
      latestStart: ON,
      latestFinish: '2027-01-11',
      startOn: ON,
      doneOn: '2027-01-11',
      critical: true,
      unknownBefore: change.duration?.known === false ? 1 : 0,
      ...schedule,
    },
  };
}

export const UNKNOWN = { known: false } as const;

export function planOf(steps: readonly PlannedStep[], change: Partial<Plan> = {}): Plan {
  return {
    schema: 'testamur/plan/1',
    target: { pack: 'xa', route: 'xa.route', title: 'A route', grants: 'xa.full', independent: true },
    on: ON,
    steps,
    applicationOn: ON,
    cost: { known: [], upTo: [], unknownParts: [], atLeast: false },
    time: { days: 0, finishOn: ON, atLeast: false, unknownParts: [] },
    ifSelected: false,
    authorityDecides: [],
    via: [],
    assumes: [],
    questions: [],
    assumesLawUnchangedSince: ON,
    ...change,
  };
}

export const ending = (finishOn: string, days: number, atLeast = false): Pick<Plan, 'time'> => ({
  time: { finishOn, days, atLeast, unknownParts: [] },
});

export type Figures = {
  readonly steps?: readonly string[];
  readonly amounts?: readonly (readonly [amount: number, currency: string])[];
  readonly unknownPrices?: number;
  readonly days?: number;
  readonly unknownLengths?: number;
};

export function pointOf(figures: Figures, change: Partial<FrontPoint> = {}): FrontPoint {
  const {
    steps = ['step.xa.apply'],
    amounts = [],
    unknownPrices = 0,
    days = 0,
    unknownLengths = 0,
  } = figures;
  const known = amounts.map(([amount, currency]) => ({ amount, currency }));
  const parts = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `p${index}`);
  const cost = { known, upTo: known, unknownParts: parts(unknownPrices), atLeast: unknownPrices > 0 };
  const time = { days, finishOn: ON, unknownParts: parts(unknownLengths), atLeast: unknownLengths > 0 };
  const plan = planOf(
    steps.map((key) => plannedStep(key)),
    { cost, time },
  );
  return { state: 'planned', plan, cost, time, bestAt: [], undetermined: false, ...change };
}
