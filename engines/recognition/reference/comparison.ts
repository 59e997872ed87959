/** Comparisons of one fact with a literal, a set, another fact or a day. `docs/semantics.md` section 8. */

import type { FactValue, Strength } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { CodeSet, DayExpression, FactRef, Node, Scalar } from '../language/nodes.ts';
import { type DayValue, evaluateDay } from './days.ts';
import { cannotCompare, certain, notSaid, weakest } from './leaf.ts';
import type { LeafAnswer } from './outcome.ts';
import { nameOf, readFact, type Scope } from './scope.ts';

type Comparison = Extract<Node, FactRef>;
type Range = { readonly lo: number; readonly hi: number; readonly strength: Strength };

export function evaluateComparison(node: Comparison, scope: Scope): LeafAnswer {
  if ('equals' in node) return evaluateEquals(node.fact, node.equals, scope);
  if ('notEquals' in node) return negate(evaluateEquals(node.fact, node.notEquals, scope));
  if ('in' in node) return evaluateIn(node.fact, node.in, scope);
  if ('notIn' in node) return negate(evaluateIn(node.fact, node.notIn, scope));
  if ('includes' in node) return evaluateIncludes(node.fact, node.includes, scope);
  if ('includesAny' in node)
    return evaluateSet(node.fact, node.includesAny, scope, (held, wanted) =>
      held.some((code) => wanted.has(code)),
    );
  if ('onlyFrom' in node)
    return evaluateSet(node.fact, node.onlyFrom, scope, (held, wanted) =>
      held.every((code) => wanted.has(code)),
    );
  if ('onOrAfter' in node) return compareDays(node.fact, node.onOrAfter, scope, (a, b) => a >= b);
  if ('after' in node) return compareDays(node.fact, node.after, scope, (a, b) => a > b);
  if ('onOrBefore' in node) return compareDays(node.fact, node.onOrBefore, scope, (a, b) => a <= b);
  if ('before' in node) return compareDays(node.fact, node.before, scope, (a, b) => a < b);
  if ('atLeast' in node) return compareNumbers(node.fact, scope, (value) => value >= node.atLeast);
  if ('moreThan' in node) return compareNumbers(node.fact, scope, (value) => value > node.moreThan);
  if ('atMost' in node) return compareNumbers(node.fact, scope, (value) => value <= node.atMost);
  if ('lessThan' in node) return compareNumbers(node.fact, scope, (value) => value < node.lessThan);
  return evaluateBetween(node.fact, node.between, scope);
}

const negate = (answer: LeafAnswer): LeafAnswer =>
  answer.truth === 'true' || answer.truth === 'false'
    ? certain(answer.truth === 'false', answer.strength)
    : answer;

/** A fact or a column of the row; an empty cell is `undefined`: every comparison with it is false. */
function read(fact: string, scope: Scope): FactValue | undefined {
  if (!fact.startsWith('row.')) return readFact(fact, scope);
  const cell = scope.row?.[fact.slice('row.'.length)];
  return cell === null || cell === undefined ? undefined : literalFact(cell);
}

function literalFact(cell: Scalar): FactValue {
  if (typeof cell === 'number') return { state: 'range', lo: cell, hi: cell, strength: 4 };
  return { state: 'known', value: cell, strength: 4 };
}

function evaluateEquals(fact: string, literal: Scalar | FactRef, scope: Scope): LeafAnswer {
  const left = read(fact, scope);
  const right = typeof literal === 'object' ? read(literal.fact, scope) : literalFact(literal);
  if (left === undefined || right === undefined) return certain(false, 4);
  const unknowns = [
    ...(left.state === 'unknown' || left.state === 'disputed'
      ? [cannotCompare(left, nameOf(fact, scope))]
      : []),
    ...(right.state === 'unknown' || right.state === 'disputed'
      ? [cannotCompare(right, nameOf((literal as FactRef).fact, scope))]
      : []),
  ];
  if (unknowns.length > 0) return joinUnknown(unknowns);
  if (left.state === 'range' || right.state === 'range')
    return equalRanges(fact, literal, toRange(left), toRange(right), scope);
  const [a, b] = [left, right] as [
    Extract<FactValue, { state: 'known' }>,
    Extract<FactValue, { state: 'known' }>,
  ];
  if (isSchoolByHand(a.value) || isSchoolByHand(b.value)) return notSaid([nameOf(fact, scope)]);
  return certain(a.value === b.value, weakest(a.strength, b.strength));
}

/** A school that the person described herself is known by no registry id. */
const isSchoolByHand = (value: unknown): boolean => typeof value === 'string' && value.startsWith('by-hand:');

function toRange(value: FactValue): Range {
  if (value.state === 'range') return value;
  if (value.state === 'known' && typeof value.value === 'string') {
    const day = literalDay(value.value);
    return { lo: day, hi: day, strength: value.strength };
  }
  throw new Error('A day or number can only be compared with a day or number; lint refuses the rest.');
}

