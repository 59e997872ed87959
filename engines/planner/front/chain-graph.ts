/** The part of a target's graph that one chain of licences may use, with every choice a choice of one part. */
import { AND, type FlatGraph, joined, SOME } from './flat-graph.ts';
import { type Bits, numberBits } from './landmarks.ts';
import type { Clock } from './time-pass.ts';

export type ChainGraph = {
  readonly flat: FlatGraph;
  /** The row of each node in the target's graph, where the prices are; -1 for a combination. */
  readonly row: Int32Array;
  readonly target: number;
  /** The licences of the chain: each must be obtained. */
  readonly licences: readonly number[];
  readonly bits: Bits;
};

export type ChainQuestion = {
  readonly flat: FlatGraph;
  readonly target: number;
  /** 1 for every licence that is a hop. */
  readonly isLicence: Uint8Array;
  readonly clock: Clock;
  readonly start: number;
};

/** Cuts out one chain after the other: thousands of a target, most of which lead nowhere. */
export class ChainCutter {
  readonly #flat: FlatGraph;
  readonly #target: number;
  readonly #isLicence: Uint8Array;
  /** Marks of this chain are those of its round: nothing is wiped in between. */
  #round = 0;
  readonly #below: Int32Array;
  readonly #reached: Int32Array;
  readonly #kept: Int32Array;
  readonly #left: Int32Array;
  readonly #place: Int32Array;
  readonly #queue: Int32Array;

  constructor({ flat, target, isLicence }: ChainQuestion) {
    [this.#flat, this.#target, this.#isLicence] = [flat, target, isLicence];
    const perNode = (): Int32Array => new Int32Array(flat.size);
    [this.#below, this.#reached, this.#kept] = [perNode(), perNode(), perNode()];
    [this.#left, this.#place, this.#queue] = [perNode(), perNode(), perNode()];
  }

  /** Undefined where the chain does not lead to the target. */
  cut(chain: readonly number[]): ChainGraph | undefined {
    this.#round += 1;
    const isMarked = (marks: Int32Array, node: number): boolean => marks[node] === this.#round;
    const wide = this.#markBelow(this.#below, (node) => this.#isLicence[node] === 0 || chain.includes(node));
    // Most chains end here: nothing of the target rests on one of their licences.
    if (chain.some((each) => !isMarked(this.#below, each))) return undefined;
    this.#markReached(this.#queue.slice(0, wide));
    if (![this.#target, ...chain].every((each) => isMarked(this.#reached, each))) return undefined;
    const count = this.#markBelow(this.#kept, (node) => isMarked(this.#reached, node));
    const rows = this.#queue.slice(0, count).sort();
    for (const [local, row] of rows.entries()) this.#place[row] = local;
    const narrow = this.#layOut(rows);
    return {
      ...narrow,
      target: this.#place[this.#target] as number,
      licences: chain.flatMap((each) => (isMarked(this.#kept, each) ? [this.#place[each] as number] : [])),
      bits: numberBits(narrow.flat),
    };
  }

  /** Marks what the target rests on; how many nodes, which stand in the queue. */
  #markBelow(marks: Int32Array, mayUse: (node: number) => boolean): number {
    const { partsFrom, parts } = this.#flat;
    const queue = this.#queue;
    let count = 0;
    const take = (node: number): void => {
      if (marks[node] === this.#round || !mayUse(node)) return;
      marks[node] = this.#round;
      queue[count] = node;
      count += 1;
    };
    take(this.#target);
    for (let next = 0; next < count; next += 1) {
      const node = queue[next] as number;
      for (let at = partsFrom[node] as number; at < (partsFrom[node + 1] as number); at += 1)
        take(parts[at] as number);
    }
    return count;
  }

  /** Marks what can be reached with these nodes alone. */
  #markReached(nodes: Int32Array): void {
    const { need, usersFrom, users } = this.#flat;
    const [left, queue] = [this.#left, this.#queue];
    let count = 0;
    const settle = (node: number): void => {
      this.#reached[node] = this.#round;
      queue[count] = node;
      count += 1;
    };
    for (const node of nodes) {
      left[node] = need[node] as number;
      if (left[node] === 0) settle(node);
    }
    for (let next = 0; next < count; next += 1) {
      const node = queue[next] as number;
      for (let at = usersFrom[node] as number; at < (usersFrom[node + 1] as number); at += 1) {
        const user = users[at] as number;
        if (this.#below[user] !== this.#round || left[user] === 0) continue;
        left[user] = (left[user] as number) - 1;
        if (left[user] === 0) settle(user);
      }
    }
  }

  /** Several needed of more become one needed of their combinations; where all are needed there is no choice. */
  #layOut(rows: Int32Array): Pick<ChainGraph, 'flat' | 'row'> {
    const whole = this.#flat;
    const combined = new Map<number, readonly (readonly number[])[]>();
    let [size, edges] = [rows.length, 0];
    for (const [local, row] of rows.entries()) {
      const own = this.#localParts(row);
      edges += own.length;
      const wanted = whole.need[row] as number;
      if (whole.kind[row] !== SOME || wanted <= 1 || wanted >= own.length) continue;
      const found = combinations(wanted, own);
      combined.set(local, found);
      size += found.length;
      edges += found.length * (wanted + 1) - own.length;
    }
    const origin = new Int32Array(size).fill(-1);
    const row = new Int32Array(size).fill(-1);
    const kind = new Uint8Array(size).fill(AND);
    const need = new Int32Array(size);
    const partsFrom = new Int32Array(size + 1);
    const parts = new Int32Array(edges);
    let place = 0;
    const join = (node: number, own: readonly number[]): void => {
      for (const part of own) {
        parts[place] = part;
        place += 1;
      }
      partsFrom[node + 1] = place;
    };
    const added: (readonly number[])[] = [];
    for (const [local, from] of rows.entries()) {
      origin[local] = whole.origin[from] as number;
      row[local] = from;
      const choices = combined.get(local);
      const own = this.#localParts(from);
      const wanted = whole.need[from] as number;
      const isChoice = whole.kind[from] === SOME && wanted < own.length;
      kind[local] = whole.kind[from] === SOME && !isChoice ? AND : (whole.kind[from] as number);
      need[local] = choices === undefined ? wanted : 1;
      join(local, choices === undefined ? own : choices.map((_, at) => rows.length + added.length + at));
      added.push(...(choices ?? []));
    }
    for (const [at, combination] of added.entries()) {
      need[rows.length + at] = combination.length;
      join(rows.length + at, combination);
    }
    return { flat: joined({ origin, kind, need, partsFrom, parts }), row };
  }

  #localParts(row: number): readonly number[] {
    const { partsFrom, parts } = this.#flat;
    const found: number[] = [];
    for (let at = partsFrom[row] as number; at < (partsFrom[row + 1] as number); at += 1) {
      const part = parts[at] as number;
      if (this.#kept[part] === this.#round) found.push(this.#place[part] as number);
    }
    return found;
  }
}

function combinations(n: number, parts: readonly number[]): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return parts.flatMap((part, index) =>
    combinations(n - 1, parts.slice(index + 1)).map((others) => [part, ...others]),
  );
}
