/**
 * The earliest way to every node at once: Knuth's generalisation of Dijkstra's algorithm to AND/OR graphs. It is exact because a
 * node is never earlier than what it rests on. Steps shared by several parts run side by side, so nothing is counted twice.
 */
import type { Graph, GraphNode, GraphStep, NodeId } from './graph.ts';
import { layoutOf } from './layout.ts';

/** A moment: a day, and how many parts of unknown length lie on the longest chain to it. Ordered by day, then by that count. */
export type Moment = { readonly day: number; readonly unknown: number };

export const compareMoments = (a: Moment, b: Moment): number => a.day - b.day || a.unknown - b.unknown;

export type PassInput = {
  readonly graph: Graph;
  readonly start: Moment;
  /** When a step that begins at a moment ends: no earlier than it begins, and later beginnings end no earlier. */
  readonly finish: (step: GraphStep, start: Moment) => Moment;
  /** Which steps may be taken and which unknowns count as met; where absent all steps, and nothing unknown. */
  readonly mayUse?: (id: NodeId) => boolean;
  /** Nodes that keep the way found in an earlier pass. */
  readonly fixed?: Pass;
};

export type Reached = {
  readonly at: Moment;
  /** The parts it rests on: all of them, or for `some` the first that were reached. */
  readonly by: readonly NodeId[];
  /** Position in the order of reaching: what a node rests on comes before it. */
  readonly rank: number;
};

export type Pass = ReadonlyMap<NodeId, Reached>;

export function knuthPass(input: PassInput): Pass {
  const { graph, start, finish, mayUse, fixed } = input;
  const { nodes } = graph;
  const { needed, usersFrom, users } = layoutOf(graph);
  const left = needed.slice();
  const reached = new Map<NodeId, Reached>();
  const queue = new MomentQueue();
  const partsInOrder = (id: NodeId): readonly NodeId[] => partsBy(nodes[id] as GraphNode, reached);
  const partsBefore = (id: NodeId): readonly NodeId[] => fixed?.get(id)?.by ?? [];
  // Nodes are reached in the order of their moments: the last part that completes a node is its latest.
  const complete = (id: NodeId, latest: Moment): void => {
    const node = nodes[id] as GraphNode;
    if (fixed?.has(id) === true || !isUsable(node, id, mayUse)) return;
    queue.push({ node: id, at: node.kind === 'step' ? finish(node.step, latest) : latest });
  };
  for (const [id, { at }] of fixed ?? []) queue.push({ node: id, at });
  for (const [id, count] of needed.entries()) if (count === 0) complete(id, start);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { node, at } = next;
    reached.set(node, new ReachedNode(node, at, reached.size, fixed?.has(node) ? partsBefore : partsInOrder));
    const last = usersFrom[node + 1] as number;
    for (let place = usersFrom[node] as number; place < last; place += 1) {
      const user = users[place] as number;
      if (left[user] === 0) continue;
      left[user] = (left[user] as number) - 1;
      if (left[user] === 0) complete(user, at);
    }
  }
  return reached;
}

function isUsable(node: GraphNode, id: NodeId, mayUse: PassInput['mayUse']): boolean {
  if (node.kind === 'assumed') return mayUse?.(id) === true;
  return node.kind !== 'step' || mayUse?.(id) !== false;
}

/** All parts as they were reached; of those of `some`, the first that are enough. */
function partsBy(node: GraphNode, reached: Pass): readonly NodeId[] {
  if (node.kind === 'assumed') return [];
  const parts = [...new Set(node.parts)]
    .filter((part) => reached.has(part))
    .sort((a, b) => (reached.get(a)?.rank ?? 0) - (reached.get(b)?.rank ?? 0));
  return node.kind === 'some' ? parts.slice(0, node.n) : parts;
}

/** Of many thousand nodes few are ever asked what they rest on. */
class ReachedNode implements Reached {
  readonly #node: NodeId;
  readonly #parts: (node: NodeId) => readonly NodeId[];
  readonly at: Moment;
  readonly rank: number;

  constructor(node: NodeId, at: Moment, rank: number, parts: (node: NodeId) => readonly NodeId[]) {
    [this.#node, this.#parts] = [node, parts];
    [this.at, this.rank] = [at, rank];
  }

  get by(): readonly NodeId[] {
    return this.#parts(this.#node);
  }
}

type Queued = { readonly node: NodeId; readonly at: Moment };

/** A binary heap; equal moments leave in the order of their nodes, so that the pass is the same every time. */
class MomentQueue {
  readonly #heap: Queued[] = [];

  push(item: Queued): void {
    const heap = this.#heap;
    let place = heap.push(item) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (isBefore(heap[parent] as Queued, item)) break;
      heap[place] = heap[parent] as Queued;
      place = parent;
    }
    heap[place] = item;
  }

  pop(): Queued | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      if (left >= heap.length) break;
      const child =
        right < heap.length && isBefore(heap[right] as Queued, heap[left] as Queued) ? right : left;
      if (isBefore(last, heap[child] as Queued)) break;
      heap[place] = heap[child] as Queued;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}

const isBefore = (a: Queued, b: Queued): boolean => (compareMoments(a.at, b.at) || a.node - b.node) < 0;

/** Everything on which the way to a node rests, itself included, in the order of reaching. */
export function wayTo(target: NodeId, pass: Pass): readonly NodeId[] {
  return gather([target], pass, () => true);
}

/** The steps on which a node rests directly: no other step in between. */
export function stepsJustBefore(target: NodeId, pass: Pass, { nodes }: Graph): readonly NodeId[] {
  const isStep = (id: NodeId): boolean => nodes[id]?.kind === 'step';
  return gather(pass.get(target)?.by ?? [], pass, (id) => !isStep(id)).filter(isStep);
}

function gather(from: readonly NodeId[], pass: Pass, goesOn: (id: NodeId) => boolean): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (goesOn(id)) queue.push(...(pass.get(id)?.by ?? []));
  }
  return [...seen].sort((a, b) => (pass.get(a)?.rank ?? 0) - (pass.get(b)?.rank ?? 0));
}
