/** The values worth trying for each fact: one for every way in which the comparisons with it can come out together. */
import type { FactValue } from '../language/facts.ts';
import { groupBy } from '../language/group-by.ts';
import { literalDay } from '../language/literals.ts';
import type { Scalar } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { evaluateNode } from '../reference/evaluate-node.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import { newMemory, type Scope } from '../reference/scope.ts';
import type { Atom } from './abstract-node.ts';

export type Variable = { readonly fact: string; readonly values: readonly FactValue[] };

/** First-stage logic over the values tried and nothing else. */
export function scopeOf(law: ResolvedLaw, tried: ReadonlyMap<string, FactValue>): Scope {
  return {
    law,
    facts: { scalars: new Map(), lists: new Map() },
    registry: { accredited: () => ({ state: 'silent' }) },
    listKeys: new Map(),
    tried,
    memory: newMemory(),
    interpreter: INTERPRETER,
    rulePath: [],
    stepPath: [],
  };
}

export function variablesOf(atoms: readonly Atom[], law: ResolvedLaw): readonly Variable[] {
  return [...groupBy(atoms, (atom) => atom.fact)].map(([fact, own]) => ({
    fact,
    values: distinctValues(fact, own, law),
  }));
}

function distinctValues(fact: string, atoms: readonly Atom[], law: ResolvedLaw): readonly FactValue[] {
  const bySignature = new Map<string, FactValue>();
  for (const value of candidates(atoms.flatMap((atom) => atom.cuts))) {
    const scope = scopeOf(law, new Map([[fact, value]]));
    const signature = atoms.map((atom) => evaluateNode(atom.node, scope, '').truth).join();
    if (!bySignature.has(signature)) bySignature.set(signature, value);
  }
  return [...bySignature.values()];
}

function candidates(cuts: readonly Scalar[]): readonly FactValue[] {
  const known = (value: boolean | string): FactValue => ({ state: 'known', value, strength: 4 });
  if (cuts.some((cut) => typeof cut === 'boolean')) return [true, false].map(known);
  const isDay =
    cuts.length > 0 && cuts.every((cut) => typeof cut === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cut));
  if (!isDay && cuts.some((cut) => typeof cut === 'string'))
    return [...new Set(cuts.map(String)), 'none of these'].map(known);
  const points = [
    ...new Set(cuts.map((cut) => (typeof cut === 'string' ? Number(literalDay(cut)) : Number(cut)))),
  ].sort((a, b) => a - b);
  const between = points.slice(1).map((point, index) => ((points[index] ?? 0) + point) / 2);
  const all = [
    ...points,
    ...between.map((each) => (isDay ? Math.floor(each) : each)),
    (points[0] ?? 0) - 1,
    (points.at(-1) ?? 0) + 1,
  ];
  return all.map((each) => ({ state: 'range', lo: each, hi: each, strength: 4 }));
}
