/** A crowd counted on each route: how it stands under both versions, by transition and by country, and who is the first to change. */
import { type StandNode, scratch } from '../crowd/combine-standings.ts';
import { AWARDING_COUNTRY, type Crowd, SCHOOL_COUNTRY } from '../crowd/crowd.ts';
import { EVERYBODY } from '../crowd/standings.ts';
import type { RouteStatus } from '../language/verdict.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Standing } from './report.ts';
import type { Asked } from './routes.ts';

export type Side = {
  readonly law: ResolvedLaw;
  /** Undefined where a route is not in force; not there where the version has none. */
  readonly routes: ReadonlyMap<string, StandNode | undefined>;
};

export type TallyInput = {
  readonly asked: readonly Asked[];
  readonly sides: readonly [Side, Side];
  readonly crowd: Crowd;
  /** The first row of each person, who has one for each degree. */
  readonly firstRows: readonly number[];
};

export type Change = {
  /** Which person. */
  readonly at: number;
  readonly pack: string;
  readonly route: string;
  readonly before: Standing;
  readonly after: Standing;
};

const KEPT = 3;

/** Counts everybody into `asked`; returns the first few of each change, person by person. */
export function tallyCrowd(input: TallyInput): readonly Change[] {
  const { asked, crowd, firstRows } = input;
  const words = Math.ceil(crowd.size / 32);
  const people = placesOf(firstRows, crowd);
  const countries = countriesOf(firstRows, crowd);
  const groups = countUp(countries);
  const found = asked.flatMap((each, order) => {
    const on = (side: 0 | 1): Planes => standingsOn(each.route, input.sides[side], people, words);
    const [before, after] = [on(0), on(1)];
    return countRoute({ each, order, before, after, people, countries, groups, words });
  });
  return found.sort((a, b) => a.at - b.at || a.order - b.order).map(({ order: _, ...change }) => change);
}

type People = {
  /** A bit for the first row of everybody. */
  readonly firsts: Uint32Array;
  /** By row: which person, where it is a first row. */
  readonly atRow: Int32Array;
  /** Rows of further degrees, each with the first row of the person. */
  readonly further: readonly (readonly [row: number, first: number])[];
};

function placesOf(firstRows: readonly number[], { size }: Crowd): People {
  const firsts = new Uint32Array(Math.ceil(size / 32));
  const atRow = new Int32Array(size).fill(-1);
  const further: (readonly [number, number])[] = [];
  for (const [at, first] of firstRows.entries()) {
    firsts[first >>> 5] = (firsts[first >>> 5] as number) | (1 << (first & 31));
    atRow[first] = at;
    const end = firstRows[at + 1] ?? size;
    for (let row = first + 1; row < end; row += 1) further.push([row, first]);
  }
  return { firsts, atRow, further };
}

/** By person: the country of the school's seat, else of the award. */
function countriesOf(firstRows: readonly number[], { scalars }: Crowd): readonly string[] {
  const columns = [scalars.get(SCHOOL_COUNTRY), scalars.get(AWARDING_COUNTRY)];
  return firstRows.map((row) => {
    for (const column of columns) {
      const value = column?.values[column.rows[row] as number];
      if (value?.state === 'known' && typeof value.value === 'string') return value.value;
    }
    return 'not said';
  });
}

function countUp(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

type Planes = readonly (readonly [Standing, Uint32Array])[];

/** By how the route stands for them: everybody once, the best of her degrees. */
function standingsOn(route: string, { routes }: Side, { firsts, further }: People, words: number): Planes {
  const node = routes.get(route);
  if (node === undefined) return [[routes.has(route) ? 'closed' : 'notThere', firsts]];
  const least = scratch(0);
  node(least, words, 1);
  const atLeast = [least.yes, least.curable, least.open].map((plane) => plane.slice(0, words));
  for (const plane of atLeast)
    for (const [row, first] of further)
      if ((((plane[row >>> 5] as number) >>> (row & 31)) & 1) === 1)
        plane[first >>> 5] = (plane[first >>> 5] as number) | (1 << (first & 31));
  let better = new Uint32Array(words);
  return STATUSES.map((status, index) => {
    const reached = atLeast[index] ?? new Uint32Array(words).fill(EVERYBODY);
    const plane = reached.map((bits, word) => bits & ~(better[word] as number) & (firsts[word] as number));
    better = better.map((bits, word) => bits | (reached[word] as number));
    return [status, plane] as const;
  });
}

const STATUSES: readonly RouteStatus[] = ['open', 'withSteps', 'unknown', 'closed'];

type RouteCount = {
  readonly each: Asked;
  readonly order: number;
  readonly before: Planes;
  readonly after: Planes;
  readonly people: People;
  readonly countries: readonly string[];
  readonly groups: ReadonlyMap<string, number>;
  readonly words: number;
};

function countRoute({
  each: { pack, route, transitions, countries: byCountry },
  order,
  before: old,
  after: now,
  people: { atRow },
  countries,
  groups,
  words,
}: RouteCount): readonly (Change & { readonly order: number })[] {
  const found: (Change & { readonly order: number })[] = [];
  for (const [country, people] of groups) {
    const held = byCountry.get(country) ?? { people: 0, changed: 0 };
    byCountry.set(country, { people: held.people + people, changed: held.changed });
  }
  for (const [before, left] of old)
    for (const [after, right] of now) {
      const both = left.map((bits, word) => bits & (right[word] as number));
      const many = countBits(both);
      if (many === 0) continue;
      const key = `${before} ${after}`;
      const seen = transitions.get(key) ?? 0;
      transitions.set(key, seen + many);
      if (before === after) continue;
      let room = KEPT - seen;
      eachBit(both, words, (row) => {
        const at = atRow[row] as number;
        const country = byCountry.get(countries[at] as string);
        if (country !== undefined) country.changed += 1;
        if (room > 0) found.push({ at, order, pack, route, before, after });
        room -= 1;
      });
    }
  return found;
}

function eachBit(plane: Uint32Array, words: number, visit: (row: number) => void): void {
  for (let word = 0; word < words; word += 1)
    for (let rest = plane[word] as number; rest !== 0; rest &= rest - 1)
      visit(word * 32 + 31 - Math.clz32(rest & -rest));
}

/** How many ones, many at a time. */
function countBits(plane: Uint32Array): number {
  let count = 0;
  for (const bits of plane) {
    const pairs = bits - ((bits >>> 1) & 0x5555_5555);
    const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}
