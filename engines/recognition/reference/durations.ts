/** `sumDuration`: how long the matching entries cover, between a least and a greatest possible length. `docs/semantics.md` section 9. */
import { addDays, type Day, subtractPeriod } from '../../kernel/index.ts';
import type { Strength } from '../language/facts.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { unknownDays } from './comparison.ts';
import { evaluateDay } from './days.ts';
import { certain, weakest } from './leaf.ts';
import { type Match, matchEntries } from './lists.ts';
import type { LeafAnswer } from './outcome.ts';
import { readFact, type Scope } from './scope.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>['sumDuration'];
type Span = { readonly from: number; readonly to: number; readonly weight: number };
type Cover = {
  readonly least: Span;
  readonly greatest: Span;
  readonly strength: Strength;
  readonly missing: readonly string[];
  readonly sure: boolean;
  readonly disputed: boolean;
};

/** Days that a month count covers at the least: one to twelve months in any position of the calendar. */
const SHORTEST_MONTHS = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365] as const;

export function shortestDays(text: string): number {
  const { years, months, weeks, days } = literalPeriod(text);
  const whole = years + Math.floor(months / 12);
  return whole * 365 + (SHORTEST_MONTHS[months % 12] ?? 0) + weeks * 7 + days;
}

export function evaluateSumDuration(node: SumDuration, scope: Scope): LeafAnswer {
  const window = windowOf(node, scope);
  if (window.state !== 'days') return window.answer;
  const matches = matchEntries(node, scope);
  const covers = matches.entries
    .filter((match) => match.truth !== 'false')
    .map((match) => coverOf(match, node, scope, window));
  const measure = node.measure === 'total' ? totalDays : longestRun;
  const least = measure(covers.filter((cover) => cover.sure).map((cover) => cover.least));
  const greatest = matches.more ? Number.POSITIVE_INFINITY : measure(covers.map((cover) => cover.greatest));
  const wanted = shortestDays(node.atLeast);
  const trace = {
    matched:
      covers.length === 0
        ? []
        : matches.entries.filter((match) => match.truth === 'true').map((match) => match.entry.id),
    possible: [],
  };
  const strength = weakest(
    window.strength,
    ...covers.filter((cover) => cover.sure).map((cover) => cover.strength),
  );
  if (least >= wanted) return { ...certain(true, strength), ...trace } as LeafAnswer;
  if (greatest < wanted)
    return { ...certain(false, weakest(strength, matches.strength)), ...trace } as LeafAnswer;
  const disputed = covers.some((cover) => cover.disputed);
  const notSaid =
    matches.more ||
    covers.some((cover) => !cover.disputed && cover.missing.length > 0) ||
    window.missing.length > 0;
  return {
    truth: 'unknown',
    reasons: [
      ...new Set([
        ...matches.reasons,
        ...(disputed ? (['disputed'] as const) : []),
        ...(notSaid ? (['notSaid'] as const) : []),
      ]),
    ].sort(),
    missing: [
      ...new Set([...matches.missing, ...covers.flatMap((cover) => cover.missing), ...window.missing]),
    ].sort(),
    ...trace,
  };
}

type Window =
  | {
      readonly state: 'days';
      readonly inner: Span;
      readonly outer: Span;
      readonly strength: Strength;
      readonly missing: readonly string[];
    }
  | { readonly state: 'answer'; readonly answer: LeafAnswer };

/** The window for the least sum lies inside every possible window, the one for the greatest around them. The day it ends on counts. */
function windowOf(node: SumDuration, scope: Scope): Window {
  const open = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, weight: 1 };
  if (node.window === undefined) return { state: 'days', inner: open, outer: open, strength: 4, missing: [] };
  const end = evaluateDay(node.window.endsOn, scope);
  if (end.state === 'none') return { state: 'answer', answer: certain(false, end.strength) };
  if (end.state === 'unknown') return { state: 'answer', answer: unknownDays([end]) };
  const period = literalPeriod(node.window.period);
  const start = (day: Day): number =>
    addDays(subtractPeriod(day, period, node.window?.rounding ?? 'clamp'), 1);
  return {
    state: 'days',
    inner: { from: start(end.hi), to: end.lo + 1, weight: 1 },
    outer: { from: start(end.lo), to: end.hi + 1, weight: 1 },
    strength: end.strength,
    missing: end.lo === end.hi ? [] : end.missing,
  };
}

function coverOf(
  match: Match,
  node: SumDuration,
  scope: Scope,
  window: Extract<Window, { state: 'days' }>,
): Cover {
  const name = (field: string): string => `${node.list}/${match.entry.id}.${field}`;
  const from = match.entry.fields.get(node.from) ?? { state: 'unknown' };
  const to = match.entry.fields.get(node.to) ?? endOfRunning(scope);
  const weight =
    node.weight === undefined
      ? ({ state: 'range', lo: 1, hi: 1, strength: 4 } as const)
      : (match.entry.fields.get(node.weight) ?? { state: 'unknown' });
  const range = (value: typeof from, low: number, high: number) =>
    value.state === 'range' ? value : { lo: low, hi: high, strength: 4 as Strength };
  const [start, end, share] = [
    range(from, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    range(to, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    range(weight, 0, 1),
  ];
  const loose = [
    [from, node.from],
    [to, node.to],
    ...(node.weight === undefined ? [] : [[weight, node.weight] as const]),
  ] as const;
  return {
    least: clip({ from: start.hi, to: end.lo, weight: share.lo }, window.inner),
    greatest: clip({ from: start.lo, to: end.hi, weight: share.hi }, window.outer),
    strength: weakest(match.strength, start.strength, end.strength, share.strength),
    missing: loose
      .filter(([value]) => value.state !== 'range' || value.lo !== value.hi)
      .map(([, field]) => name(field)),
    sure: match.truth === 'true',
    disputed: loose.some(([value]) => value.state === 'disputed'),
  };
}

/** An entry without an end runs on, the day of the application included. */
function endOfRunning(scope: Scope) {
  const on = readFact('application.on', scope);
  const { lo, hi, strength } =
    on.state === 'range' ? on : ({ lo: scope.law.query.on, hi: scope.law.query.on, strength: 4 } as const);
  return { state: 'range', lo: lo + 1, hi: hi + 1, strength } as const;
}

const clip = (span: Span, window: Span): Span => ({
  from: Math.max(span.from, window.from),
  to: Math.min(span.to, window.to),
  weight: span.weight,
});

/** Day by day the weights of overlapping spans add up to at most one. */
function totalDays(spans: readonly Span[]): number {
  const real = spans.filter((span) => span.to > span.from && span.weight > 0);
  const edges = [...new Set(real.flatMap((span) => [span.from, span.to]))].sort((a, b) => a - b);
  let sum = 0;
  for (const [index, edge] of edges.entries()) {
    const next = edges[index + 1];
    if (next === undefined) break;
    const weight = real
      .filter((span) => span.from <= edge && span.to >= next)
      .reduce((total, span) => total + span.weight, 0);
    if (weight > 0) sum += (next - edge) * Math.min(1, weight);
  }
  return sum;
}

function longestRun(spans: readonly Span[]): number {
  const real = spans.filter((span) => span.to > span.from && span.weight > 0).sort((a, b) => a.from - b.from);
  let [longest, from, to] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const span of real) {
    if (span.from > to || to === Number.NEGATIVE_INFINITY) [from, to] = [span.from, span.to];
    else to = Math.max(to, span.to);
    longest = Math.max(longest, to - from);
  }
  return longest;
}
