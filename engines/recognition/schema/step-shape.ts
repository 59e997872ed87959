/** The shape of a step, of a pack or shared by all. */
import {
  listOf,
  mapOf,
  matching,
  number,
  oneOf,
  partialDate,
  period,
  record,
  reference,
  type Shape,
  scalar,
  text,
} from './check.ts';
import { choice, withKey } from './guard.ts';
import { cited, id, stepId } from './ids-shape.ts';
import { stepTime } from './step-time-shape.ts';

const required = choice(
  [
    [withKey('route'), record({ route: id }, {}, 'required')],
    [withKey('step'), record({ step: stepId }, {}, 'required')],
  ],
  record({ rule: id }, {}, 'required'),
);

const forEach = record(
  { list: reference('list'), field: reference('field'), as: reference('field') },
  {},
  'forEach',
);
const effect: Shape = choice(
  [[withKey('list'), record({ list: reference('list'), entry: mapOf(scalar) }, { forEach }, 'effect')]],
  record({ fact: reference('fact'), value: scalar }, {}, 'effect'),
);

const STEP_KINDS = [
  'exam',
  'language-test',
  'verification',
  'document',
  'training',
  'practice',
  'application',
  'licence',
  'job',
  'selection',
  'immigration',
  'other',
] as const;

const cost = record(
  { amount: number, currency: matching(/^[A-Z]{3}$/, 'a currency such as EUR'), asOf: partialDate, ...cited },
  { to: number },
  'cost',
);

export const step = record(
  {
    step: stepId,
    title: text,
    text,
    kind: oneOf(...STEP_KINDS),
    controller: oneOf('self', 'selection', 'authority'),
    requires: listOf(required),
    effects: listOf(effect),
    ...cited,
  },
  {
    cost,
    duration: record({ min: period, ...cited }, { max: period }, 'duration'),
    validFor: record({ period, ...cited }, {}, 'validFor'),
    ...stepTime,
  },
  'step',
);
