/** The tables of `docs/semantics.md` marked executable, row by row. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addPeriod, expectOk, formatDay, parseDay, parsePeriod, type Rounding } from '../kernel/index.ts';
import type { Evaluator } from './assess/prepare-law.ts';
import { batchEvaluator } from './batch/batch-evaluator.fixture.ts';
import { compiledEvaluator } from './compiled/compiled-evaluator.ts';
import type { Node } from './language/nodes.ts';
import type { Truth } from './language/verdict.ts';
import { referenceEvaluator } from './reference/reference-evaluator.ts';
import { type Ask, askNode } from './small-law.fixture.ts';

const BACK_ENDS: readonly { readonly name: string; readonly evaluator: Evaluator }[] = [
  { name: 'reference', evaluator: referenceEvaluator },
  { name: 'compiled', evaluator: compiledEvaluator },
  { name: 'batch', evaluator: batchEvaluator },
];

const PAGE = readFileSync(new URL('../../docs/semantics.md', import.meta.url), 'utf8');

/** The rows of the table that follows a heading in bold. */
function tableAfter(heading: string): readonly (readonly string[])[] {
  const start = PAGE.indexOf(`**executable: ${heading}`);
  if (start < 0) throw new Error(`docs/semantics.md has no table “${heading}”`);
  const lines = PAGE.slice(start).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const LETTERS: Readonly<Record<string, Truth>> = { T: 'true', F: 'false', U: 'unknown', N: 'notApplicable' };

/** A node that has the truth of the letter, whatever the dossier. */
const NODES: Readonly<Record<string, Node>> = {
  T: { fact: 'person.a', equals: true },
  F: { fact: 'person.a', equals: false },
  U: { fact: 'person.b', equals: true },
  N: { unless: { fact: 'person.a', equals: true }, then: { fact: 'person.a', equals: true } },
};
const ASK: Ask = { dossier: { person: { a: true } } };
/** A second unknown that shares no fact with the first, so that no enumeration joins them. */
const OTHER: Readonly<Record<string, Node>> = { ...NODES, U: { fact: 'person.c', equals: true } };

const node = (letter: string | undefined, from = NODES): Node => from[letter ?? ''] as Node;

describe.each(BACK_ENDS)('truth tables, $name', ({ evaluator }) => {
  const ask: Ask = { ...ASK, evaluator };
  it.each(tableAfter('not').map((row) => [...row]))('not %s is %s', (x, expected) => {
    expect(askNode({ not: node(x) }, ask).truth).toBe(LETTERS[expected ?? '']);
  });

  const rows = tableAfter('all, any, if then, unless then');
  it('covers every pair', () => expect(new Set(rows.map(([a, b]) => `${a}${b}`)).size).toBe(16));

  it.each(rows.map((row) => [...row]))(
    'a %s, b %s: all %s, any %s, if %s, unless %s',
    (a, b, all, any, ifThen, unless) => {
      const [left, right] = [node(a), node(b, OTHER)];
      expect(askNode({ all: [left, right] }, ask).truth).toBe(LETTERS[all ?? '']);
      expect(askNode({ any: [left, right] }, ask).truth).toBe(LETTERS[any ?? '']);
      expect(askNode({ if: left, then: right }, ask).truth).toBe(LETTERS[ifThen ?? '']);
      expect(askNode({ unless: left, then: right }, ask).truth).toBe(LETTERS[unless ?? '']);
    },
  );
});

describe('days and periods', () => {
  it.each(tableAfter('day + period').map((row) => [...row]))(
    '%s + %s (%s) is %s',
    (day, period, rounding, result) => {
      const sum = addPeriod(
        expectOk(parseDay(day ?? ''), 'a day'),
        expectOk(parsePeriod(period ?? ''), 'a period'),
        rounding as Rounding,
      );
      expect(formatDay(sum)).toBe(result);
    },
  );
});

describe.each(BACK_ENDS)('time tables, $name', ({ evaluator }) => {
  it.each(tableAfter('within period').map((row) => [...row]))(
    '%s to %s within %s (%s, inclusive %s) is %s',
    (from, to, period, rounding, inclusive, truth) => {
      const when: Node = {
        withinPeriod: {
          from: { fact: 'pmq.enrolledOn' },
          to: { fact: 'pmq.graduatedOn' },
          period: period ?? '',
          rounding: rounding as Rounding,
          inclusive: inclusive === 'true',
        },
      };
      const dossier = { qualifications: [{ id: 'degree', enrolledOn: from ?? '', graduatedOn: to ?? '' }] };
      expect(askNode(when, { dossier, evaluator }).truth).toBe(LETTERS[truth ?? '']);
    },
  );
});
