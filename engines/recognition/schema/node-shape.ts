/** The shape of a node: one operator of the closed set, and the frame around it. */
import type { JsonSchema } from '../facts/dossier-schema.ts';
import {
  boolean,
  day,
  describeValue,
  type Fields,
  integer,
  isRecord,
  listOf,
  number,
  oneOf,
  period,
  record,
  reference,
  reportKey,
  type Shape,
  scalar,
  text,
} from './check.ts';
import { citations } from './citation-shape.ts';
import { aMap, choice, withKey } from './guard.ts';
import type { Path, Report } from './problem.ts';
import { type SchemaBook, shapeOf } from './shape.ts';

const rounding = oneOf('clamp', 'next-day');
const node: Shape = shapeOf(
  (value, at, report) => nodeShape(value, at, report),
  (book) => nodeShape.says(book),
);
const fact = reference('fact');
const list = reference('list');
const entryField = reference('field');
const factRef = record({ fact }, {}, 'factRef');
const selection: Fields = { where: node };
const field = record({ list, field: entryField }, selection, 'extreme');

const dayExpression: Shape = choice(
  [
    [withKey('latest'), record({ latest: field }, {}, 'extreme')],
    [withKey('earliest'), record({ earliest: field }, {}, 'extreme')],
    [aMap, factRef],
  ],
  day,
);

