/**
 * The exact (cost, time) front of a target: every way that no other way betters in both. Chains of intermediate licences in the order
 * of their lower bounds; in each, branch and bound over the choices, every step paid once. recognition.md of the design: section 4.
 */
import { compareCosts, NO_COST } from '../../kernel/index.ts';
import {
  type Archive,
  addPoint,
  type Ceiling,
  isUseless,
  type Point,
  type Rating,
} from '../front/archive.ts';
import { ChainCutter, type ChainGraph } from '../front/chain-graph.ts';
import { type ChainTask, derivation, expand, rootState, type State } from '../front/chain-search.ts';
import { makeWay } from '../front/make-way.ts';
import { type Prepared, prepare } from '../front/prepare.ts';
import { addPrice, costFrom, inPlace, type PriceTable } from '../front/price-table.ts';
import { packMoment, unpackMoment } from '../front/time-pass.ts';
import type { NodeId } from '../graph/graph.ts';
import { lazily, type Pieces, runToEnd, telling } from '../run-to-end.ts';
import {
  type Acceptance,
  DEFAULT_HOPS,
  type FrontInput,
  type FrontResult,
  type FrontSearchProgress,
  type FrontWay,
  MOST_HOPS,
  type SearchCounts,
} from './front-search.ts';
import { compareWays, type Way } from './ways.ts';

const LIMIT = { branches: 200_000, tries: 2_000 };
/** After so much it tells anew what is known. */
const PIECE = { branches: 64, chains: 256 };
/** Branches between two rests: few enough that they take no longer than some milliseconds. */
const REST = 4;
/** Chains between two rests, where one after the other leads nowhere. */
const REST_CHAINS = 64;
/** Chains bounded between two rests. */
const BOUNDED = 1_024;

/** All at once. */
export const findFront = (input: FrontInput): FrontResult => runToEnd(searchFront(input));

/** In pieces, with what is known so far after each. */
export function* searchFront(input: FrontInput): Generator<FrontSearchProgress, FrontResult, undefined> {
  let known: FrontSearchProgress = knowingNothing(input);
  const search = yield* telling(openSearch(input), known);
  while (yield* telling(search.work(), known)) {
    known = search.progress();
    yield known;
  }
  return search.result();
}

export const knowingNothing = ({ start }: Pick<FrontInput, 'start'>): FrontSearchProgress => ({
  ways: [],
  lower: { cost: NO_COST, end: start },
  counts: { chains: 0, chainsPruned: 0, branches: 0, tried: 0 },
});

/** What no way to the target can better, without looking at any. */
export function* boundFront(input: FrontInput): Pieces<FrontResult['lower']> {
  const search = yield* openSearch(input);
  yield;
  return yield* search.bounding();
}

function* openSearch(input: FrontInput): Pieces<FrontSearch> {
  const prepared = yield* prepare(input, Math.min(MOST_HOPS, input.hopLimit ?? DEFAULT_HOPS));
  yield;
  return new FrontSearch(input, prepared);
}

/** Lives for one question. */
class FrontSearch {
  readonly #input: FrontInput;
  readonly #limit: NonNullable<FrontInput['limit']>;
  readonly #prepared: Prepared;
  readonly #cutter: ChainCutter;
  readonly #points: Point[] = [];
  readonly #archive: Archive;
  readonly #tried = new Set<string>();
  readonly #noGoods: (readonly NodeId[])[] = [];
  readonly #counts = { chains: 0, chainsPruned: 0, branches: 0 };
  readonly #leastFrom: readonly Least[];
  #nextChain = 0;
  #task: ChainTask | undefined;
  #stack: State[] = [];

  constructor(input: FrontInput, prepared: Prepared) {
    this.#input = input;
    this.#limit = input.limit ?? LIMIT;
    this.#prepared = prepared;
    this.#cutter = new ChainCutter(prepared);
    this.#archive = { points: this.#points, ceiling: ceilingOf(input.ceiling, prepared.table) };
    this.#leastFrom = leastFromBlocks(prepared.chains);
  }

