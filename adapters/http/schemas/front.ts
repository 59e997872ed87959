import type { Plan } from '@testamur/engines/planner';
import { Type } from 'typebox';
import { closed, oneOf, status, text, texts } from './members.ts';
import { named, refTo } from './named.ts';
import { PLAN_PARTS } from './plan.ts';

/** What is published of fronts: `testamur/front/1`, `anywhere/1`, `what-if/1`, `reverse-reach/1`. Unknown is never zero. */
const plan = Type.Unsafe<Plan>({ $ref: 'Plan#' });
const MoneySchema = Type.Object({ amount: Type.Number(), currency: text() }, closed);
const amounts = Type.Array(MoneySchema);

const WishesSchema = named(
  'Wishes',
  Type.Object(
    {
      budget: Type.Optional(MoneySchema),
      deadline: Type.Optional(Type.String({ description: 'The licence on this day at the latest' })),
      excludedCountries: Type.Optional(texts('No licence is obtained there and no step taken')),
      refusedSteps: Type.Optional(texts('Ids of steps that she will not take')),
      willLearn: Type.Optional(texts('Where given, tests of any other language are left out')),
      notBefore: Type.Optional(
        Type.String({ description: 'Practice, training, jobs and licences do not begin before this day' }),
      ),
      own: Type.Optional(
        Type.Record(
          text(),
          Type.Object(
            {
              cost: Type.Optional(MoneySchema),
              duration: Type.Optional(text()),
              study: Type.Optional(text()),
            },
            { ...closed, description: 'What she knows better of a step' },
          ),
        ),
      ),
      rates: Type.Optional(
        Type.Object(
          {
            into: Type.String({ description: 'Everything is converted into this currency' }),
            worth: Type.Record(text(), Type.Number(), {
              description: 'How much of it one unit of another currency is worth',
            }),
            on: Type.String({ description: 'The day of the table' }),
            source: Type.String({ description: 'Who published it, or hers' }),
          },
          closed,
        ),
      ),
      share: Type.Optional(
        Type.Number({
          exclusiveMinimum: 0,
          maximum: 1,
          description: 'The share of full time that she can give',
        }),
      ),
      excludeSelection: Type.Optional(Type.Boolean()),
    },
    { ...closed, description: 'Personal constraints. None of them changes the law' },
  ),
);

const CostSchema = named(
  'PlanCost',
  Type.Object({ known: amounts, unknownParts: texts(), upTo: amounts, atLeast: Type.Boolean() }, closed),
);
const reachTime = Type.Object(
  { days: Type.Integer(), finishOn: text(), atLeast: Type.Boolean(), unknownParts: Type.Integer() },
  closed,
);

const FrontPointSchema = named(
  'FrontPoint',
  Type.Object(
    {
      state: oneOf(['planned', 'conditional']),
      plan,
      cost: refTo(CostSchema),
      converted: Type.Optional(
        Type.Object(
          {
            currency: text(),
            amount: Type.Number(),
            upTo: Type.Number(),
            atLeast: Type.Boolean(),
            ratesOn: text(),
            source: text(),
          },
          { ...closed, description: 'The cost in one currency, beside the originals' },
        ),
      ),
      expected: Type.Optional(refTo(CostSchema)),
      time: Type.Object(
        { days: Type.Integer(), finishOn: text(), atLeast: Type.Boolean(), unknownParts: texts() },
        closed,
      ),
      bestAt: Type.Array(oneOf(['cheapest', 'fastest', 'balanced'])),
      undetermined: Type.Boolean({
        description: 'An unknown price or a missing rate decides between this point and another',
      }),
    },
    closed,
  ),
);

const bound = Type.Object({ cost: amounts, days: Type.Integer() }, closed);

const CertificateSchema = named(
  'FrontCertificate',
  Type.Object(
    {
      claim: oneOf(
        ['exact', 'gap'],
        'exact: no plan within the hop limit betters the points in cost and time',
      ),
      lowerBounds: bound,
      gap: bound,
      hopLimit: Type.Integer({ description: 'Licences obtained on the way, at most' }),
      packs: Type.Array(Type.Object({ pack: text(), version: text(), hash: Type.Optional(text()) }, closed)),
      questions: texts('Facts not said that could change the points or their order'),
      explored: Type.Object(
        {
          chains: Type.Integer(),
          chainsPruned: Type.Integer(),
          branches: Type.Integer(),
          tried: Type.Integer(),
        },
        closed,
      ),
    },
    closed,
  ),
);