const orFact = (shape: Shape): Shape => choice([[aMap, factRef]], shape);
const codeSet = choice([[aMap, record({ group: reference('group') }, {}, 'codeSet')]], listOf(text, 1));
const pair: Shape = shapeOf(
  (value, at, report) => {
    listOf(number, 2)(value, at, report);
    if (Array.isArray(value) && value.length > 2)
      report('PACK_VALUE', at, 'Between takes two numbers.', 'Write [least, most].');
  },
  () => ({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
);

const COMPARATORS: Fields = {
  equals: orFact(scalar),
  notEquals: orFact(scalar),
  atLeast: number,
  moreThan: number,
  atMost: number,
  lessThan: number,
  between: pair,
  onOrAfter: dayExpression,
  after: dayExpression,
  onOrBefore: dayExpression,
  before: dayExpression,
  in: codeSet,
  notIn: codeSet,
  includes: orFact(text),
  includesAny: codeSet,
  onlyFrom: codeSet,
};

const countOf = record({ n: integer, of: listOf(node, 1) }, {}, 'countOf');
const bounds = record({ list }, { ...selection, atLeast: integer, atMost: integer }, 'count');
const count: Shape = shapeOf(bounds, (book) => ({
  ...bounds.says(book),
  anyOf: [{ required: ['atLeast'] }, { required: ['atMost'] }],
}));

/** Operators named by their own key; `if` and `unless` bring their branches along. */
const OPERATORS: Readonly<
  Record<string, { readonly shape: Shape; readonly required?: Fields; readonly optional?: Fields }>
> = {
  all: { shape: listOf(node, 1) },
  any: { shape: listOf(node, 1) },
  not: { shape: node },
  atLeast: { shape: countOf },
  exactly: { shape: countOf },
  if: { shape: node, required: { then: node }, optional: { else: node } },
  unless: { shape: node, required: { then: node } },
  withinPeriod: {
    shape: record(
      { from: dayExpression, to: dayExpression, period, rounding, inclusive: boolean },
      {},
      'withinPeriod',
    ),
  },
  asOf: {
    shape: record(
      { join: oneOf('accredited'), subject: reference('schoolFact'), on: dayExpression },
      { recognisedBy: text, otherwise: fact },
      'asOf',
    ),
  },
  some: { shape: record({ list }, selection, 'some') },
  every: { shape: record({ list, satisfies: node }, selection, 'every') },
  count: { shape: count },
  sumDuration: {
    shape: record(
      { list, from: entryField, to: entryField, measure: oneOf('total', 'longest'), atLeast: period },
      {
        ...selection,
        weight: entryField,
        window: record({ endsOn: dayExpression, period, rounding }, {}, 'window'),
      },
      'sumDuration',
    ),
  },
  examWindow: {
    shape: record(
      { list, parts: listOf(node, 1), field: entryField, within: period, rounding, inclusive: boolean },
      { ordered: boolean },
      'examWindow',
    ),
  },
  table: { shape: record({ name: text, where: node }, {}, 'useOfTable') },
  rule: { shape: text },
  notResearched: { shape: text },
};

const FRAME: Fields = {
  id: text,
  label: text,
  cite: citations,
  cure: listOf(reference('step'), 1),
  waiver: text,
};

const checkNode = (value: unknown, at: Path, report: Report): void => {
  if (!isRecord(value)) {
    return report(
      'PACK_OPERATOR',
      at,
      `Expected a condition, found ${describeValue(value)}.`,
      'Write a map with one operator, such as { fact: …, equals: … } or all: [ … ].',
    );
  }
  if ('fact' in value) return comparison(value, at, report);
  const found = Object.keys(OPERATORS).filter((key) => key in value);
  const [name] = found;
  const operator = name === undefined ? undefined : OPERATORS[name];
  if (name === undefined || operator === undefined || found.length > 1) {
    const stray = Object.keys(value).find((key) => !(key in FRAME) && !(key in OPERATORS));
    if (stray !== undefined && found.length === 0)
      return reportKey(stray, [...Object.keys(OPERATORS), 'fact'], at, report);
    return report(
      'PACK_OPERATOR',
      at,
      found.length > 1
        ? `A condition has one operator; this one has ${found.join(' and ')}.`
        : 'This condition has no operator.',
      'Give it exactly one; join several with all: [ … ].',
    );
  }
  record({ [name]: operator.shape, ...operator.required }, { ...FRAME, ...operator.optional })(
    value,
    at,
    report,
  );
  if (name === 'count') boundsOfCount(value['count'], [...at, 'count'], report);
};

const comparison = (value: unknown, at: Path, report: Report): void => {
  if (!isRecord(value)) return;
  const found = Object.keys(COMPARATORS).filter((key) => key in value);
  const stray = Object.keys(value).find((key) => key !== 'fact' && !(key in FRAME) && !(key in COMPARATORS));
  if (stray !== undefined) return reportKey(stray, Object.keys(COMPARATORS), at, report);
  if (found.length !== 1) {
    return report(
      'PACK_OPERATOR',
      at,
      `A fact takes one comparison; this one has ${found.length === 0 ? 'none' : found.join(' and ')}.`,
      `Use one of: ${Object.keys(COMPARATORS).join(', ')}; join several with all: [ … ].`,
    );
  }
  const name = String(found[0]);
  record({ fact, [name]: COMPARATORS[name] ?? scalar }, FRAME)(value, at, report);
};

const boundsOfCount = (value: unknown, at: Path, report: Report): void => {
  if (isRecord(value) && value['atLeast'] === undefined && value['atMost'] === undefined) {
    report('PACK_KEY_MISSING', at, 'A count needs atLeast or atMost.', 'Add the bound that the law names.');
  }
};

const saysOperator = (book: SchemaBook): JsonSchema => {
  const branches = Object.values(OPERATORS).map(({ required, optional }) => ({ ...required, ...optional }));
  const known: Fields = {
    ...Object.fromEntries(Object.entries(OPERATORS).map(([name, { shape }]) => [name, shape])),
    ...Object.assign({}, ...branches),
    ...FRAME,
  };
  return {
    ...record({}, known, 'condition').says(book),
    oneOf: Object.keys(OPERATORS).map((name) => ({ required: [name] })),
    dependentRequired: { if: ['then'], unless: ['then'], else: ['if'] },
    dependentSchemas: { then: { anyOf: [{ required: ['if'] }, { required: ['unless'] }] } },
  };
};

const saysComparison = (book: SchemaBook): JsonSchema => ({
  ...record({ fact }, { ...COMPARATORS, ...FRAME }, 'condition').says(book),
  oneOf: Object.keys(COMPARATORS).map((name) => ({ required: [name] })),
  allOf: book.comparisons(),
});

/** A condition: one operator of the closed set, or a fact with one comparison. */
export const nodeShape: Shape = shapeOf(checkNode, (book) =>
  book.define('condition', () => ({
    type: 'object',
    if: { required: ['fact'] },
    then: book.define('comparison', () => saysComparison(book)),
    else: book.define('operator', () => saysOperator(book)),
  })),
);
