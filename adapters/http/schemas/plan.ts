import type { Effect, Step } from '@testamur/engines/recognition';
import { Type } from 'typebox';
import { RemarkSchema } from './assessment.ts';
import { CitationSchema } from './citation.ts';
import { closed, oneOf, status, text, texts } from './members.ts';
import { named, refTo } from './named.ts';

/** What is published of plans: `testamur/plan/1` and `testamur/reaches/1`. Unknown is never zero: what is not established is named. */
const cite = Type.Array(refTo(CitationSchema));
const unknown = Type.Object({ known: Type.Literal(false) }, { ...closed, description: 'Not established' });

const hers = Type.Optional(Type.Literal(true, { description: 'The person entered it: it has no source' }));

const StepCostSchema = named(
  'StepCost',
  Type.Union([
    Type.Object(
      {
        known: Type.Literal(true),
        amount: Type.Number(),
        to: Type.Optional(Type.Number({ description: 'Where the source gives a range' })),
        currency: text(),
        asOf: Type.String({ description: 'The day, month or year of the figure' }),
        cite,
        hers,
      },
      closed,
    ),
    unknown,
  ]),
);

const StepDurationSchema = named(
  'StepDuration',
  Type.Union([
    Type.Object(
      {
        known: Type.Literal(true),
        min: Type.String({ description: 'An ISO 8601 period' }),
        max: Type.Optional(text()),
        cite,
        hers,
      },
      closed,
    ),
    unknown,
  ]),
);

const schedule = Type.Object(
  {
    earliestStart: text(),
    earliestFinish: text(),
    latestStart: text(),
    latestFinish: text(),
    doneOn: Type.String({ description: 'When the plan takes it' }),
    critical: Type.Boolean({ description: 'Whatever delays it delays the licence' }),
    unknownBefore: Type.Integer({
      description: 'Steps of unknown duration up to this one: above zero its days are lower bounds',
    }),
    startOn: Type.Optional(Type.String({ description: 'When it begins: an application goes in' })),
    studyFrom: Type.Optional(Type.String({ description: 'When its preparation begins at the latest' })),
    calendarOpen: Type.Optional(
      Type.Literal(true, { description: 'Its calendar is not published as far as this: it may be later' }),
    ),
  },
  closed,
);

const PlannedStepSchema = named(
  'PlannedStep',
  Type.Object(
    {
      key: Type.String({ description: 'Unique in the plan' }),
      step: text(),
      pack: text(),
      title: text(),
      text: text(),
      kind: Type.Unsafe<Step['kind']>({ type: 'string' }),
      controller: oneOf(['self', 'selection', 'authority'], 'Who decides whether it happens'),
      cost: refTo(StepCostSchema),
      duration: refTo(StepDurationSchema),
      validFor: Type.Optional(Type.Object({ period: text(), cite }, closed)),
      after: texts('Keys of the steps that must be done before'),
      schedule,
      effects: Type.Array(Type.Unsafe<Effect>({ type: 'object' }), {
        description: 'What becomes true when it is done',
      }),
      unlocks: Type.Object({ rules: texts(), steps: texts(), routes: texts() }, closed),
      cite,
    },
    closed,
  ),
);

const amounts = Type.Array(Type.Object({ amount: Type.Number(), currency: text() }, closed));
const via = Type.Array(Type.Object({ route: text(), pack: text(), grants: text(), title: text() }, closed), {
  description: 'Licences on the way',
});

const AdviceSchema = named(
  'PlanAdvice',
  Type.Object(
    {
      step: Type.String({ description: 'Key of the step' }),
      kind: oneOf(['notBefore', 'notAfter']),
      act: oneOf(['take', 'begin', 'register']),
      day: text(),
      because: Type.Union([
        Type.Object(
          {
            reason: Type.Literal('lapses'),
            before: Type.String({ description: 'Key of a step, or #application' }),
            moment: oneOf(['submission', 'decision', 'registration', 'use']),
          },
          closed,
        ),
        Type.Object({ reason: Type.Literal('holdsUp'), step: text() }, closed),
        Type.Object({ reason: Type.Literal('sitting'), sitting: text() }, closed),
        Type.Object({ reason: oneOf(['end', 'seasonCloses', 'wish']) }, closed),
      ]),
    },
    { ...closed, description: 'When to take a step, and why not earlier or later' },
  ),
);

