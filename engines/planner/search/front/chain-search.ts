/** Branch and bound over the choices of one chain. A state is what must be taken and what has been chosen. */
import { isDominated, type Point } from './archive.ts';
import { type Extras, extrasOf } from './bounds.ts';
import type { ChainGraph } from './chain-graph.ts';
import { partsOf, SOME } from './flat-graph.ts';
import { addPrice, type PriceTable } from './price-table.ts';
import { type Clock, type Times, timePass } from './time-pass.ts';

export type State = {
  /** Bits of the landmarks: everything that must be taken or chosen. */
  readonly must: Uint32Array;
  /** By node: the part chosen, -1 while open. */
  readonly chosen: Int32Array;
  readonly cost: Float64Array;
  readonly assumed: number;
  readonly steps: number;
  /** A packed moment before which no way of this state ends. */
  readonly end: number;
};

export type ChainTask = {
  readonly chain: ChainGraph;
  readonly table: PriceTable;
  readonly clock: Clock;
  readonly start: number;
  readonly points: readonly Point[];
  /** Bits of steps that cannot stand together. */
  readonly noGoods: readonly Uint32Array[];
};

export type Expansion =
  | { readonly kind: 'pruned' }
  | { readonly kind: 'leaf'; readonly state: State }
  /** The most promising last. */
  | { readonly kind: 'branches'; readonly states: readonly State[] };

const PRUNED: Expansion = { kind: 'pruned' };

export function rootState({ chain, table }: Pick<ChainTask, 'chain' | 'table'>): State {
  const { marks, flat, target, licences, times } = chain;
  const empty: State = {
    must: new Uint32Array(marks.words),
    chosen: new Int32Array(flat.size).fill(-1),
    cost: new Float64Array(table.places),
    assumed: 0,
    steps: 0,
    end: times.at[target] as number,
  };
  return [target, ...licences].reduce((state, goal) => withGoal(state, goal, chain, table), empty);
}

/** One more goal: all its landmarks must be taken. */
function withGoal(state: State, goal: number, { marks, row }: ChainGraph, table: PriceTable): State {
  const { words, of, nodeOf } = marks;
  const must = state.must.slice();
  const cost = state.cost.slice();
  let { assumed, steps } = state;
  const at = goal * words;
  for (let word = 0; word < words; word += 1) {
    const held = must[word] as number;
    let fresh = (of[at + word] as number) & ~held;
    must[word] = held | fresh;
    while (fresh !== 0) {
      const bit = word * 32 + (31 - Math.clz32(fresh & -fresh));
      fresh &= fresh - 1;
      if (bit < marks.steps) {
        steps += 1;
        addPrice(cost, table, row[nodeOf[bit] as number] as number);
      } else if (bit < marks.steps + marks.assumed) assumed += 1;
    }
  }
  return { ...state, must, cost, assumed, steps };
}

export function expand(state: State, task: ChainTask): Expansion {
  const { chain, points, clock, start, noGoods } = task;
  if (noGoods.some((bits) => holdsAll(state.must, bits))) return PRUNED;
  let now = state;
  for (;;) {
    const extras = extrasOf(now, task);
    if (isDominated({ ...now, cost: extras.least }, points)) return PRUNED;
    const times = timePass(chain.flat, clock, start, now.chosen);
    const end = times.at[chain.target] as number;
    if (end === Number.POSITIVE_INFINITY) return PRUNED;
    if (end > now.end && isDominated({ ...now, cost: extras.least, end }, points)) return PRUNED;
    now = { ...now, end };
    if (extras.choices.length === 0) return { kind: 'leaf', state: now };
    const settled = settle(now, extras, times, chain);
    if (settled !== undefined) {
      now = settled;
      continue;
    }
    return { kind: 'branches', states: branch(now, extras, times, task) };
  }
}

const holdsAll = (held: Uint32Array, bits: Uint32Array): boolean =>
  bits.every((word, at) => ((held[at] as number) & word) >>> 0 === word);

/** Choices that need no branch: a part that costs nothing more, is final, and is no later than any other. */
function settle(state: State, extras: Extras, times: Times, { flat }: ChainGraph): State | undefined {
  let chosen: Int32Array | undefined;
  for (const choice of extras.choices) {
    const earliest = times.at[choice] as number;
    for (const part of partsOf(flat, choice)) {
      if (extras.isFree(part) && times.open[part] === 0 && times.at[part] === earliest) {
        chosen ??= state.chosen.slice();
        chosen[choice] = part;
        break;
      }
    }
  }
  return chosen === undefined ? undefined : { ...state, chosen };
}

function branch(state: State, extras: Extras, times: Times, task: ChainTask): readonly State[] {
  const { chain, table } = task;
  const choice = pickChoice(extras, times, chain);
  const free = freeAndFinal(choice, extras, times, chain);
  const parts = [...partsOf(chain.flat, choice)].filter((part) => {
    const at = times.at[part] as number;
    return (
      at !== Number.POSITIVE_INFINITY && (part === free || free === -1 || at < (times.at[free] as number))
    );
  });
  return parts
    .sort((a, b) => extras.compare(b, a) || (times.at[b] as number) - (times.at[a] as number) || b - a)
    .map((part) => {
      const chosen = state.chosen.slice();
      chosen[choice] = part;
      return withGoal({ ...state, chosen }, part, chain, table);
    });
}

/** The earliest part that costs nothing more and cannot become later: another is worth a look only if it is earlier. */
function freeAndFinal(choice: number, extras: Extras, times: Times, { flat }: ChainGraph): number {
  let best = -1;
  for (const part of partsOf(flat, choice)) {
    if (!extras.isFree(part) || times.open[part] === 1) continue;
    if (best === -1 || (times.at[part] as number) < (times.at[best] as number)) best = part;
  }
  return best;
}

/** Where the cheapest part is latest against the earliest one: there the bounds move most. */
function pickChoice(extras: Extras, times: Times, { flat }: ChainGraph): number {
  let [best, most] = [extras.choices[0] as number, -1];
  for (const choice of extras.choices) {
    const parts = [...partsOf(flat, choice)];
    const cheapest = parts.reduce((held, part) => (extras.compare(part, held) < 0 ? part : held));
    const loss = (times.at[cheapest] as number) - (times.at[choice] as number);
    if (loss > most) [best, most] = [choice, loss];
  }
  return best;
}

/** Nodes on which the target rests in a state without open choices. */
export function derivation({ chain }: Pick<ChainTask, 'chain'>, { chosen }: State): ReadonlySet<number> {
  const { flat, target } = chain;
  const seen = new Set<number>();
  const queue = [target];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (flat.kind[node] === SOME) queue.push(chosen[node] as number);
    else queue.push(...partsOf(flat, node));
  }
  return seen;
}
