/** `sumDuration` and `examWindow`, compiled. */
import { addPeriod, asDay, FIRST_DAY, LAST_DAY, subtractPeriod } from '../../kernel/index.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { type CompiledLeaf, type Place, sortedUnion } from './compiled-node.ts';
import { compileDay, NONE, newDay, RANGE, VAGUE } from './days.ts';
import { type EntryFrame, type Frame, fieldSlot, IN_DISPUTE, KNOWN, scalarSlot } from './frame.ts';
import { DISPUTED, F, known, NOT_SAID, T, unknown } from './packed.ts';
import { compileSelection, type Found } from './selection.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>['sumDuration'];
type ExamWindow = Extract<Node, { examWindow: unknown }>['examWindow'];

/** From, to and weight of one stretch, three numbers in a row. */
type Stretches = number[];

const MONTHS = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];

/** The fewest days that a period can have in the calendar. */
function fewestDays(text: string): number {
  const { years, months, weeks, days } = literalPeriod(text);
  const total = years * 12 + months;
  return Math.floor(total / 12) * 365 + (MONTHS[total % 12] ?? 0) + 7 * weeks + days;
}

export function compileSumDuration(node: SumDuration, place: Place): CompiledLeaf {
  const { layout, law } = place.compiler;
  const matches = compileSelection(node, place);
  const slots = {
    from: fieldSlot(node.list, node.from, layout),
    to: fieldSlot(node.list, node.to, layout),
    weight: node.weight === undefined ? -1 : fieldSlot(node.list, node.weight, layout),
  };
  const applicationOn = scalarSlot('application.on', layout);
  const ends = node.window === undefined ? undefined : compileDay(node.window.endsOn, place);
  const period = node.window === undefined ? undefined : literalPeriod(node.window.period);
  const wanted = fewestDays(node.atLeast);
  const end = newDay();
  const { grade } = place;
  const start = (day: number): number =>
    period === undefined ? day : subtractPeriod(asDay(day), period, node.window?.rounding ?? 'clamp') + 1;
  const measure = node.measure === 'total' ? coveredDays : longestStretch;

  /** Entries, their extremes and what is vague about them. */
  const look = (frame: Frame) => {
    const found = matches.find(frame);
    const inner =
      ends === undefined ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [start(end.hi), end.lo + 1];
    const outer =
      ends === undefined ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [start(end.lo), end.hi + 1];
    const [least, most]: [Stretches, Stretches] = [[], []];
    let [strength, disputed, vague] = [ends === undefined ? 4 : end.strength, false, false];
    for (let index = 0; index < found.entries.length; index += 1) {
      const truth = found.truths[index];
      const entry = found.entries[index];
      if (truth === F || entry === undefined) continue;
      const [first, last, share] = [
        valueAt(entry, slots.from),
        lastDay(entry, slots.to, frame, applicationOn, law.query.on),
        slots.weight < 0 ? ONE : shareAt(entry, slots.weight),
      ];
      const states = [first, last, share];
      // What is disputed is also vague, but only what is merely unsaid counts as such.
      const contested = states.some((value) => value.disputed);
      disputed ||= contested;
      vague ||= !contested && states.some((value) => value.lo !== value.hi);
      most.push(Math.max(first.lo, outer[0] ?? 0), Math.min(last.hi, outer[1] ?? 0), share.hi);
      if (truth !== T) continue;
      least.push(Math.max(first.hi, inner[0] ?? 0), Math.min(last.lo, inner[1] ?? 0), share.lo);
      strength = Math.min(
        strength,
        found.strengths[index] ?? 4,
        first.strength,
        last.strength,
        share.strength,
      );
    }
    return {
      found,
      least: measure(least),
      most: found.more ? Number.POSITIVE_INFINITY : measure(most),
      strength,
      disputed,
      vague,
    };
  };

  return {
    trace: (frame) => {
      ends?.read(frame, end);
      // Without a day on which the window ends no entry is looked at.
      if (ends !== undefined && end.state !== RANGE) return undefined;
      const found = matches.find(frame);
      return {
        matched: found.entries.filter((_, index) => found.truths[index] === T).map((entry) => entry.id),
        possible: [],
      };
    },
    missing: (frame) => {
      ends?.read(frame, end);
      if (ends !== undefined && end.state === VAGUE) return ends.missing(frame);
      const found = matches.find(frame);
      const fields = [
        [slots.from, node.from],
        ...(slots.weight < 0 ? [] : [[slots.weight, node.weight ?? ''] as const]),
      ] as const;
      const names = found.entries.flatMap((entry, index) => {
        if (found.truths[index] === F) return [];
        const vague = fields.filter(([slot]) => !isExact(entry, slot)).map(([, field]) => field);
        const last = lastDay(entry, slots.to, frame, applicationOn, law.query.on);
        return [...vague, ...(last.lo === last.hi && !last.disputed ? [] : [node.to])].map(
          (field) => `${node.list}/${entry.id}.${field}`,
        );
      });
      return sortedUnion([
        matches.missing(frame),
        names,
        ends !== undefined && end.lo !== end.hi ? ends.missing(frame) : [],
      ]);
    },
    evaluate: (frame) => {
      if (ends !== undefined) {
        ends.read(frame, end);
        if (end.state === NONE) return known(false, end.strength, grade);
        if (end.state === VAGUE) return unknown(end.reasons);
      }
      const { found, least, most, strength, disputed, vague } = look(frame);
      if (least >= wanted) return known(true, strength, grade);
      if (most < wanted) return known(false, Math.min(strength, found.strength), grade);
      const unsaid = found.more || vague || (ends !== undefined && end.lo !== end.hi);
      return unknown(found.reasons | (disputed ? DISPUTED : 0) | (unsaid ? NOT_SAID : 0));
    },
  };
}

