/** Unknown, but irrelevant: try every cell between the cut points of the facts that occur more than once. `docs/semantics.md` section 7. */
import { type CitationGrade, weakestGrade } from '../../kernel/index.ts';
import type { FactValue, Strength } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Node, Scalar } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { certaintyOf } from './logic.ts';
import { boundStanding, greatestStanding, leastStanding, type Outcome } from './outcome.ts';
import { readFact, type Scope } from './scope.ts';

const MOST_CELLS = 64;

/** Where a fact is compared, and with what: `undefined` where it is used in a way that has no finite cut points. */
type Use = { readonly fact: string; readonly cuts: readonly Scalar[] | undefined };

export function settleByEnumeration(
  outcome: Outcome,
  node: Node,
  scope: Scope,
  grade: CitationGrade | undefined,
): Outcome {
  if (outcome.truth !== 'unknown' || scope.tried !== undefined || scope.its !== undefined || 'rule' in node)
    return outcome;
  return settle(outcome, usesOf(node, scope), scope, (trial) =>
    scope.interpreter.evaluateNode(node, trial, outcome.path, grade),
  );
}

/** The choice between versions is a node too: each version asks where the anchor lies. */
export function settleChoice(
  outcome: Outcome,
  versions: readonly RuleVersion[],
  scope: Scope,
  choose: (trial: Scope) => Outcome,
): Outcome {
  if (outcome.truth !== 'unknown' || scope.tried !== undefined) return outcome;
  const uses = versions.flatMap((version) => [...anchorUses(version), ...usesOf(version.when, scope)]);
  return settle(outcome, uses, scope, choose);
}

function anchorUses({ appliesTo: by }: RuleVersion): readonly Use[] {
  if (by === undefined) return [];
  const cuts = [by.from, by.to].filter((day) => day !== undefined);
  return cuts.length === 0 ? [] : [{ fact: by.anchor, cuts }];
}

function settle(
  outcome: Outcome,
  uses: readonly Use[],
  scope: Scope,
  evaluate: (trial: Scope) => Outcome,
): Outcome {
  const facts = enumerable(uses, scope);
  if (facts.length === 0) return outcome;
  const cells = facts.map((fact) =>
    cellsOf(
      readFact(fact, scope),
      uses.filter((use) => use.fact === fact).flatMap((use) => use.cuts ?? []),
    ),
  );
  if (cells.reduce((product, each) => product * each.length, 1) > MOST_CELLS) return outcome;
  const trials = combine(cells).map((values) =>
    evaluate({ ...scope, tried: new Map(facts.map((fact, index) => [fact, values[index] as FactValue])) }),
  );
  const truth = trials[0]?.truth;
  if (
    truth === undefined ||
    truth === 'unknown' ||
    truth === 'notApplicable' ||
    trials.some((trial) => trial.truth !== truth)
  )
    return outcome;
  const strengths = trials.flatMap((trial) => (trial.strength === undefined ? [] : [trial.strength]));
  const standing =
    truth === 'true'
      ? 'met'
      : leastStanding(['curable', greatestStanding(trials.map((trial) => trial.standing))]);
  return {
    ...outcome,
    truth,
    standing: boundStanding(standing, truth),
    reasons: [],
    missing: [],
    independentOf: facts,
    ...certaintyOf(
      Math.min(4, ...strengths) as Strength,
      weakestGrade(trials.flatMap((trial) => (trial.grade === undefined ? [] : [trial.grade]))),
    ),
  };
}

/** Missing facts in two or more leaves, all of them with finite cut points. */
function enumerable(uses: readonly Use[], scope: Scope): readonly string[] {
  const facts = [...new Set(uses.map((use) => use.fact))].sort();
  return facts.filter((fact) => {
    const all = uses.filter((use) => use.fact === fact);
    const value = readFact(fact, scope);
    const missing = value.state === 'unknown' || (value.state === 'range' && value.lo !== value.hi);
    return missing && all.length >= 2 && all.every((use) => use.cuts !== undefined);
  });
}

/** By law and node: what a node uses is the same for every person. */
const known = new WeakMap<Scope['law'], WeakMap<Node, readonly Use[]>>();

function usesOf(node: Node, scope: Scope): readonly Use[] {
  const ofLaw = known.get(scope.law) ?? new WeakMap<Node, readonly Use[]>();
  known.set(scope.law, ofLaw);
  const uses = ofLaw.get(node) ?? findUses(node, scope);
  ofLaw.set(node, uses);
  return uses;
}

