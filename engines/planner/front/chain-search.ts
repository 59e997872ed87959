/**
 * Branch and bound over the choices of one chain. Each state is judged afresh: when its nodes can be reached, how late they may be to
 * better what was found, what must be taken then, and what that costs at the least.
 */
import { type Archive, endToBeat, isUseless, type Rating } from './archive.ts';
import { type Extras, extrasOf } from './bounds.ts';
import type { ChainGraph } from './chain-graph.ts';
import { partsOf, SOME } from './flat-graph.ts';
import { landmarksOf } from './landmarks.ts';
import { latestDays } from './latest.ts';
import { musts } from './musts.ts';
import type { PriceTable } from './price-table.ts';
import { type Clock, type Deadlines, dayOf, type Times, timePass } from './time-pass.ts';

/** By node: the part chosen, -1 while open. With it what is known to hold for every way that chooses so. */
export type State = { readonly chosen: Int32Array; readonly least: Rating };

export type ChainTask = {
  readonly chain: ChainGraph;
  readonly table: PriceTable;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly start: number;
  readonly archive: Archive;
  /** Bits of steps that cannot stand together. */
  readonly noGoods: readonly Uint32Array[];
};

export type Expansion =
  | { readonly kind: 'pruned' }
  | { readonly kind: 'leaf'; readonly state: State }
  /** The most promising last. */
  | { readonly kind: 'branches'; readonly states: readonly State[] };

const PRUNED: Expansion = { kind: 'pruned' };

export function rootState({ flat }: ChainGraph, least: Rating): State {
  return { chosen: new Int32Array(flat.size).fill(-1), least };
}

export function expand(before: State, task: ChainTask): Expansion {
  let state = before;
  for (;;) {
    if (isUseless(state.least, task.archive)) return PRUNED;
    const times = timePass(task.chain.flat, task.clock, task.start, state.chosen);
    const judged = judge(state, times, task);
    if (judged === undefined) return PRUNED;
    const { extras } = judged;
    state = { ...state, least: judged.least };
    if (extras.choices.length === 0) return { kind: 'leaf', state };
    const settled = settle(state, judged, times, task.chain);
    if (settled === undefined) return { kind: 'branches', states: branch(state, judged, times, task.chain) };
    state = settled;
  }
}

type Judged = {
  readonly extras: Extras;
  readonly least: Rating;
  /** Early enough to be of use to this choice. */
  readonly mayTake: (choice: number, part: number) => boolean;
};

/** Undefined where no way of this state betters what was found. */
function judge(state: State, times: Times, task: ChainTask): Judged | undefined {
  const { chain, archive, noGoods, deadlines, table } = task;
  const { flat, bits, target, licences } = chain;
  const end = times.at[target] as number;
  if (end === Number.POSITIVE_INFINITY) return undefined;
  if (licences.some((each) => times.at[each] === Number.POSITIVE_INFINITY)) return undefined;
  let least: Rating = { ...state.least, end };
  for (let beat = endToBeat(least, archive); ; ) {
    const latest =
      beat === Number.POSITIVE_INFINITY
        ? undefined
        : latestDays({ flat, target, chosen: state.chosen, times, deadlines }, dayOf(beat - 1));
    if (latest === undefined && beat !== Number.POSITIVE_INFINITY) return undefined;
    const mayTake = (choice: number, part: number): boolean =>
      (state.chosen[choice] === -1 || state.chosen[choice] === part) &&
      times.at[part] !== Number.POSITIVE_INFINITY &&
      (latest === undefined || (times.day[part] as number) <= (latest[choice] as number));
    const usable =
      latest === undefined
        ? times.order
        : times.order.filter((node) => (times.day[node] as number) <= (latest[node] as number));
    // A licence that would come too late to be of use, or a choice with nothing left to choose.
    const isTooLate = (node: number): boolean =>
      latest !== undefined && (times.day[node] as number) > (latest[node] as number);
    if (licences.some(isTooLate)) return undefined;
    const marks = landmarksOf(flat, bits, usable, mayTake);
    const must = musts([target, ...licences], marks, chain, table);
    if (noGoods.some((each) => holdsAll(must.held, each))) return undefined;
    const extras = extrasOf({ must: must.held, cost: must.cost, marks, mayTake, chosen: state.chosen }, task);
    if (extras.choices.some((choice) => !partsOf(flat, choice).some((part) => mayTake(choice, part))))
      return undefined;
    least = { cost: extras.least, end, steps: must.steps, assumed: must.assumed };
    if (isUseless(least, archive)) return undefined;
    const next = endToBeat(least, archive);
    if (next >= beat) return { extras, least, mayTake };
    beat = next;
  }
}

const holdsAll = (held: Uint32Array, bits: Uint32Array): boolean =>
  bits.every((word, at) => ((held[at] as number) & word) >>> 0 === word);

/** Choices that need no branch: one part is left; or one costs nothing more, is final, and no other is earlier. */
function settle(state: State, judged: Judged, times: Times, { flat }: ChainGraph): State | undefined {
  let chosen: Int32Array | undefined;
  for (const choice of judged.extras.choices) {
    const part = onlyPart(choice, judged, times, flat);
    if (part === -1) continue;
    chosen ??= state.chosen.slice();
    chosen[choice] = part;
  }
  return chosen === undefined ? undefined : { ...state, chosen };
}

function onlyPart(
  choice: number,
  { extras, mayTake }: Judged,
  times: Times,
  flat: ChainGraph['flat'],
): number {
  let [last, left] = [-1, 0];
  for (let at = flat.partsFrom[choice] as number; at < (flat.partsFrom[choice + 1] as number); at += 1) {
    const part = flat.parts[at] as number;
    if (!mayTake(choice, part)) continue;
    if (times.at[part] === times.at[choice] && times.open[part] === 0 && extras.isFree(part)) return part;
    last = part;
    left += 1;
  }
  return left === 1 ? last : -1;
}

function branch(state: State, judged: Judged, times: Times, { flat }: ChainGraph): readonly State[] {
  const { extras, mayTake } = judged;
  const choice = pickChoice(judged, times, flat);
  const parts = [...partsOf(flat, choice)].filter((part) => mayTake(choice, part));
  const settled = parts.filter((part) => times.open[part] === 0 && extras.isFree(part));
  // A part that costs nothing more and cannot become later: another is worth a look only if it is earlier.
  const bar = Math.min(...settled.map((part) => times.at[part] as number));
  const first = settled.find((part) => times.at[part] === bar);
  return parts
    .filter((part) => part === first || (times.at[part] as number) < bar)
    .sort((a, b) => extras.compare(b, a) || (times.at[b] as number) - (times.at[a] as number) || b - a)
    .map((part) => {
      const chosen = state.chosen.slice();
      chosen[choice] = part;
      return { ...state, chosen };
    });
}

/** Where the cheapest part is latest against the earliest one: there the bounds move most. */
function pickChoice({ extras, mayTake }: Judged, times: Times, flat: ChainGraph['flat']): number {
  let [best, most] = [extras.choices[0] as number, -1];
  for (const choice of extras.choices) {
    const parts = [...partsOf(flat, choice)].filter((part) => mayTake(choice, part));
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