  /** Until there is something to tell; false when nothing is left or the limit is reached. */
  *work(): Pieces<boolean> {
    const branches = this.#counts.branches + PIECE.branches;
    const chains = this.#counts.chains + PIECE.chains;
    const tried = this.#tried.size;
    while (this.#counts.branches < branches && this.#counts.chains < chains && this.#tried.size === tried) {
      if (this.#isExhausted()) return false;
      if (this.#stack.length === 0) {
        if (!this.#openChain()) return false;
        if (this.#stack.length > 0 || this.#counts.chains % REST_CHAINS === 0) yield;
      }
      const state = this.#stack.pop();
      if (state === undefined) continue;
      yield* this.#look(state);
      if (this.#counts.branches % REST === 0) yield;
    }
    return true;
  }

  #isExhausted(): boolean {
    return this.#counts.branches >= this.#limit.branches || this.#tried.size >= this.#limit.tries;
  }

  /** The next chain that may hold something better; false when there is none. */
  #openChain(): boolean {
    const bounded = this.#prepared.chains[this.#nextChain];
    if (bounded === undefined) return false;
    this.#nextChain += 1;
    this.#counts.chains += 1;
    const chain = isUseless(bounded.least, this.#archive) ? undefined : this.#cutter.cut(bounded.licences);
    if (chain === undefined) {
      this.#counts.chainsPruned += 1;
      return true;
    }
    const { table, clock, start, deadlines } = this.#prepared;
    this.#task = {
      chain,
      table,
      clock,
      start,
      deadlines,
      archive: this.#archive,
      noGoods: this.#noGoodsIn(chain),
    };
    this.#stack = [rootState(chain, bounded.least)];
    return true;
  }

  #noGoodsIn(chain: ChainGraph): readonly Uint32Array[] {
    if (this.#noGoods.length === 0) return [];
    const { bits: numbers, flat } = chain;
    const bitOf = new Map([...flat.origin].map((origin, node) => [origin, numbers.bit[node] as number]));
    return this.#noGoods.flatMap((nodes) => {
      const bits = new Uint32Array(numbers.words);
      for (const node of nodes) {
        const bit = bitOf.get(node);
        if (bit === undefined || bit < 0) return [];
        bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
      }
      return [bits];
    });
  }

  /** The least of the chains that are still to come. */
  #leastOfTheRest(): Least | undefined {
    const block = Math.ceil(this.#nextChain / BLOCK);
    return leastOf(this.#prepared.chains.slice(this.#nextChain, block * BLOCK), this.#leastFrom[block]);
  }

  *#look(state: State): Pieces<void> {
    const task = this.#task as ChainTask;
    this.#counts.branches += 1;
    const found = expand(state, task);
    if (found.kind === 'branches') this.#stack.push(...found.states);
    if (found.kind === 'leaf') yield* this.#weigh(found.state, task);
  }