function findUses(node: Node, scope: Scope): readonly Use[] {
  if ('all' in node) return node.all.flatMap((child) => usesOf(child, scope));
  if ('any' in node) return node.any.flatMap((child) => usesOf(child, scope));
  if ('not' in node) return usesOf(node.not, scope);
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return node.atLeast.of.flatMap((child) => usesOf(child, scope));
  if ('exactly' in node) return node.exactly.of.flatMap((child) => usesOf(child, scope));
  if ('if' in node)
    return [node.if, node.then, ...(node.else === undefined ? [] : [node.else])].flatMap((child) =>
      usesOf(child, scope),
    );
  if ('unless' in node) return [node.unless, node.then].flatMap((child) => usesOf(child, scope));
  if ('rule' in node || 'notResearched' in node) return [];
  if (!('fact' in node)) return factsNamed(node).map((fact) => ({ fact, cuts: undefined }));
  const cuts = cutsOf(node as Record<string, unknown>, scope);
  if (cuts === undefined) return factsNamed(node).map((fact) => ({ fact, cuts: undefined }));
  return [{ fact: node.fact, cuts }];
}

/** Literals of a comparison; undefined where it is with another fact, a date expression or a set-valued fact. */
function cutsOf(node: Record<string, unknown>, scope: Scope): readonly Scalar[] | undefined {
  for (const name of [
    'equals',
    'notEquals',
    'atLeast',
    'moreThan',
    'atMost',
    'lessThan',
    'onOrAfter',
    'after',
    'onOrBefore',
    'before',
  ] as const) {
    if (!(name in node)) continue;
    const literal = node[name];
    return typeof literal === 'object' ? undefined : [literal as Scalar];
  }
  if ('between' in node) return node['between'] as readonly number[];
  const set = (node['in'] ?? node['notIn']) as readonly string[] | { readonly group: string } | undefined;
  if (set === undefined) return undefined;
  return 'group' in set ? [...(scope.law.groups.get(set.group) ?? [])] : set;
}

/** Every scalar named anywhere in an operator, outside the entry or row it runs over. */
function factsNamed(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(factsNamed);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    (key === 'fact' || key === 'subject' || key === 'otherwise') &&
    typeof value === 'string' &&
    !/^(its|outer|row)\./.test(value)
      ? [value]
      : key === 'cite'
        ? []
        : factsNamed(value),
  );
}

function cellsOf(value: FactValue, cuts: readonly Scalar[]): readonly FactValue[] {
  const sample = cuts[0];
  if (typeof sample === 'boolean')
    return [false, true].map((each): FactValue => ({ state: 'known', value: each, strength: 4 }));
  const days = cuts.every((cut) => typeof cut === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cut));
  if (typeof sample === 'string' && !days) {
    const named = [...new Set(cuts)].sort();
    return [...named, '\u0000other'].map(
      (each): FactValue => ({ state: 'known', value: String(each), strength: 4 }),
    );
  }
  const points = [
    ...new Set(cuts.map((cut) => (typeof cut === 'string' ? Number(literalDay(cut)) : Number(cut)))),
  ].sort((a, b) => a - b);
  return rangesBetween(points, value, days);
}

/** The cells …, {t}, … cut to what is known of the fact; days are whole, numbers are not. */
function rangesBetween(points: readonly number[], value: FactValue, whole: boolean): readonly FactValue[] {
  const [lo, hi] =
    value.state === 'range' ? [value.lo, value.hi] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const samples: number[] = [];
  const first = points[0] ?? 0;
  const last = points.at(-1) ?? 0;
  if (lo < first) samples.push(Math.min(hi, Math.max(lo, first - 1)));
  for (const [index, point] of points.entries()) {
    if (point >= lo && point <= hi) samples.push(point);
    const next = points[index + 1];
    if (next === undefined) break;
    const [from, to] = [Math.max(lo, whole ? point + 1 : point), Math.min(hi, whole ? next - 1 : next)];
    if (whole ? from <= to : from < to) samples.push(whole ? from : (from + to) / 2);
  }
  if (hi > last) samples.push(Math.max(lo, Math.min(hi, last + 1)));
  return [...new Set(samples)].map(
    (sample): FactValue => ({ state: 'range', lo: sample, hi: sample, strength: 4 }),
  );
}

function combine(cells: readonly (readonly FactValue[])[]): readonly (readonly FactValue[])[] {
  return cells.reduce<readonly (readonly FactValue[])[]>(
    (rows, each) => rows.flatMap((row) => each.map((value) => [...row, value])),
    [[]],
  );
}
