/**
 * The best way to a target with every step paid once, however many needs it serves: branch and bound over the alternatives.
 * Exact for the order of `compareWays` while it stays within its limit.
 */
import { addCosts, type Cost, compareCosts } from '../../kernel/index.ts';
import type { GraphNode, GraphStep, NodeId } from '../graph/graph.ts';
import { compareMoments, knuthPass, type Moment, type PassInput, wayTo } from '../graph/knuth-pass.ts';
import { type LowerBounds, lowerBoundsOf } from './lower-bounds.ts';
import { comparePrices, compareWays, type Way } from './ways.ts';

export type SearchInput = Pick<PassInput, 'graph' | 'start' | 'finish'> & {
  readonly target: NodeId;
  readonly priceOf: (step: GraphStep) => Cost;
  /** What is unknown may be assumed to turn out well. */
  readonly assuming: boolean;
  /** Whether a way holds when it is tried; asked only of ways that would be the best so far. */
  readonly accept: (way: Way) => boolean;
  /** Branches looked at and ways tried before the search gives up. */
  readonly limit: { readonly branches: number; readonly tries: number };
};

export type SearchResult = {
  readonly best?: Way;
  readonly complete: boolean;
  /** Ways left aside although an unknown price might make them cheaper than the best. */
  readonly rivals: number;
  readonly tried: number;
};

type State = {
  readonly goals: readonly NodeId[];
  readonly seen: ReadonlySet<NodeId>;
  readonly steps: ReadonlySet<NodeId>;
  readonly assumed: ReadonlySet<NodeId>;
};

type Choice = {
  readonly state: State;
  readonly from: Extract<GraphNode, { kind: 'some' }> | undefined;
  readonly rest: readonly NodeId[];
};

export function findCheapestWay(input: SearchInput): SearchResult {
  return new Search(input).run();
}

/** Lives for one question. */
class Search {
  readonly #input: SearchInput;
  readonly #bounds: LowerBounds;
  readonly #possible: ReadonlySet<NodeId>;
  readonly #earliest: Moment;
  readonly #tried = new Set<string>();
  readonly #left: Cost[] = [];
  #best: Way | undefined;
  #branches = 0;

  constructor(input: SearchInput) {
    this.#input = input;
    const mayUse = (id: NodeId): boolean => input.assuming || input.graph.nodes[id]?.kind !== 'assumed';
    this.#bounds = lowerBoundsOf(input.graph, mayUse);
    const pass = knuthPass({ ...input, mayUse });
    this.#possible = new Set(pass.keys());
    this.#earliest = pass.get(input.target)?.at ?? input.start;
  }

  run(): SearchResult {
    const nothing = new Set<NodeId>();
    if (this.#possible.has(this.#input.target))
      this.#explore({ goals: [this.#input.target], seen: nothing, steps: nothing, assumed: nothing });
    const best = this.#best;
    const rivals =
      best === undefined ? [] : this.#left.filter((cost) => compareCosts(best.cost, cost) === 'undetermined');
    return {
      ...(best === undefined ? {} : { best }),
      complete: !this.#isExhausted(),
      rivals: rivals.length,
      tried: this.#tried.size,
    };
  }

  #isExhausted(): boolean {
    const { branches, tries } = this.#input.limit;
    return this.#branches >= branches || this.#tried.size >= tries;
  }