  /** A way of this chain: all its licences serve the target. Otherwise it belongs to a smaller chain. */
  *#weigh(state: State, task: ChainTask): Pieces<void> {
    const { chain } = task;
    const used = derivation(task, state);
    if (chain.licences.some((licence) => !used.has(licence))) return;
    const ids = [...used].flatMap((node) => this.#originsOf(node, chain));
    const way = makeWay(this.#input, ids);
    if (way === undefined || this.#tried.has(way.keys)) return;
    this.#tried.add(way.keys);
    const rating = this.#ratingOf(way);
    if (isUseless(rating, this.#archive)) return;
    const answer = yield* this.#try(way);
    if (answer === false) return;
    if (answer === true) return addPoint(this.#points, { ...rating, keys: way.keys, way });
    if ('noGood' in answer) {
      this.#noGoods.push(answer.noGood);
      this.#task = { ...task, noGoods: this.#noGoodsIn(chain) };
      return;
    }
    const later = {
      ...rating,
      end: packMoment(answer.end),
      keys: way.keys,
      way: { ...way, end: answer.end },
    };
    if (!isUseless(later, this.#archive)) addPoint(this.#points, later);
  }

  *#try(way: Way): Pieces<Acceptance> {
    const trying = this.#input.accept?.(way) ?? true;
    return typeof trying === 'object' && 'next' in trying ? yield* trying : trying;
  }

  #ratingOf({ steps, assumed, end }: Way): Rating {
    const { table, place } = this.#prepared;
    const cost = new Float64Array(table.places);
    for (const step of steps) addPrice(cost, table, place.get(step) as number);
    return { cost, end: packMoment(end), steps: steps.length, assumed: assumed.length };
  }

  #originsOf(node: number, { flat }: ChainGraph): readonly NodeId[] {
    const origin = flat.origin[node] as number;
    return origin === -1 ? [] : [origin];
  }

  /** What is known when it is looked at. While it goes on, chains that a found way has made useless still count in the bound. */
  progress(): FrontSearchProgress {
    const ways = () => this.#ways();
    const lower = () => {
      const left = this.#leastOfTheRest();
      return this.#lower(left === undefined ? [] : [left]);
    };
    const counts = () => this.#allCounts();
    return lazily({ ways, lower, counts });
  }

  result(): FrontResult {
    const complete = this.#stack.length === 0 && this.#prepared.chains[this.#nextChain] === undefined;
    return { ways: this.#ways(), lower: this.bound(), counts: this.#allCounts(), complete };
  }

  /** The least of what was found and of what may still be. */
  bound(): FrontResult['lower'] {
    return runToEnd(this.bounding());
  }

  /** The same in pieces. */
  *bounding(): Pieces<FrontResult['lower']> {
    const { chains } = this.#prepared;
    let left: Least | undefined;
    for (let at = this.#nextChain; at < chains.length; at += BOUNDED) {
      const some = chains.slice(at, at + BOUNDED).filter(({ least }) => !isUseless(least, this.#archive));
      left = leastOf(some, left);
      yield;
    }
    return this.#lower(left === undefined ? [] : [left]);
  }

  #allCounts(): SearchCounts {
    return { ...this.#counts, tried: this.#tried.size };
  }

  #ways(): readonly FrontWay[] {
    const ways = this.#points.map(({ way }) => way).sort(compareWays);
    return ways.map((way) => ({
      ...way,
      undetermined: ways.some((other) => compareCosts(way.cost, other.cost) === 'undetermined'),
    }));
  }

  #lower(left: readonly Least[]): FrontResult['lower'] {
    const { table } = this.#prepared;
    const all: readonly Least[] = [...this.#points, ...this.#stack.map(({ least }) => least), ...left];
    const cost = new Float64Array(table.places).fill(Number.POSITIVE_INFINITY);
    let end = Number.POSITIVE_INFINITY;
    for (const each of all) {
      end = Math.min(end, each.end);
      for (let place = 0; place < cost.length; place += 1)
        cost[place] = Math.min(cost[place] as number, each.cost[place] as number);
    }
    return all.length === 0
      ? { cost: { known: [], unknownParts: [] }, end: this.#input.start }
      : { cost: costFrom(cost, table), end: unpackMoment(end) };
  }
}

type Least = Pick<Rating, 'cost' | 'end'>;

/** Chains whose least is remembered as one: a vector for each of thousands would take longer to make than to look through these. */
const BLOCK = 128;

/** By block: the least of it and of all that follow. */
function leastFromBlocks(chains: Prepared['chains']): readonly Least[] {
  const found: Least[] = [];
  for (let block = Math.ceil(chains.length / BLOCK) - 1; block >= 0; block -= 1) {
    const least = leastOf(chains.slice(block * BLOCK, (block + 1) * BLOCK), found[block + 1]);
    if (least !== undefined) found[block] = least;
  }
  return found;
}

/** Place by place, of some chains and of those that come after them. */
function leastOf(chains: Prepared['chains'], after: Least | undefined): Least | undefined {
  const all: readonly Least[] = [
    ...chains.map(({ least }) => least),
    ...(after === undefined ? [] : [after]),
  ];
  const [first] = all;
  if (first === undefined) return undefined;
  const cost = Float64Array.from(first.cost);
  let { end } = first;
  for (const each of all) {
    end = Math.min(end, each.end);
    for (let place = 0; place < cost.length; place += 1)
      cost[place] = Math.min(cost[place] as number, each.cost[place] as number);
  }
  return { cost, end };
}

function ceilingOf({ end, cost }: NonNullable<FrontInput['ceiling']> = {}, table: PriceTable): Ceiling {
  const most = new Float64Array(table.places).fill(Number.POSITIVE_INFINITY);
  const place = cost === undefined ? -1 : table.names.indexOf(cost.currency);
  if (cost !== undefined && place !== -1) most[place] = inPlace(cost.amount);
  return { end: end === undefined ? Number.POSITIVE_INFINITY : packMoment(end), cost: most };
}
