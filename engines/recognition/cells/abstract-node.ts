/**
 * A node with everything that has no finite cut points replaced by a free yes-or-no. What is impossible even then is impossible;
 * what is possible then need not be, so nothing is claimed of it.
 */
import { canonicalise } from '../../kernel/index.ts';
import type { Node, Scalar } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

/** A comparison of one fact with literals or sets, or a free variable. */
export type Atom = { readonly fact: string; readonly node: Node; readonly cuts: readonly Scalar[] };

export type AbstractNode = { readonly node: Node; readonly atoms: readonly Atom[] };

const COMPARED = [
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

export function abstractNode(node: Node, groups: ResolvedLaw['groups']): AbstractNode {
  const atoms: Atom[] = [];
  const abstracted = abstractPart(node, groups, atoms);
  return { node: abstracted, atoms };
}

function abstractPart(node: Node, groups: ResolvedLaw['groups'], atoms: Atom[]): Node {
  const part = (each: Node): Node => abstractPart(each, groups, atoms);
  if ('all' in node) return { all: node.all.map(part) };
  if ('any' in node) return { any: node.any.map(part) };
  if ('not' in node) return { not: part(node.not) };
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return { atLeast: { n: node.atLeast.n, of: node.atLeast.of.map(part) } };
  if ('exactly' in node) return { exactly: { n: node.exactly.n, of: node.exactly.of.map(part) } };
  if ('if' in node)
    return {
      if: part(node.if),
      then: part(node.then),
      ...(node.else === undefined ? {} : { else: part(node.else) }),
    };
  if ('unless' in node) return { unless: part(node.unless), then: part(node.then) };
  const atom = atomOf(node, groups);
  atoms.push(atom);
  return atom.node;
}

function atomOf(node: Node, groups: ResolvedLaw['groups']): Atom {
  if ('fact' in node && !node.fact.startsWith('row.')) {
    const cuts = cutsOf(node as unknown as Readonly<Record<string, unknown>>, groups);
    // Fields of an entry become scalars of their own: the search gives them values.
    const fact = node.fact.replace(/^(its|outer)\./, '@$1.');
    if (cuts !== undefined) return { fact, node: { ...bare(node), fact } as Node, cuts };
  }
  const fact = `?${keyOf(node)}`;
  return { fact, node: { fact, equals: true }, cuts: [true] };
}

const bare = ({
  id: _id,
  label: _label,
  cite: _cite,
  cure: _cure,
  waiver: _waiver,
  ...operator
}: Node): object => operator;

/** The same leaf twice is one variable; a rule by its name, wherever it is referred to. */
function keyOf(node: Node): string {
  const text = canonicalise(JSON.parse(JSON.stringify(bare(node))));
  return text.ok ? text.value : JSON.stringify(bare(node));
}

/** Undefined where the other side is a fact or a date expression, or the fact is itself a set. */
function cutsOf(
  node: Readonly<Record<string, unknown>>,
  groups: ResolvedLaw['groups'],
): readonly Scalar[] | undefined {
  const name = COMPARED.find((each) => each in node);
  if (name !== undefined) return typeof node[name] === 'object' ? undefined : [node[name] as Scalar];
  if ('between' in node) return node['between'] as readonly number[];
  const set = (node['in'] ?? node['notIn']) as readonly string[] | { readonly group: string } | undefined;
  if (set === undefined) return undefined;
  return 'group' in set ? [...(groups.get(set.group) ?? [])] : set;
}
