/** Logic over standings, 32 people at a time; the same as `compiled/combine.ts` says of one person. `docs/semantics.md` sections 2, 3. */
import { clear, counters, countIn, reached } from '../batch/counters.ts';
import { EVERYBODY, fillNotApplicable, newStandings, type Standings } from './standings.ts';

/** Fills the planes given, for so many words of people; deeper nodes use the planes below `depth`. */
export type StandNode = (into: Standings, words: number, depth: number) => void;

const below: Standings[] = [];
/** Planes of use until another node at the same depth asks for them. */
export function scratch(depth: number): Standings {
  while (below.length <= depth) below.push(newStandings());
  return below[depth] as Standings;
}

export function standOnAll(children: readonly StandNode[]): StandNode {
  return (into, words, depth) => {
    const { yes, no, notApplicable, open, curable } = into;
    for (const plane of [yes, notApplicable, open, curable]) plane.fill(EVERYBODY, 0, words);
    no.fill(0, 0, words);
    const one = scratch(depth);
    for (const child of children) {
      child(one, words, depth + 1);
      for (let word = 0; word < words; word += 1) {
        const none = one.notApplicable[word] as number;
        yes[word] = (yes[word] as number) & ((one.yes[word] as number) | none);
        no[word] = (no[word] as number) | (one.no[word] as number);
        notApplicable[word] = (notApplicable[word] as number) & none;
        open[word] = (open[word] as number) & ((one.open[word] as number) | none);
        curable[word] = (curable[word] as number) & ((one.curable[word] as number) | none);
      }
    }
    for (let word = 0; word < words; word += 1)
      yes[word] = (yes[word] as number) & ~(notApplicable[word] as number);
    close(into, words);
  };
}

export function standOnAny(children: readonly StandNode[]): StandNode {
  return (into, words, depth) => {
    const { yes, no, notApplicable, open, curable } = into;
    for (const plane of [no, notApplicable]) plane.fill(EVERYBODY, 0, words);
    for (const plane of [yes, open, curable]) plane.fill(0, 0, words);
    const one = scratch(depth);
    for (const child of children) {
      child(one, words, depth + 1);
      for (let word = 0; word < words; word += 1) {
        const none = one.notApplicable[word] as number;
        yes[word] = (yes[word] as number) | (one.yes[word] as number);
        no[word] = (no[word] as number) & ((one.no[word] as number) | none);
        notApplicable[word] = (notApplicable[word] as number) & none;
        open[word] = (open[word] as number) | ((one.open[word] as number) & ~none);
        curable[word] = (curable[word] as number) | ((one.curable[word] as number) & ~none);
      }
    }
    for (let word = 0; word < words; word += 1)
      no[word] = (no[word] as number) & ~(notApplicable[word] as number);
    close(into, words);
  };
}

/** Met stands as met, unknown at least as unknown, and what does not apply nowhere. */
function close({ yes, no, notApplicable, open, curable }: Standings, words: number): void {
  for (let word = 0; word < words; word += 1) {
    const [met, none] = [yes[word] as number, notApplicable[word] as number];
    open[word] = ((open[word] as number) | ~(no[word] as number)) & ~none;
    curable[word] = ((curable[word] as number) | met) & ~none;
  }
}

/** What is not true because something holds stays so. */
export function standOnNot(child: StandNode): StandNode {
  return (into, words, depth) => {
    const one = scratch(depth);
    child(one, words, depth + 1);
    for (let word = 0; word < words; word += 1) {
      const [met, lost, none] = [
        one.yes[word] as number,
        one.no[word] as number,
        one.notApplicable[word] as number,
      ];
      into.yes[word] = lost;
      into.no[word] = met;
      into.notApplicable[word] = none;
      into.open[word] = ~(met | none);
      into.curable[word] = lost;
    }
  };
}

export function standOnIf(condition: StandNode, then: StandNode, otherwise: StandNode): StandNode {
  return (into, words, depth) => {
    const [asked, one, other] = [scratch(depth), scratch(depth + 1), scratch(depth + 2)];
    condition(asked, words, depth + 3);
    then(one, words, depth + 3);
    otherwise(other, words, depth + 3);
    for (const plane of PLANES) choose(asked, one[plane], other[plane], into[plane], words);
    close(into, words);
  };
}