const ExclusionSchema = named(
  'Exclusion',
  Type.Object(
    {
      wish: oneOf([
        'budget',
        'deadline',
        'excludedCountries',
        'refusedSteps',
        'willLearn',
        'notBefore',
        'excludeSelection',
      ]),
      value: texts(),
      excludes: texts('Routes and steps that it leaves out'),
      cheapest: Type.Optional(refTo(FrontPointSchema)),
      fastest: Type.Optional(refTo(FrontPointSchema)),
    },
    { ...closed, description: 'A wish that stands in the way, and the plans that break it and no other' },
  ),
);

export const FrontSchema = named(
  'Front',
  Type.Object(
    {
      schema: Type.Literal('testamur/front/1'),
      target: Type.Object({ pack: text(), route: Type.Optional(text()) }, closed),
      on: text(),
      wishes: refTo(WishesSchema),
      points: Type.Array(refTo(FrontPointSchema), { description: 'The cheapest first' }),
      certificate: refTo(CertificateSchema),
      none: Type.Optional(
        Type.Object(
          {
            reason: oneOf(['notInForce', 'closed', 'failsWhenTried', 'searchLimit', 'wishes']),
            blocking: texts('Rules that nothing opens'),
          },
          closed,
        ),
      ),
      excludedBy: Type.Array(refTo(ExclusionSchema)),
    },
    { ...closed, description: 'Every plan to a target that no other betters in cost and time' },
  ),
);

export const AnywhereSchema = named(
  'Anywhere',
  Type.Object(
    {
      schema: Type.Literal('testamur/anywhere/1'),
      on: text(),
      wishes: refTo(WishesSchema),
      points: Type.Array(refTo(FrontPointSchema)),
      targets: Type.Array(
        Type.Object(
          {
            pack: text(),
            route: text(),
            independent: Type.Boolean(),
            status: status('Is this route open?'),
            reach: oneOf(['reachable', 'conditional', 'unreachable']),
            bound: Type.Optional(bound),
            outcome: oneOf(['solved', 'dominated', 'closed', 'excluded']),
          },
          closed,
        ),
      ),
      certificate: refTo(CertificateSchema),
    },
    { ...closed, description: 'The best plans to any licence that permits independent practice' },
  ),
);

const routeState = Type.Object(
  {
    status: status('Is this route open?'),
    reach: oneOf(['reachable', 'conditional', 'unreachable']),
    time: Type.Optional(reachTime),
    steps: Type.Integer(),
    ifSelected: Type.Boolean(),
  },
  closed,
);

export const WhatIfSchema = named(
  'WhatIf',
  Type.Object(
    {
      schema: Type.Literal('testamur/what-if/1'),
      on: text(),
      steps: Type.Array(Type.Object({ step: text(), on: Type.Optional(text()) }, closed)),
      refused: Type.Array(Type.Object({ step: text(), reason: oneOf(['unknownStep', 'badDay']) }, closed)),
      routes: Type.Array(
        Type.Object(
          {
            pack: text(),
            route: text(),
            grants: text(),
            independent: Type.Boolean(),
            before: routeState,
            after: routeState,
            change: oneOf(['gained', 'lost', 'better', 'worse', 'same']),
          },
          closed,
        ),
      ),
    },
    { ...closed, description: 'What changed facts or steps taken would change' },
  ),
);

export const ReverseReachSchema = named(
  'ReverseReach',
  Type.Object(
    {
      schema: Type.Literal('testamur/reverse-reach/1'),
      on: text(),
      pack: text(),
      people: Type.Integer(),
      classes: Type.Array(
        Type.Object(
          {
            id: text(),
            schools: texts(),
            citizenships: texts(),
            graduated: Type.Object({ from: Type.Integer(), to: Type.Integer() }, closed),
            route: Type.Optional(text()),
            reach: oneOf(['reachable', 'conditional', 'unreachable']),
            status: Type.Optional(status('Is this route open?')),
            time: Type.Optional(reachTime),
            steps: Type.Integer(),
            via: Type.Array(
              Type.Object({ route: text(), pack: text(), grants: text(), title: text() }, closed),
            ),
            blockedBy: Type.Optional(Type.Object({ route: text(), rule: text(), title: text() }, closed)),
          },
          closed,
        ),
      ),
    },
    { ...closed, description: 'From which schools and citizenships doctors can reach an authority' },
  ),
);

export const FRONT_PARTS = [
  ...PLAN_PARTS,
  WishesSchema,
  CostSchema,
  FrontPointSchema,
  CertificateSchema,
  ExclusionSchema,
];
/** An answer over all targets names no wish that stands in the way. */
export const ANYWHERE_PARTS = FRONT_PARTS.filter((part) => part !== ExclusionSchema);
