/** The second stage, prepared when the law is compiled: which facts can be enumerated below a node, and between which cut points. */
import { literalDay } from '../language/literals.ts';
import type { Node, Scalar } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { childrenOf } from '../operators/index.ts';
import type { Compiler, Evaluate } from './compiled-node.ts';
import { type Frame, KNOWN, scalarSlot, UNKNOWN } from './frame.ts';
import {
  CURABLE,
  F,
  gradeOf,
  least,
  MET,
  N,
  pack,
  settled,
  standingOf,
  strengthOf,
  T,
  truthOf,
  U,
} from './packed.ts';
import { literalNumber } from './reader.ts';

const MOST_CELLS = 64;

export type Candidate = {
  readonly fact: string;
  readonly slot: number;
  readonly kind: 'listed' | 'days' | 'numbers';
  readonly points: readonly number[];
};

/** A use of a fact: the literals it is compared with, or none where it is used in another way. */
type Use = { readonly fact: string; readonly literals?: readonly Scalar[] };

const LITERALS = [
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
] as const;

export function candidatesBelow(node: Node, compiler: Compiler): readonly Candidate[] {
  return candidatesOf(usesIn(node, compiler), compiler);
}

export function candidatesOfVersions(
  versions: readonly RuleVersion[],
  compiler: Compiler,
): readonly Candidate[] {
  const uses = versions.flatMap(({ appliesTo: by, when }): readonly Use[] => {
    const bounds = [by?.from, by?.to].filter((bound) => bound !== undefined);
    const anchor = by === undefined || bounds.length === 0 ? [] : [{ fact: by.anchor, literals: bounds }];
    return [...anchor, ...usesIn(when, compiler)];
  });
  return candidatesOf(uses, compiler);
}

function candidatesOf(uses: readonly Use[], compiler: Compiler): readonly Candidate[] {
  const byFact = new Map<string, Use[]>();
  for (const use of uses) byFact.set(use.fact, [...(byFact.get(use.fact) ?? []), use]);
  return [...byFact.keys()].sort().flatMap((fact) => {
    const all = byFact.get(fact) ?? [];
    if (all.length < 2 || all.some((use) => use.literals === undefined)) return [];
    return [
      candidateOf(
        fact,
        all.flatMap((use) => use.literals ?? []),
        compiler,
      ),
    ];
  });
}

function candidateOf(fact: string, literals: readonly Scalar[], compiler: Compiler): Candidate {
  const slot = scalarSlot(fact, compiler.layout);
  if (typeof literals[0] === 'boolean') return { fact, slot, kind: 'listed', points: [0, 1] };
  const days = literals.every(
    (literal) => typeof literal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal),
  );
  if (typeof literals[0] === 'string' && !days) {
    const codes = [...new Set(literals)].sort().map((literal) => literalNumber(literal, compiler.layout));
    return { fact, slot, kind: 'listed', points: [...codes, -1] };
  }
  const points = literals.map((literal) => (days ? literalDay(String(literal)) : Number(literal)));
  return { fact, slot, kind: days ? 'days' : 'numbers', points: [...new Set(points)].sort((a, b) => a - b) };
}

function usesIn(node: Node, compiler: Compiler): readonly Use[] {
  if ('rule' in node || 'notResearched' in node) return [];
  const children = childrenOf(node);
  if (children.length > 0) return children.flatMap(([, child]) => usesIn(child, compiler));
  const literals = 'fact' in node ? literalsOf(node, compiler) : undefined;
  if ('fact' in node && literals !== undefined) return [{ fact: node.fact, literals }];
  return scalarsNamed(node).map((fact) => ({ fact }));
}

function literalsOf(node: Extract<Node, { fact: string }>, { law }: Compiler): readonly Scalar[] | undefined {
  const parts: Readonly<Record<string, unknown>> = node;
  const key = LITERALS.find((name) => name in parts);
  if (key !== undefined) return typeof parts[key] === 'object' ? undefined : [parts[key] as Scalar];
  if ('between' in node) return node.between;
  const set = 'in' in node ? node.in : 'notIn' in node ? node.notIn : undefined;
  if (set === undefined) return undefined;
  return 'group' in set ? [...(law.groups.get(set.group) ?? [])] : set;
}