type Bounds = {
  readonly lo: number;
  readonly hi: number;
  readonly strength: number;
  readonly disputed: boolean;
};

const ONE: Bounds = { lo: 1, hi: 1, strength: 4, disputed: false };

const isExact = ({ slots }: EntryFrame, slot: number): boolean =>
  slots.state[slot] === KNOWN && slots.lo[slot] === slots.hi[slot];

function boundsAt({ slots }: EntryFrame, slot: number, low: number, high: number): Bounds {
  if (slots.state[slot] !== KNOWN)
    return { lo: low, hi: high, strength: 4, disputed: slots.state[slot] === IN_DISPUTE };
  return {
    lo: slots.lo[slot] ?? 0,
    hi: slots.hi[slot] ?? 0,
    strength: slots.strength[slot] ?? 4,
    disputed: false,
  };
}

const valueAt = (entry: EntryFrame, slot: number): Bounds =>
  boundsAt(entry, slot, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const shareAt = (entry: EntryFrame, slot: number): Bounds => boundsAt(entry, slot, 0, 1);

/** No end was given: it runs on, the day of the application included. */
function lastDay(entry: EntryFrame, slot: number, frame: Frame, applicationOn: number, on: number): Bounds {
  if (entry.slots.state[slot] !== 0) return valueAt(entry, slot);
  const { state, lo, hi, strength } = frame.scalars;
  if (state[applicationOn] !== KNOWN) return { lo: on + 1, hi: on + 1, strength: 4, disputed: false };
  return {
    lo: (lo[applicationOn] ?? on) + 1,
    hi: (hi[applicationOn] ?? on) + 1,
    strength: strength[applicationOn] ?? 4,
    disputed: false,
  };
}

/** Sweeps over the edges; at no moment more than one counts. */
function coveredDays(stretches: Stretches): number {
  const events: (readonly [number, number])[] = [];
  for (let index = 0; index < stretches.length; index += 3) {
    const [from = 0, to = 0, weight = 0] = stretches.slice(index, index + 3);
    if (to <= from || weight <= 0) continue;
    events.push([from, weight], [to, -weight]);
  }
  events.sort((a, b) => a[0] - b[0]);
  let [sum, running, at] = [0, 0, 0];
  for (const [day, change] of events) {
    // The rest of a weight taken away again is no weight.
    if (running > 1e-9 && day > at) sum += (day - at) * Math.min(1, running);
    running += change;
    at = day;
  }
  return roundedTo(sum);
}

/** Sums of shares such as 0.1 + 0.2 carry a rest far below a day. */
const roundedTo = (days: number): number => (Number.isFinite(days) ? Math.round(days * 1e6) / 1e6 : days);

function longestStretch(stretches: Stretches): number {
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < stretches.length; index += 3) {
    const [from = 0, to = 0, weight = 0] = stretches.slice(index, index + 3);
    if (to > from && weight > 0) pairs.push([from, to]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  let [best, from, to] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const [start, end] of pairs) {
    if (to === Number.NEGATIVE_INFINITY || start > to) [from, to] = [start, end];
    else if (end > to) to = end;
    if (to - from > best) best = to - from;
  }
  return best;
}

type Attempt = {
  readonly id: string | undefined;
  readonly lo: number;
  readonly hi: number;
  readonly sure: boolean;
  readonly strength: number;
};

export function compileExamWindow(node: ExamWindow, place: Place): CompiledLeaf {
  const parts = node.parts.map((where) => compileSelection({ list: node.list, where }, place));
  const slot = fieldSlot(node.list, node.field, place.compiler.layout);
  const period = literalPeriod(node.within);
  const { grade } = place;
  const last = (first: number): number =>
    addPeriod(asDay(first), period, node.rounding) - (node.inclusive ? 0 : 1);

  const search = (frame: Frame) => {
    const found = parts.map((part) => part.find(frame));
    const attempts = found.map((each) => attemptsOf(each, slot));
    return { found, attempts, ...best(attempts, node.ordered === true, last) };
  };
  return {
    trace: (frame) => ({
      matched: search(frame).chosen?.map((attempt) => attempt.id ?? '') ?? [],
      possible: [],
    }),
    missing: (frame) =>
      sortedUnion(parts.flatMap((part) => [part.missing(frame), part.vagueField(frame, slot, node.field)])),
    evaluate: (frame) => {
      const { found, attempts, strength, possible } = search(frame);
      if (strength > 0) return known(true, strength, grade);
      if (!possible)
        return known(
          false,
          Math.min(
            4,
            ...found.map((each) => each.strength),
            ...attempts.flat().map((attempt) => attempt.strength),
          ),
          grade,
        );
      const reasons = found.reduce((all, each) => all | each.reasons, 0);
      return unknown(reasons === 0 ? NOT_SAID : reasons);
    },
  };
}

function attemptsOf(found: Found, slot: number): readonly Attempt[] {
  const told = found.entries.flatMap((entry, index): readonly Attempt[] => {
    if (found.truths[index] === F) return [];
    const day = entry.slots.state[slot] === KNOWN;
    const strength = found.strengths[index] ?? 4;
    return [
      {
        id: entry.id,
        lo: day ? (entry.slots.lo[slot] ?? FIRST_DAY) : FIRST_DAY,
        hi: day ? (entry.slots.hi[slot] ?? LAST_DAY) : LAST_DAY,
        sure: found.truths[index] === T,
        strength: day ? Math.min(strength, entry.slots.strength[slot] ?? 4) : strength,
      },
    ];
  });
  return found.more
    ? [...told, { id: undefined, lo: FIRST_DAY, hi: LAST_DAY, sure: false, strength: 4 }]
    : told;
}

/** Depth first over one attempt for each part: the strongest choice that fits for certain, and whether any may fit at all. */
function best(parts: readonly (readonly Attempt[])[], ordered: boolean, last: (first: number) => number) {
  let [strength, possible] = [0, false];
  let chosen: readonly Attempt[] | undefined;
  const choice: Attempt[] = [];
  const visit = (depth: number): void => {
    if (depth === parts.length) {
      if (choice.every((attempt) => attempt.sure) && fitsAlways(choice, ordered, last)) {
        chosen ??= [...choice];
        strength = Math.max(strength, Math.min(4, ...choice.map((attempt) => attempt.strength)));
      }
      possible ||= mayFit(choice, ordered, last);
      return;
    }
    for (const attempt of parts[depth] ?? []) {
      if (attempt.id !== undefined && choice.some((held) => held.id === attempt.id)) continue;
      choice.push(attempt);
      visit(depth + 1);
      choice.pop();
    }
  };
  visit(0);
  return { strength, possible, chosen };
}

/** Every two attempts, whatever their days, are close enough; and each comes after the one before. */
function fitsAlways(choice: readonly Attempt[], ordered: boolean, last: (first: number) => number): boolean {
  for (const a of choice) for (const b of choice) if (a !== b && b.hi > last(a.lo)) return false;
  if (choice.length === 1 && (choice[0]?.hi ?? 0) > last(choice[0]?.hi ?? 0)) return false;
  return (
    !ordered || choice.every((attempt, index) => index === 0 || (choice[index - 1]?.hi ?? 0) <= attempt.lo)
  );
}

/** The window that begins as late as the earliest end allows reaches furthest: if none fits there, none fits. */
function mayFit(choice: readonly Attempt[], ordered: boolean, last: (first: number) => number): boolean {
  const first = Math.min(...choice.map((attempt) => attempt.hi));
  const end = last(first);
  let day = first;
  for (const attempt of choice) {
    const from = Math.max(attempt.lo, ordered ? day : first);
    if (from > Math.min(attempt.hi, end)) return false;
    if (ordered) day = from;
  }
  return true;
}