const PLANES = ['yes', 'no', 'notApplicable', 'open', 'curable'] as const;

/** The one where the condition is true, the other where it is not; where it is unknown, what both have. */
function choose(
  asked: Standings,
  one: Uint32Array,
  other: Uint32Array,
  into: Uint32Array,
  words: number,
): void {
  for (let word = 0; word < words; word += 1) {
    const yes = asked.yes[word] as number;
    const no = (asked.no[word] as number) | (asked.notApplicable[word] as number);
    const [a, b] = [one[word] as number, other[word] as number];
    into[word] = (yes & a) | (no & b) | (~(yes | no) & a & b);
  }
}

export const standOnUnless = (condition: StandNode, then: StandNode): StandNode =>
  standOnIf(condition, fillNotApplicable, then);

export function standOnCount(children: readonly StandNode[], n: number, exactly: boolean): StandNode {
  const [sure, perhaps, open, curable] = [counters(n + 1), counters(n + 1), counters(n + 1), counters(n + 1)];
  return (into, words, depth) => {
    for (const planes of [sure, perhaps, open, curable]) clear(planes, words);
    into.notApplicable.fill(EVERYBODY, 0, words);
    const one = scratch(depth);
    for (const child of children) {
      child(one, words, depth + 1);
      for (let word = 0; word < words; word += 1) {
        const none = one.notApplicable[word] as number;
        countIn(sure, word, one.yes[word] as number);
        countIn(perhaps, word, ~((one.no[word] as number) | none));
        countIn(open, word, (one.open[word] as number) & ~none);
        countIn(curable, word, (one.curable[word] as number) & ~none);
        into.notApplicable[word] = (into.notApplicable[word] as number) & none;
      }
    }
    for (let word = 0; word < words; word += 1) {
      const applies = ~(into.notApplicable[word] as number);
      const [enough, reachable] = [reached(sure, n, word), reached(perhaps, n, word)];
      const [tooMany, mayBeTooMany] = [reached(sure, n + 1, word), reached(perhaps, n + 1, word)];
      into.yes[word] = applies & enough & (exactly ? ~mayBeTooMany : EVERYBODY);
      into.no[word] = applies & (exactly ? tooMany | ~reachable : ~reachable);
      into.open[word] = exactly ? 0 : reached(open, n, word);
      into.curable[word] = exactly ? 0 : reached(curable, n, word);
    }
    close(into, words);
  };
}

/** Whoever is not there yet stands at least as well as the best of these steps. */
export function standWithSteps(node: StandNode, steps: readonly StandNode[]): StandNode {
  return (into, words, depth) => {
    node(into, words, depth);
    const step = scratch(depth);
    for (const stand of steps) {
      stand(step, words, depth + 1);
      for (let word = 0; word < words; word += 1) {
        const left = ~((into.yes[word] as number) | (into.notApplicable[word] as number));
        into.open[word] = (into.open[word] as number) | (left & (step.open[word] as number));
        into.curable[word] = (into.curable[word] as number) | (left & (step.curable[word] as number));
      }
    }
  };
}

/** The least of how they stand; what does not apply is in nobody's way. Its truth is not asked for. */
export function standLeast(parts: readonly StandNode[]): StandNode {
  return (into, words, depth) => {
    for (const plane of [into.open, into.curable, into.yes]) plane.fill(EVERYBODY, 0, words);
    for (const plane of [into.no, into.notApplicable]) plane.fill(0, 0, words);
    const one = scratch(depth);
    for (const part of parts) {
      part(one, words, depth + 1);
      for (let word = 0; word < words; word += 1) {
        const none = one.notApplicable[word] as number;
        into.yes[word] = (into.yes[word] as number) & ((one.yes[word] as number) | none);
        into.open[word] = (into.open[word] as number) & ((one.open[word] as number) | none);
        into.curable[word] = (into.curable[word] as number) & ((one.curable[word] as number) | none);
      }
    }
  };
}
