/** What rules compare each fact with, and which facts, lists and periods they name at all. */
import type { CodeSet, Node, Scalar } from '../language/nodes.ts';
import type { Table } from '../language/pack.ts';
import { daysOf, type Place, type VisitedNode, walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw, ResolvedRule } from '../query/resolve-query.ts';

export type CutPoints = {
  /** By fact (`pmq.hours`) or field of a list (`exams.exam`): the literals it is compared with. */
  readonly literals: ReadonlyMap<string, ReadonlySet<Scalar>>;
  readonly scalars: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly periods: readonly string[];
};

type Found = {
  readonly literals: Map<string, Set<Scalar>>;
  readonly scalars: Set<string>;
  readonly lists: Set<string>;
  readonly periods: Set<string>;
};

export function cutPointsOf(rules: readonly ResolvedRule[], law: ResolvedLaw): CutPoints {
  const found: Found = { literals: new Map(), scalars: new Set(), lists: new Set(), periods: new Set() };
  for (const { versions } of rules) {
    for (const { appliesTo, when } of versions) {
      if (appliesTo !== undefined)
        note(
          appliesTo.anchor,
          [appliesTo.from, appliesTo.to].filter((day) => day !== undefined),
          {},
          found,
        );
      for (const visited of walkNodes(when)) noteNode(visited, law, found);
    }
  }
  joinEqualFacts(rules, found);
  return { ...found, periods: [...found.periods].sort() };
}

/** `its.x` inside the list `exams` is the field `exams.x`; columns are no facts. */
export function nameIn(fact: string, place: Place): string | undefined {
  const [head = '', field = ''] = fact.split(/\.(.*)/s);
  if (head === 'row') return undefined;
  if (head === 'its') return place.its === undefined ? undefined : `${place.its}.${field}`;
  if (head === 'outer') return place.outer === undefined ? undefined : `${place.outer}.${field}`;
  return fact;
}

function note(fact: string, literals: Iterable<Scalar>, place: Place, found: Found): void {
  const name = nameIn(fact, place);
  if (name === undefined) return;
  if (name === fact) found.scalars.add(name);
  const held = found.literals.get(name) ?? new Set();
  for (const literal of literals) held.add(literal);
  found.literals.set(name, held);
}

const PARTS = ['equals', 'notEquals', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'includes'] as const;
const ORDERS = ['onOrAfter', 'after', 'onOrBefore', 'before'] as const;
const SETS = ['in', 'notIn', 'includesAny', 'onlyFrom'] as const;

function noteNode({ node, place }: VisitedNode, law: ResolvedLaw, found: Found): void {
  if ('fact' in node) noteComparison(node.fact, node, place, law, found);
  for (const { day } of daysOf(node)) {
    if (typeof day === 'string') continue;
    if ('fact' in day) note(day.fact, [], place, found);
    else found.lists.add('latest' in day ? day.latest.list : day.earliest.list);
  }
  if ('asOf' in node) {
    note(node.asOf.subject, [], place, found);
    if (node.asOf.otherwise !== undefined) note(node.asOf.otherwise, [true], place, found);
  }
  noteLists(node, found);
}

function noteComparison(fact: string, node: Node, place: Place, law: ResolvedLaw, found: Found): void {
  const parts = node as unknown as Readonly<Record<string, unknown>>;
  note(fact, [], place, found);
  for (const key of [...PARTS, ...ORDERS]) {
    const literal = parts[key];
    if (literal === undefined) continue;
    if (typeof literal !== 'object') note(fact, [literal as Scalar], place, found);
    else if (literal !== null && 'fact' in literal)
      noteColumns(fact, String(literal.fact), place, law, found);
  }
  if (Array.isArray(parts['between'])) note(fact, parts['between'] as Scalar[], place, found);
  for (const key of SETS) {
    const set = parts[key] as CodeSet | undefined;
    if (set !== undefined) note(fact, 'group' in set ? (law.groups.get(set.group) ?? []) : set, place, found);
  }
}

/** A fact compared with a column is compared with each of its cells. */
function noteColumns(fact: string, other: string, place: Place, law: ResolvedLaw, found: Found): void {
  const table = place.table === undefined ? undefined : law.tables.get(place.table);
  if (fact.startsWith('row.')) note(other, cellsOf(table, fact), place, found);
  else if (other.startsWith('row.')) note(fact, cellsOf(table, other), place, found);
  else note(other, [], place, found);
}

const cellsOf = (table: Table | undefined, column: string): readonly Scalar[] =>
  (table?.rows ?? []).map((row) => row[column.slice('row.'.length)]).filter((cell) => cell != null);

function noteLists(node: Node, found: Found): void {
  if ('some' in node) found.lists.add(node.some.list);
  if ('every' in node) found.lists.add(node.every.list);
  if ('count' in node) found.lists.add(node.count.list);
  if ('examWindow' in node) {
    found.lists.add(node.examWindow.list);
    found.periods.add(node.examWindow.within);
  }
  if ('withinPeriod' in node) found.periods.add(node.withinPeriod.period);
  if ('sumDuration' in node) {
    found.lists.add(node.sumDuration.list);
    found.periods.add(node.sumDuration.atLeast);
    if (node.sumDuration.window !== undefined) found.periods.add(node.sumDuration.window.period);
  }
}

/** Two facts that are compared with each other share what either is compared with. */
function joinEqualFacts(rules: readonly ResolvedRule[], found: Found): void {
  const nodes = rules.flatMap(({ versions }) => versions.flatMap(({ when }) => walkNodes(when)));
  for (const { node, place } of nodes) {
    const parts = node as unknown as Readonly<Record<string, unknown>>;
    const other = (parts['equals'] ?? parts['notEquals'] ?? parts['includes']) as
      | { fact?: string }
      | undefined;
    if (!('fact' in node) || typeof other !== 'object' || other.fact === undefined) continue;
    const [left, right] = [nameIn(node.fact, place), nameIn(other.fact, place)];
    if (left === undefined || right === undefined) continue;
    const both = new Set([...(found.literals.get(left) ?? []), ...(found.literals.get(right) ?? [])]);
    found.literals.set(left, both);
    found.literals.set(right, new Set(both));
  }
}
