/** A question about an AND/OR graph as a mixed-integer programme: the columns and rows that a solver is given. */
import { type Problem, type ProblemNode, settle } from '@testamur/testing/networks';

export type Column = {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
};
export type Row = {
  readonly low: number;
  readonly high: number;
  readonly terms: readonly (readonly [number, number])[];
};
export type Programme = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The column of the moment of the target. */
  readonly end: number;
  /** What is paid, by column. */
  readonly bill: Row['terms'];
  readonly daysOf: (moment: number) => number;
};

const UNBOUNDED = Number.POSITIVE_INFINITY;

type Draft = { readonly columns: Column[]; readonly rows: Row[] };

/** `undefined`: nothing leads to the target by then. The last row is the cost, without a bound yet. */
export function programmeOf({ nodes, target, hopLimit }: Problem, cap: number): Programme | undefined {
  const clock = clockOf(nodes);
  const soonest = settle(nodes, new Set(nodes.keys()), clock.lengthOf);
  const latest = clock.lastOf(Math.min(cap, addUp(nodes.map(({ days }) => days))));
  if (target === undefined || (soonest.get(target) ?? UNBOUNDED) > latest) return undefined;
  const draft: Draft = { columns: [], rows: [] };
  const inTime = (id: number): number => soonest.get(id) ?? UNBOUNDED;
  const taken = nodes.map(({ isStep }, id) => {
    const high = inTime(id) > latest ? 0 : 1;
    return addColumn(draft, { low: id === target ? 1 : 0, high, whole: isStep });
  });
  const moments = nodes.map((_node, id) =>
    addColumn(draft, { low: Math.min(inTime(id), latest), high: latest, whole: false }),
  );
  for (const [id, node] of nodes.entries()) {
    const rests = restOn(node, taken[id] as number, taken, draft);
    const slack = latest + clock.lengthOf(node) - Math.min(inTime(id), latest);
    for (const [index, part] of node.parts.entries()) {
      // Where it does not rest on the part, the part may be as late as it likes.
      const terms = [
        [moments[id], 1] as const,
        [moments[part], -1] as const,
        [rests[index], -slack] as const,
      ];
      addRow(draft, clock.lengthOf(node) - slack, UNBOUNDED, terms as Row['terms']);
    }
  }
  const hops = nodes.flatMap(({ isHop }, id) => (isHop ? [taken[id] as number] : []));
  addRow(
    draft,
    0,
    hopLimit,
    hops.map((each) => [each, 1]),
  );
  const bill = nodes.flatMap(({ euros }, id) => (euros > 0 ? [[taken[id] as number, euros] as const] : []));
  addRow(draft, 0, UNBOUNDED, bill);
  return { ...draft, end: moments[target] as number, bill, daysOf: clock.daysOf };
}

const addColumn = ({ columns }: Draft, column: Column): number => columns.push(column) - 1;

const addRow = ({ rows }: Draft, low: number, high: number, terms: Row['terms']): void => {
  rows.push({ low, high, terms });
};

/** A node needs its parts; where it may choose, a column says for each part whether it rests on it. */
function restOn(
  { parts, needs }: ProblemNode,
  own: number,
  taken: readonly number[],
  draft: Draft,
): readonly number[] {
  const chooses = needs < parts.length;
  const rests = parts.map((part) => {
    const by = chooses ? addColumn(draft, { low: 0, high: 1, whole: true }) : own;
    addRow(draft, 0, UNBOUNDED, [
      [taken[part] as number, 1],
      [by, -1],
    ]);
    return by;
  });
  if (chooses) addRow(draft, 0, UNBOUNDED, [...rests.map((by) => [by, 1] as const), [own, -needs]]);
  return rests;
}

/**
 * Days, where no circle takes no time. Where one does, every node takes a tick beside its days, more of which than there are nodes
 * make a day: a circle is then never in time for itself.
 */
function clockOf(nodes: readonly ProblemNode[]) {
  const ticks = hasTimelessCircle(nodes) ? nodes.length + 1 : 1;
  const tick = ticks > 1 ? 1 : 0;
  return {
    lengthOf: ({ days }: ProblemNode): number => days * ticks + tick,
    lastOf: (days: number): number => days * ticks + ticks - 1,
    daysOf: (moment: number): number => Math.floor(Math.round(moment) / ticks),
  };
}

/** Timeless nodes are taken away as long as one rests on none that is left. */
function hasTimelessCircle(nodes: readonly ProblemNode[]): boolean {
  const left = new Set([...nodes.keys()].filter((id) => nodes[id]?.days === 0));
  for (let size = Number.NaN; size !== left.size; ) {
    size = left.size;
    for (const id of left) if (!nodes[id]?.parts.some((part) => left.has(part))) left.delete(id);
  }
  return left.size > 0;
}

const addUp = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