function equalRanges(fact: string, literal: Scalar | FactRef, a: Range, b: Range, scope: Scope): LeafAnswer {
  if (a.hi < b.lo || b.hi < a.lo) return certain(false, weakest(a.strength, b.strength));
  if (a.lo === a.hi && b.lo === b.hi) return certain(true, weakest(a.strength, b.strength));
  const names = [nameOf(fact, scope), ...(typeof literal === 'object' ? [nameOf(literal.fact, scope)] : [])];
  return notSaid(names.filter((_, index) => (index === 0 ? a.lo !== a.hi : b.lo !== b.hi)));
}

function joinUnknown(answers: readonly LeafAnswer[]): LeafAnswer {
  const open = answers.filter((answer) => answer.truth === 'unknown');
  return {
    truth: 'unknown',
    reasons: [...new Set(open.flatMap((answer) => answer.reasons))].sort(),
    missing: [...new Set(open.flatMap((answer) => answer.missing))].sort(),
  };
}

const membersOf = (set: CodeSet, scope: Scope): ReadonlySet<string> =>
  'group' in set ? (scope.law.groups.get(set.group) ?? new Set()) : new Set(set);

function evaluateIn(fact: string, set: CodeSet, scope: Scope): LeafAnswer {
  const value = read(fact, scope);
  if (value === undefined) return certain(false, 4);
  if (value.state !== 'known') return cannotCompare(value, nameOf(fact, scope));
  if (isSchoolByHand(value.value)) return notSaid([nameOf(fact, scope)]);
  return certain(membersOf(set, scope).has(String(value.value)), value.strength);
}

function evaluateIncludes(fact: string, wanted: string | FactRef, scope: Scope): LeafAnswer {
  const held = readFact(fact, scope);
  const code = typeof wanted === 'string' ? literalFact(wanted) : read(wanted.fact, scope);
  if (code === undefined) return certain(false, 4);
  const unknowns = [
    ...(held.state !== 'known' ? [cannotCompare(held, nameOf(fact, scope))] : []),
    ...(code.state !== 'known' ? [cannotCompare(code, nameOf((wanted as FactRef).fact, scope))] : []),
  ];
  if (held.state !== 'known' || code.state !== 'known') return joinUnknown(unknowns);
  return certain(
    (held.value as readonly string[]).includes(String(code.value)),
    weakest(held.strength, code.strength),
  );
}

function evaluateSet(
  fact: string,
  set: CodeSet,
  scope: Scope,
  test: (held: readonly string[], wanted: ReadonlySet<string>) => boolean,
): LeafAnswer {
  const value = readFact(fact, scope);
  if (value.state !== 'known') return cannotCompare(value, nameOf(fact, scope));
  return certain(test(value.value as readonly string[], membersOf(set, scope)), value.strength);
}

function compareNumbers(fact: string, scope: Scope, holds: (value: number) => boolean): LeafAnswer {
  const value = read(fact, scope);
  if (value === undefined) return certain(false, 4);
  if (value.state !== 'range') return cannotCompare(value, nameOf(fact, scope));
  const [low, high] = [holds(value.lo), holds(value.hi)];
  return low === high ? certain(low, value.strength) : notSaid([nameOf(fact, scope)]);
}

function evaluateBetween(fact: string, [low, high]: readonly [number, number], scope: Scope): LeafAnswer {
  const value = read(fact, scope);
  if (value === undefined) return certain(false, 4);
  if (value.state !== 'range') return cannotCompare(value, nameOf(fact, scope));
  if (value.lo >= low && value.hi <= high) return certain(true, value.strength);
  if (value.hi < low || value.lo > high) return certain(false, value.strength);
  return notSaid([nameOf(fact, scope)]);
}

/** Each order is monotone, so the extreme pairs of the two ranges decide for all. */
function compareDays(
  fact: string,
  bound: DayExpression,
  scope: Scope,
  holds: (a: number, b: number) => boolean,
): LeafAnswer {
  const left = evaluateDay({ fact }, scope);
  const right = evaluateDay(bound, scope);
  if (left.state === 'none' || right.state === 'none') return noDay(left, right);
  if (left.state === 'unknown' || right.state === 'unknown') return unknownDays([left, right]);
  const answers = new Set([
    holds(left.lo, right.lo),
    holds(left.lo, right.hi),
    holds(left.hi, right.lo),
    holds(left.hi, right.hi),
  ]);
  if (answers.size === 1) return certain(answers.has(true), weakest(left.strength, right.strength));
  return notSaid([...namesOfRange(left), ...namesOfRange(right)]);
}

export function noDay(...days: readonly DayValue[]): LeafAnswer {
  return certain(false, weakest(...days.map((day) => (day.state === 'none' ? day.strength : 4))));
}

export function unknownDays(days: readonly DayValue[]): LeafAnswer {
  const open = days.filter((day) => day.state === 'unknown');
  return {
    truth: 'unknown',
    reasons: [...new Set(open.flatMap((day) => day.reasons))].sort(),
    missing: [...new Set(open.flatMap((day) => day.missing))].sort(),
  };
}

/** What would have to be known more exactly; nothing where the range is one day. */
export const namesOfRange = (day: Extract<DayValue, { state: 'range' }>): readonly string[] =>
  day.lo === day.hi ? [] : day.missing;
