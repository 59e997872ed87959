/** Logic over planes, 32 people at a time. `docs/semantics.md` section 2. */
import { BLOCK_WORDS, type Block, type PlaneNode } from './block.ts';
import { type Counters, clear, counters, countIn, reached } from './counters.ts';
import { newPlanes, type Planes } from './planes.ts';

const EVERYBODY = 0xffff_ffff;

/** `all`; for `any`, true and false change places. */
export const combineAll = (children: readonly PlaneNode[]): PlaneNode => combineMost(children, 'yes', 'no');
export const combineAny = (children: readonly PlaneNode[]): PlaneNode => combineMost(children, 'no', 'yes');

type Truth = 'yes' | 'no';

/** One child that says `breaking` decides; else all that apply must say `holding`. */
function combineMost(children: readonly PlaneNode[], holding: Truth, breaking: Truth): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [holds, breaks, absent] = [out[holding], out[breaking], out.notApplicable];
  return (block) => {
    const { words } = block;
    holds.fill(EVERYBODY, 0, words);
    breaks.fill(0, 0, words);
    absent.fill(EVERYBODY, 0, words);
    for (const child of children) {
      const planes = child(block);
      const [held, broken, left] = [planes[holding], planes[breaking], planes.notApplicable];
      for (let word = 0; word < words; word += 1) {
        const left_ = left[word] as number;
        holds[word] = (holds[word] as number) & ((held[word] as number) | left_);
        breaks[word] = (breaks[word] as number) | (broken[word] as number);
        absent[word] = (absent[word] as number) & left_;
      }
    }
    for (let word = 0; word < words; word += 1)
      holds[word] = (holds[word] as number) & ~(absent[word] as number);
    return out;
  };
}

export function combineNot(child: PlaneNode): PlaneNode {
  return (block) => {
    const { yes, no, notApplicable } = child(block);
    return { yes: no, no: yes, notApplicable };
  };
}

/** By how many children are true, and how many are true or may be. */
export function combineCount(
  children: readonly PlaneNode[],
  n: number,
  wanted: 'atLeast' | 'exactly',
): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const sure = counters(n + 1);
  const perhaps = counters(n + 1);
  const decide = wanted === 'atLeast' ? decideAtLeast : decideExactly;
  return (block) => {
    const { words } = block;
    clear(sure, words);
    clear(perhaps, words);
    out.notApplicable.fill(EVERYBODY, 0, words);
    for (const child of children) {
      const { yes, no, notApplicable } = child(block);
      for (let word = 0; word < words; word += 1) {
        const left = notApplicable[word] as number;
        countIn(sure, word, yes[word] as number);
        countIn(perhaps, word, ~((no[word] as number) | left));
        out.notApplicable[word] = (out.notApplicable[word] as number) & left;
      }
    }
    decide(out, sure, perhaps, n, words);
    return out;
  };
}

function decideAtLeast(out: Planes, sure: Counters, perhaps: Counters, n: number, words: number): void {
  for (let word = 0; word < words; word += 1) {
    const applies = ~(out.notApplicable[word] as number);
    out.yes[word] = applies & reached(sure, n, word);
    out.no[word] = applies & ~reached(perhaps, n, word);
  }
}

function decideExactly(out: Planes, sure: Counters, perhaps: Counters, n: number, words: number): void {
  for (let word = 0; word < words; word += 1) {
    const applies = ~(out.notApplicable[word] as number);
    out.yes[word] = applies & reached(sure, n, word) & ~reached(perhaps, n + 1, word);
    out.no[word] = applies & (reached(sure, n + 1, word) | ~reached(perhaps, n, word));
  }
}

/** An unknown condition leaves what both branches say; a condition that does not apply counts as false. */
export function combineIf(condition: PlaneNode, then: PlaneNode, otherwise: PlaneNode): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  return (block) => {
    const [asked, one, other] = [condition(block), then(block), otherwise(block)];
    for (let word = 0; word < block.words; word += 1) {
      const yes = asked.yes[word] as number;
      const no = (asked.no[word] as number) | (asked.notApplicable[word] as number);
      const open = ~(yes | no);
      out.yes[word] = chosen(one.yes[word] as number, other.yes[word] as number, yes, no, open);
      out.no[word] = chosen(one.no[word] as number, other.no[word] as number, yes, no, open);
      out.notApplicable[word] = chosen(
        one.notApplicable[word] as number,
        other.notApplicable[word] as number,
        yes,
        no,
        open,
      );
    }
    return out;
  };
}

const chosen = (one: number, other: number, yes: number, no: number, open: number): number =>
  (yes & one) | (no & other) | (open & one & other);

/** A branch that is not there is not applicable. */
export function nothing(): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  out.notApplicable.fill(EVERYBODY);
  return () => out;
}

/** What nobody knows. */
export function unknownToAll(): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  return () => out;
}

export const combineUnless = (condition: PlaneNode, then: PlaneNode): PlaneNode =>
  combineIf(condition, nothing(), then);

/** What was found for everybody, cut to the block. */
export function copyOf(planesIn: (block: Block) => Planes): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  return (block) => {
    const found = planesIn(block);
    for (let word = 0, at = block.first; word < block.words; word += 1, at += 1) {
      out.yes[word] = found.yes[at] as number;
      out.no[word] = found.no[at] as number;
      out.notApplicable[word] = found.notApplicable[at] as number;
    }
    return out;
  };
}