function scalarsNamed(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(scalarsNamed);
  return Object.entries(part).flatMap(([key, value]): readonly string[] => {
    if (key === 'cite') return [];
    if (typeof value !== 'string') return scalarsNamed(value);
    return ['fact', 'subject', 'otherwise'].includes(key) && !/^(its|outer|row)\./.test(value) ? [value] : [];
  });
}

/** Tries every cell of the candidates that are missing; the packed answer if all agree, else -1. */
export function tryCells(
  candidates: readonly Candidate[],
  frame: Frame,
  evaluate: Evaluate,
): { readonly packed: number; readonly facts: readonly string[] } | undefined {
  const { scalars } = frame;
  const open = candidates.filter(
    ({ slot }) =>
      scalars.state[slot] === UNKNOWN ||
      (scalars.state[slot] === KNOWN && scalars.lo[slot] !== scalars.hi[slot]),
  );
  if (open.length === 0) return undefined;
  const samples = open.map((candidate) => samplesOf(candidate, frame));
  if (samples.reduce((cells, each) => cells * each.length, 1) > MOST_CELLS) return undefined;
  const held = open.map(
    ({ slot }) => [scalars.state[slot], scalars.lo[slot], scalars.hi[slot], scalars.strength[slot]] as const,
  );
  frame.trial = true;
  const packed = agree(open, samples, frame, evaluate);
  frame.trial = false;
  for (const [index, { slot }] of open.entries()) {
    const [state = 0, lo = 0, hi = 0, strength = 0] = held[index] ?? [];
    scalars.state[slot] = state;
    scalars.lo[slot] = lo;
    scalars.hi[slot] = hi;
    scalars.strength[slot] = strength;
  }
  return packed < 0 ? undefined : { packed: settled(packed), facts: open.map(({ fact }) => fact) };
}

function agree(
  open: readonly Candidate[],
  samples: readonly (readonly number[])[],
  frame: Frame,
  evaluate: Evaluate,
): number {
  const total = samples.reduce((cells, each) => cells * each.length, 1);
  let [truth, standing, strength, grade] = [-1, 0, 4, 0];
  for (let cell = 0; cell < total; cell += 1) {
    let rest = cell;
    for (const [index, { slot }] of open.entries()) {
      const values = samples[index] ?? [];
      const value = values[rest % values.length] ?? 0;
      rest = Math.floor(rest / values.length);
      frame.scalars.state[slot] = KNOWN;
      frame.scalars.lo[slot] = value;
      frame.scalars.hi[slot] = value;
      frame.scalars.strength[slot] = 4;
    }
    const packed = evaluate(frame);
    if (truth < 0) truth = truthOf(packed);
    if (truthOf(packed) !== truth || truth === U || truth === N) return -1;
    standing = Math.max(standing, standingOf(packed));
    if (strengthOf(packed) > 0) strength = Math.min(strength, strengthOf(packed));
    grade = least(grade, gradeOf(packed));
  }
  if (truth !== T && truth !== F) return -1;
  return pack(truth, truth === T ? MET : Math.min(CURABLE, standing), strength, grade, 0);
}

function samplesOf({ kind, points, slot }: Candidate, { scalars }: Frame): readonly number[] {
  if (kind === 'listed') return points;
  const vague = scalars.state[slot] === KNOWN;
  const lo = vague ? (scalars.lo[slot] ?? 0) : Number.NEGATIVE_INFINITY;
  const hi = vague ? (scalars.hi[slot] ?? 0) : Number.POSITIVE_INFINITY;
  const step = kind === 'days' ? 1 : 0;
  const samples = new Set<number>();
  const [first = 0, last = 0] = [points[0], points.at(-1)];
  if (lo < first) samples.add(Math.max(lo, first - 1));
  if (hi > last) samples.add(Math.min(hi, last + 1));
  for (const [index, point] of points.entries()) {
    if (point >= lo && point <= hi) samples.add(point);
    const next = points[index + 1];
    if (next === undefined) continue;
    const from = Math.max(lo, point + step);
    const to = Math.min(hi, next - step);
    if (step === 1 ? from <= to : from < to) samples.add(step === 1 ? from : (from + to) / 2);
  }
  return [...samples];
}