  #explore(before: State): void {
    if (this.#isExhausted()) return;
    this.#branches += 1;
    const choice = this.#forceAll(before);
    if (choice === undefined || this.#isHopeless(choice.state)) return;
    const { state, from, rest } = choice;
    if (from === undefined) return this.#weigh(state);
    for (const parts of this.#alternatives(from, state))
      this.#explore({ ...state, goals: [...rest, ...parts] });
  }

  /** Takes everything that has no alternative, and picks the choice with the fewest. */
  #forceAll({ goals, ...before }: State): Choice | undefined {
    const [seen, steps, assumed] = [new Set(before.seen), new Set(before.steps), new Set(before.assumed)];
    const open: NodeId[] = [];
    const queue = [...goals];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue;
      if (!this.#possible.has(id)) return undefined;
      const node = this.#node(id);
      if (node.kind === 'some' && this.#partsOf(node).length > node.n) {
        if (!open.includes(id)) open.push(id);
        continue;
      }
      seen.add(id);
      if (node.kind === 'assumed') assumed.add(id);
      else queue.push(...this.#partsOf(node));
      if (node.kind === 'step') steps.add(id);
    }
    const chosen = open.toSorted((a, b) => this.#width(a) - this.#width(b) || a - b)[0];
    const state = { goals: open, seen, steps, assumed };
    if (chosen === undefined) return { state, from: undefined, rest: [] };
    seen.add(chosen);
    return {
      state,
      from: this.#node(chosen) as Extract<GraphNode, { kind: 'some' }>,
      rest: open.filter((id) => id !== chosen),
    };
  }

  #node(id: NodeId): GraphNode {
    return this.#input.graph.nodes[id] as GraphNode;
  }

  #partsOf(node: Exclude<GraphNode, { kind: 'assumed' }>): readonly NodeId[] {
    const parts = [...new Set(node.parts)];
    return node.kind === 'some' ? parts.filter((part) => this.#possible.has(part)) : parts;
  }

  #width(id: NodeId): number {
    const node = this.#node(id);
    return node.kind === 'some' ? this.#partsOf(node).length - node.n : 0;
  }

  /** What costs least more comes first. */
  #alternatives(
    from: Extract<GraphNode, { kind: 'some' }>,
    { steps, seen }: State,
  ): readonly (readonly NodeId[])[] {
    const extra = (part: NodeId): number => (seen.has(part) ? -1 : this.#bounds.unknownPrices([part], steps));
    const chosenByOthers = (part: NodeId): number => (isSelection(this.#node(part)) ? 1 : 0);
    const sorted = this.#partsOf(from).toSorted(
      (a, b) => extra(a) - extra(b) || chosenByOthers(a) - chosenByOthers(b) || a - b,
    );
    return choose(from.n, sorted);
  }

  /** Even the least that this can still become is no better than the best. */
  #isHopeless({ goals, steps, assumed }: State): boolean {
    const best = this.#best;
    const cost = this.#costOf(steps);
    if (best === undefined) return false;
    const unknown = this.#bounds.unknownPrices(goals, steps);
    const more = Array.from({ length: unknown }, (_, index) => `?${index}`);
    const least: Cost = { ...cost, unknownParts: [...cost.unknownParts, ...more] };
    const by =
      assumed.size - best.assumed.length ||
      comparePrices(least, best.cost) ||
      compareMoments(this.#earliest, best.end) ||
      steps.size - best.steps.length;
    if (by < 0) return false;
    this.#leave(cost);
    // Everything alike so far: a way of the same steps' number can win by its ids alone, which is not worth the search.
    return true;
  }

  #costOf(steps: ReadonlySet<NodeId>): Cost {
    return addCosts([...steps].map((id) => this.#priceOf(id)));
  }

  #priceOf(id: NodeId): Cost {
    const node = this.#node(id);
    return node.kind === 'step' ? this.#input.priceOf(node.step) : { known: [], unknownParts: [] };
  }

  /** A complete choice: does it hold together (no circle), and is it the best so far? */
  #weigh({ steps, assumed }: State): void {
    const { graph, target } = this.#input;
    const pass = knuthPass({ ...this.#input, mayUse: (id) => steps.has(id) || assumed.has(id) });
    const end = pass.get(target)?.at;
    if (end === undefined) return;
    const used = wayTo(target, pass);
    const taken = used.filter((id) => graph.nodes[id]?.kind === 'step');
    const keys = used
      .map((id) => keyOf(this.#node(id)))
      .filter((key) => key !== '')
      .sort();
    const way: Way = {
      steps: taken,
      assumed: used.filter((id) => graph.nodes[id]?.kind === 'assumed'),
      cost: this.#costOf(new Set(taken)),
      end,
      selections: taken.filter((id) => isSelection(this.#node(id))).length,
      keys: keys.join(' '),
      pass,
    };
    if (this.#best !== undefined && compareWays(way, this.#best) >= 0) return this.#leave(way.cost);
    if (this.#tried.has(way.keys)) return;
    this.#tried.add(way.keys);
    if (!this.#input.accept(way)) return;
    if (this.#best !== undefined) this.#leave(this.#best.cost);
    this.#best = way;
  }

  #leave(cost: Cost): void {
    this.#left.push(cost);
  }
}

const keyOf = (node: GraphNode): string =>
  node.kind === 'step' ? node.step.key : node.kind === 'assumed' ? `?${node.rule}` : '';
const isSelection = (node: GraphNode): boolean =>
  node.kind === 'step' && node.step.step.controller === 'selection';

/** All ways to take n of these, those with the first ones first. */
function choose(n: number, parts: readonly NodeId[]): readonly (readonly NodeId[])[] {
  if (n === 0) return [[]];
  return parts.flatMap((part, index) =>
    choose(n - 1, parts.slice(index + 1)).map((others) => [part, ...others]),
  );
}
