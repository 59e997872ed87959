/** Which facts can be enumerated below a node, and between which cut points: found when the law is compiled. `docs/semantics.md` section 7. */
import { literalDay } from '../language/literals.ts';
import type { Node, Scalar } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { childrenOf } from '../operators/index.ts';
import type { Compiler } from './compiled-node.ts';
import { scalarSlot } from './layout.ts';
import { literalNumber } from './reader.ts';

/** `listed`: every value there is, the last of them one that the law does not name. */
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

const NAMED_NOWHERE = -1;

export const candidatesBelow = (node: Node, compiler: Compiler): readonly Candidate[] =>
  candidatesOf(usesIn(node, compiler), compiler);

/** The choice between versions asks where the anchor lies. */
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

/** Facts that occur in two or more leaves, and only in comparisons with literals; for the rest Kleene's logic is exact. */
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

function candidateOf(fact: string, literals: readonly Scalar[], { layout }: Compiler): Candidate {
  const slot = scalarSlot(fact, layout);
  if (typeof literals[0] === 'boolean') return { fact, slot, kind: 'listed', points: [0, 1] };
  const days = literals.every((literal) => /^\d{4}-\d{2}-\d{2}$/.test(String(literal)));
  if (typeof literals[0] === 'string' && !days) {
    const codes = [...new Set(literals)].sort().map((literal) => literalNumber(literal, layout));
    return { fact, slot, kind: 'listed', points: [...codes, NAMED_NOWHERE] };
  }
  const points = literals.map((literal) => (days ? literalDay(String(literal)) : Number(literal)));
  return {
    fact,
    slot,
    kind: days ? 'days' : 'numbers',
    points: [...new Set(points)].sort((a, b) => a - b),
  };
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
