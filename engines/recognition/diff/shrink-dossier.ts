/** Makes a dossier smaller while it still shows what it was found for: facts are left out, then values brought to the points where the law turns. */
import { asDay, formatDay, parseDay } from '../../kernel/index.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Scalar } from '../language/nodes.ts';
import { isRecord } from '../schema/check.ts';
import type { Path } from '../schema/problem.ts';

export type ShrinkInput = {
  readonly dossier: Dossier;
  /** Whether it still shows it. */
  readonly shows: (dossier: Dossier) => boolean;
  /** What the laws compare a fact with. */
  readonly literalsOf: (fact: string) => readonly Scalar[];
};

/** Nothing of what is left can be left out. */
export function shrinkDossier({ dossier, shows, literalsOf }: ShrinkInput): Dossier {
  let best = dossier;
  for (let changed = true; changed; ) {
    changed = false;
    for (const smaller of [...withoutOne(best), ...withSimpler(best, literalsOf)]) {
      const candidate = smaller(best);
      if (candidate === undefined || !shows(candidate)) continue;
      best = candidate;
      changed = true;
    }
  }
  return best;
}

/** Applied to whatever is left by then; undefined where its place is gone. */
type Reduction = (dossier: Dossier) => Dossier | undefined;

export type Leaf = { readonly at: Path; readonly value: unknown };

/** The values that somebody has to state: ids of entries are not among them. */
export function leavesOfDossier(part: unknown, at: Path = []): readonly Leaf[] {
  if (Array.isArray(part) && part.some(isRecord))
    return part.flatMap((each, index) => leavesOfDossier(each, [...at, index]));
  if (!isRecord(part) || isOneValue(part, at)) return at.at(-1) === 'id' ? [] : [{ at, value: part }];
  return Object.entries(part).flatMap(([key, each]) => leavesOfDossier(each, [...at, key]));
}

/** A range, or a school described by hand. */
const isOneValue = (part: Readonly<Record<string, unknown>>, at: Path): boolean =>
  at.length >= 2 &&
  (at.at(-1) === 'school' ||
    ('from' in part && 'to' in part && Object.keys(part).length === 2 && !isEntry(at)));
const isEntry = (at: Path): boolean => typeof at.at(-1) === 'number';

/** Whole sections first, then entries, then single values: the greatest leaps come first. */
function withoutOne(dossier: Dossier): readonly Reduction[] {
  const places = placesIn(dossier).toSorted((a, b) => a.length - b.length || lastIndex(b) - lastIndex(a));
  return places.map((at) => (current) => without(current, at));
}

const lastIndex = (at: Path): number => (typeof at.at(-1) === 'number' ? Number(at.at(-1)) : -1);

function placesIn(part: unknown, at: Path = []): readonly Path[] {
  const own = at.length === 0 || at.at(-1) === 'id' ? [] : [at];
  if (Array.isArray(part)) return [...own, ...part.flatMap((each, index) => placesIn(each, [...at, index]))];
  if (!isRecord(part) || isOneValue(part, at)) return own;
  return [...own, ...Object.entries(part).flatMap(([key, each]) => placesIn(each, [...at, key]))];
}

function without(dossier: Dossier, at: Path): Dossier | undefined {
  const [key, ...rest] = at;
  return key === undefined ? undefined : (change(dossier, key, rest, undefined) as Dossier | undefined);
}

/** The same with one place set, or taken out where the value is undefined; undefined where there is no such place. */
function change(part: unknown, key: string | number, rest: Path, value: unknown): unknown {
  const here = (part as Readonly<Record<string | number, unknown>> | undefined)?.[key];
  if (here === undefined) return undefined;
  const [next, ...further] = rest;
  const changed = next === undefined ? value : change(here, next, further, value);
  if (changed === undefined && next !== undefined) return undefined;
  if (Array.isArray(part))
    return changed === undefined
      ? part.filter((_, index) => index !== key)
      : part.map((each: unknown, index) => (index === key ? changed : each));
  const entries = Object.entries(part as object).flatMap(([name, each]) =>
    name !== key ? [[name, each]] : changed === undefined ? [] : [[name, changed]],
  );
  return Object.fromEntries(entries);
}

function withSimpler(dossier: Dossier, literalsOf: ShrinkInput['literalsOf']): readonly Reduction[] {
  return leavesOfDossier(dossier).flatMap(({ at, value }) => {
    const candidates = simplerThan(value, literalsOf(factAt(at)));
    return candidates.map((candidate) => (current: Dossier) => {
      const held = at.reduce<unknown>(
        (part, step) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[step],
        current,
      );
      // A simpler one may have been taken already.
      if (held === undefined || rankOf(held, candidates) <= candidates.indexOf(candidate)) return undefined;
      const [key = '', ...rest] = at;
      return change(current, key, rest, candidate) as Dossier | undefined;
    });
  });
}

const rankOf = (value: unknown, candidates: readonly unknown[]): number => {
  const found = candidates.findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
  return found < 0 ? candidates.length : found;
};

/** `pmq.years`, `exams.takenOn`: the name by which cut points are held. */
function factAt(at: Path): string {
  const [section = '', ...rest] = at.map(String);
  return `${section === 'qualifications' ? 'pmq' : section}.${rest.at(-1) ?? ''}`;
}

/** The simplest first. */
function simplerThan(value: unknown, literals: readonly Scalar[]): readonly unknown[] {
  if (typeof value === 'boolean') return [];
  if (Array.isArray(value)) return [];
  if (isRecord(value)) {
    const { from, to } = value;
    return from === undefined || to === undefined ? [] : [from, to];
  }
  if (typeof value === 'number') return numbersAround(literals);
  const day = parseDay(String(value));
  if (day.ok) return daysAround(literals);
  return literals.filter((each) => typeof each === 'string').toSorted();
}

function numbersAround(literals: readonly Scalar[]): readonly number[] {
  const points = literals.filter((each) => typeof each === 'number');
  const around = points.flatMap((point) => [point, point - 1, point + 1]).filter((each) => each >= 0);
  return [...new Set([...around, 0])].sort((a, b) => a - b);
}

function daysAround(literals: readonly Scalar[]): readonly string[] {
  const points = literals.flatMap((each) => {
    const read = parseDay(String(each));
    return read.ok ? [Number(read.value)] : [];
  });
  const around = [...new Set(points)].sort((a, b) => a - b);
  return [...new Set(around.flatMap((point) => [point, point - 1, point + 1]))].map((point) =>
    formatDay(asDay(point)),
  );
}
