/**
 * Invented people, drawn by columns: each is like a model but for a few facts drawn anew around the cut points. Models, changed values
 * and changed lists are drawn into stocks that many people share, so that a person costs a few numbers. Everybody can be told as a dossier.
 */
import type { CutPoints } from '../differential/cut-points.ts';
import { type Draft, maybeValue } from '../differential/draw-facts.ts';
import type { Draw } from '../differential/draw-value.ts';
import type { Facts } from '../language/facts.ts';
import type { Inventor } from '../population/invent-people.ts';
import { varyList } from '../population/vary-people.ts';
import { type AnyColumn, AWARDING_COUNTRY, type Crowd, numberOf, SCHOOL_COUNTRY } from './crowd.ts';

export type DrawCrowdInput = {
  readonly crowd: Crowd;
  readonly inventor: Inventor;
  readonly models: readonly Facts[];
  /** What most changes are made of: the cut points of what changed. */
  readonly focus: CutPoints;
  /** The facts of somebody who tells a draft as a dossier. */
  readonly told: (draft: Draft) => Facts;
};

/** The share of people who are like nobody given. */
const FREE = 0.2;
const MOST_CHANGES = 3;
/** How many people are drawn from nothing, values of a fact drawn anew, and ways in which one list of a model is changed. */
const STOCK = { people: 1_000, values: 256, lists: 4 } as const;

/** A person by numbers: for each column, which of its values. */
type Numbers = Int32Array;

/** Each call adds one more person to the crowd; returns the row. */
export function drawCrowd(input: DrawCrowdInput): () => number {
  const { crowd, inventor, focus, told } = input;
  const { random, cuts } = inventor;
  const { columns } = crowd;
  const places = new Map(columns.map((column, place) => [column.name, place]));
  const models = input.models.map((facts) => numbersOf(facts, crowd));
  const free = stockOf(STOCK.people, () => numbersOf(told(inventor.draft()), crowd), random.below);
  const [near, wide] = [changesOf({ ...input, within: focus }), changesOf({ ...input, within: cuts })];
  const focused = [...focus.scalars, ...focus.lists];
  const names = [...cuts.scalars, ...cuts.lists, SCHOOL_COUNTRY];
  const person: Numbers = new Int32Array(columns.length);
  return () => {
    const model = models.length === 0 || random.chance(FREE) ? free('people') : random.pick(models);
    person.set(model);
    for (let left = random.below(MOST_CHANGES + 1); left > 0; left -= 1) {
      const isNear = focused.length > 0 && random.chance(0.7);
      const name = random.pick(isNear ? focused : names);
      (isNear ? near : wide)(name, person, model, places);
    }
    const row = crowd.size;
    for (let place = 0; place < columns.length; place += 1)
      (columns[place] as AnyColumn).rows[row] = person[place] as number;
    crowd.size += 1;
    return row;
  };
}

const numbersOf = ({ scalars, lists }: Facts, crowd: Crowd): Numbers =>
  Int32Array.from([
    ...[...crowd.scalars.values()].map((column) => numberOf(scalars.get(column.name), column)),
    ...[...crowd.lists.values()].map((column) => numberOf(lists.get(column.name), column)),
  ]);

/** Things drawn when they are first wanted; of each kind so many at most. */
function stockOf<T>(
  most: number,
  draw: (kind: string) => T,
  below: (end: number) => number,
): (kind: string) => T {
  const held = new Map<string, T[]>();
  return (kind) => {
    const stock = held.get(kind) ?? [];
    held.set(kind, stock);
    const chosen = below(most);
    if (chosen < stock.length) return stock[chosen] as T;
    stock.push(draw(kind));
    return stock.at(-1) as T;
  };
}

type Change = (name: string, person: Numbers, model: Numbers, places: ReadonlyMap<string, number>) => void;

function changesOf({
  crowd,
  inventor,
  told,
  within,
}: DrawCrowdInput & { readonly within: CutPoints }): Change {
  const { random } = inventor;
  const drawn = (): Draw => ({ ...inventor.draw(), literals: within.literals, periods: within.periods });
  const values = stockOf(
    STOCK.values,
    (name) => {
      const value = maybeValue(name, drawn(), 0.1);
      // What is not told may still be computed: without a plan, an application is made on the day of the law.
      return told({ scalars: new Map(value.state === 'unknown' ? [] : [[name, value]]), lists: new Map() });
    },
    random.below,
  );
  const lists = stockOf(
    STOCK.lists,
    (kind) => {
      const [list = '', number = '0'] = kind.split(' ');
      const column = crowd.lists.get(list);
      const held = column?.values[Number(number)];
      const draft: Draft = { scalars: new Map(), lists: new Map(held === undefined ? [] : [[list, held]]) };
      varyList(list, draft, drawn());
      return column === undefined ? 0 : numberOf(told(draft).lists.get(list), column);
    },
    random.below,
  );
  return (name, person, model, places) => {
    const place = places.get(name);
    if (place === undefined) return;
    if (crowd.lists.has(name)) {
      // A list is changed as the model has it, so that there are not ever more lists.
      person[place] = lists(`${name} ${model[place]}`);
      return;
    }
    changeScalar(name, values(name), person, crowd, places);
  };
}

/** A school is told by its country, from which that of the degree follows unless it is told. */
function changeScalar(
  name: string,
  { scalars }: Facts,
  person: Numbers,
  crowd: Crowd,
  places: ReadonlyMap<string, number>,
): void {
  // No registry knows a school that is drawn.
  if (name === 'pmq.school') return;
  const put = (fact: string, value = scalars.get(fact)): void => {
    const [column, place] = [crowd.scalars.get(fact), places.get(fact)];
    if (column !== undefined && place !== undefined) person[place] = numberOf(value, column);
  };
  const held = (fact: string) => crowd.scalars.get(fact)?.values[person[places.get(fact) ?? -1] ?? 0];
  if (name === SCHOOL_COUNTRY) {
    const follows = JSON.stringify(held(AWARDING_COUNTRY)) === JSON.stringify(held(SCHOOL_COUNTRY));
    put('pmq.school');
    if (follows) put(AWARDING_COUNTRY, scalars.get(SCHOOL_COUNTRY));
    put(SCHOOL_COUNTRY);
  } else if (name === AWARDING_COUNTRY) put(name, scalars.get(name) ?? held(SCHOOL_COUNTRY));
  else put(name);
}