const ContingencySchema = named(
  'PlanContingency',
  Type.Union(
    [
      Type.Object(
        {
          step: Type.String({ description: 'Key of the step' }),
          failedOn: text(),
          canResit: Type.Literal(true),
          resitOn: text(),
          finishOn: text(),
          addedDays: Type.Integer(),
          atLeast: Type.Boolean({ description: 'The wait or the calendar of the resit is not established' }),
          repeats: texts('Keys of steps whose results lapse meanwhile and that are taken again'),
          addedCost: Type.Object({ known: amounts, unknownParts: texts() }, closed),
        },
        closed,
      ),
      Type.Object(
        {
          step: text(),
          failedOn: text(),
          canResit: Type.Literal(false),
          reason: oneOf(['lastAttempt', 'lapses']),
        },
        closed,
      ),
    ],
    { description: 'What failing an exam once costs in time and money' },
  ),
);

const PlanSchema = named(
  'Plan',
  Type.Object(
    {
      schema: Type.Literal('testamur/plan/1'),
      target: Type.Object(
        { pack: text(), route: text(), title: text(), grants: text(), independent: Type.Boolean() },
        closed,
      ),
      basis: Type.Optional(Type.String({ description: 'The degree on which it rests' })),
      on: text(),
      steps: Type.Array(refTo(PlannedStepSchema), { description: 'In an order in which they can be taken' }),
      applicationOn: text(),
      cost: Type.Object(
        {
          known: amounts,
          unknownParts: texts('Keys of the steps whose price is not established'),
          upTo: amounts,
          atLeast: Type.Boolean(),
        },
        closed,
      ),
      time: Type.Object(
        { days: Type.Integer(), finishOn: text(), atLeast: Type.Boolean(), unknownParts: texts() },
        closed,
      ),
      ifSelected: Type.Boolean(),
      authorityDecides: Type.Array(refTo(RemarkSchema)),
      via,
      assumes: Type.Array(
        Type.Object(
          {
            rule: text(),
            title: text(),
            reasons: Type.Array(oneOf(['notSaid', 'notResearched', 'disputed', 'stale'])),
            missing: texts(),
          },
          closed,
        ),
        { description: 'Empty for a plan that opens its route by its steps alone' },
      ),
      questions: texts('Facts not said that could change the plan'),
      advice: Type.Optional(Type.Array(refTo(AdviceSchema))),
      contingencies: Type.Optional(Type.Array(refTo(ContingencySchema))),
      assumesLawUnchangedSince: text(),
    },
    closed,
  ),
);

export const PlanAnswerSchema = named(
  'PlanAnswer',
  Type.Union(
    [
      Type.Object(
        {
          state: oneOf(['planned', 'conditional']),
          plan: refTo(PlanSchema),
          proof: Type.Object(
            {
              claim: oneOf(['cheapest', 'lowestKnown', 'bestFound'], 'How sure it is that no way is better'),
              rivals: Type.Integer(),
              tried: Type.Integer(),
            },
            closed,
          ),
        },
        closed,
      ),
      Type.Object(
        {
          state: Type.Literal('none'),
          target: Type.Object({ pack: text(), route: text() }, closed),
          reason: oneOf(['notInForce', 'closed', 'failsWhenTried', 'searchLimit']),
          blocking: texts('Rules that nothing opens'),
          questions: texts(),
        },
        closed,
      ),
    ],
    { description: 'The cheapest way to one licence, tried on the rules before it is proposed' },
  ),
);

export const ReachesSchema = named(
  'Reaches',
  Type.Object(
    {
      schema: Type.Literal('testamur/reaches/1'),
      on: text(),
      knownOn: text(),
      dossierHash: text(),
      routes: Type.Array(
        Type.Object(
          {
            pack: text(),
            route: text(),
            grants: text(),
            independent: Type.Boolean(),
            status: status('Is this route open?'),
            basis: Type.Optional(text()),
            reach: oneOf(['reachable', 'conditional', 'unreachable']),
            time: Type.Optional(
              Type.Object(
                {
                  days: Type.Integer(),
                  finishOn: text(),
                  atLeast: Type.Boolean(),
                  unknownParts: Type.Integer(),
                },
                closed,
              ),
            ),
            steps: Type.Integer(),
            ifSelected: Type.Boolean(),
            via,
          },
          closed,
        ),
      ),
    },
    { ...closed, description: 'The earliest licence on every route: lower bounds, nothing of them tried' },
  ),
);

export const PLAN_PARTS = [
  CitationSchema,
  RemarkSchema,
  StepCostSchema,
  StepDurationSchema,
  PlannedStepSchema,
  AdviceSchema,
  ContingencySchema,
  PlanSchema,
];
