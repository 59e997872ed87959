/** The shape of a node: one operator of the closed set, and the frame around it. */
import {
  boolean,
  chosen,
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
  reportKey,
  type Shape,
  scalar,
  text,
} from './check.ts';
import { citations } from './citation-shape.ts';

const rounding = oneOf('clamp', 'next-day');
const node: Shape = (value, at, report) => nodeShape(value, at, report);
const factRef = record({ fact: text });
const selection: Fields = { where: node };
const field = record({ list: text, field: text }, selection);

const dayExpression: Shape = chosen((value) => {
  if (!isRecord(value)) return day;
  if ('latest' in value) return record({ latest: field });
  if ('earliest' in value) return record({ earliest: field });
  return factRef;
});

const orFact = (shape: Shape): Shape => chosen((value) => (isRecord(value) ? factRef : shape));
const codeSet = chosen((value) => (isRecord(value) ? record({ group: text }) : listOf(text, 1)));
const pair: Shape = (value, at, report) => {
  listOf(number, 2)(value, at, report);
  if (Array.isArray(value) && value.length > 2)
    report('PACK_VALUE', at, 'Between takes two numbers.', 'Write [least, most].');
};

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

const countOf = record({ n: integer, of: listOf(node, 1) });
const count = record({ list: text }, { ...selection, atLeast: integer, atMost: integer });

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
    shape: record({ from: dayExpression, to: dayExpression, period, rounding, inclusive: boolean }),
  },
  asOf: {
    shape: record(
      { join: oneOf('accredited'), subject: text, on: dayExpression },
      { recognisedBy: text, otherwise: text },
    ),
  },
  some: { shape: record({ list: text }, selection) },
  every: { shape: record({ list: text, satisfies: node }, selection) },
  count: { shape: count },
  sumDuration: {
    shape: record(
      { list: text, from: text, to: text, measure: oneOf('total', 'longest'), atLeast: period },
      { ...selection, weight: text, window: record({ endsOn: dayExpression, period, rounding }) },
    ),
  },
  examWindow: {
    shape: record(
      { list: text, parts: listOf(node, 1), field: text, within: period, rounding, inclusive: boolean },
      { ordered: boolean },
    ),
  },
  table: { shape: record({ name: text, where: node }) },
  rule: { shape: text },
  notResearched: { shape: text },
};

const FRAME: Fields = { id: text, label: text, cite: citations, cure: listOf(text, 1), waiver: text };

export const nodeShape: Shape = (value, at, report) => {
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

const comparison: Shape = (value, at, report) => {
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
  record({ fact: text, [name]: COMPARATORS[name] ?? scalar }, FRAME)(value, at, report);
};

const boundsOfCount: Shape = (value, at, report) => {
  if (isRecord(value) && value['atLeast'] === undefined && value['atMost'] === undefined) {
    report('PACK_KEY_MISSING', at, 'A count needs atLeast or atMost.', 'Add the bound that the law names.');
  }
};
