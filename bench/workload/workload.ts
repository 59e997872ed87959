/** The shared workload: one decision of 36 conditions over 39 facts, in a form that every engine can be given. */
import { makeRandom, pick, type Random } from '../random.ts';

export type FactKind = 'boolean' | 'number' | 'day';
export type FactName = { readonly name: string; readonly kind: FactKind };

export type Comparison = 'is' | 'atLeast' | 'atMost';
export type Condition = { readonly fact: FactName; readonly comparison: Comparison; readonly value: number };
/** Booleans and days are numbers here: 1 and 0, days since 1970. */
export type Shape =
  | { readonly all: readonly Shape[] }
  | { readonly any: readonly Shape[] }
  | { readonly condition: Condition };

/** One person: a value for each fact, undefined where it is unknown. */
export type PersonRecord = readonly (number | undefined)[];

export type Workload = {
  readonly facts: readonly FactName[];
  readonly shape: Shape;
  readonly conditions: readonly Condition[];
};

const FACTS = 39;
const CONDITIONS = 36;
const FIRST_DAY = 14_000;
const DAYS = 7_000;
const MOST = 100;

export function makeWorkload(): Workload {
  const random = makeRandom(20_261_122);
  const kinds: readonly FactKind[] = ['boolean', 'number', 'day'];
  const facts = Array.from(
    { length: FACTS },
    (_, index): FactName => ({ name: `f${index}`, kind: kinds[index % 3] ?? 'day' }),
  );
  const conditions = facts.slice(0, CONDITIONS).map((fact) => conditionOn(fact, random));
  return { facts, conditions, shape: shapeOf(conditions) };
}

function conditionOn(fact: FactName, random: Random): Condition {
  if (fact.kind === 'boolean') return { fact, comparison: 'is', value: 1 };
  const value =
    fact.kind === 'number' ? Math.floor(random() * MOST) : FIRST_DAY + Math.floor(random() * DAYS);
  return { fact, comparison: pick(random, ['atLeast', 'atMost']), value };
}

/** Six requirements, each with three alternatives of two conditions. */
function shapeOf(conditions: readonly Condition[]): Shape {
  const pairs = chunk(conditions, 2).map(
    (pair): Shape => ({ all: pair.map((condition) => ({ condition })) }),
  );
  return { all: chunk(pairs, 3).map((any): Shape => ({ any })) };
}

const chunk = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** People whose facts are unknown with the probability given. */
export function makePeople(workload: Workload, count: number, unknown: number): readonly PersonRecord[] {
  const random = makeRandom(7 + Math.round(unknown * 1000));
  return Array.from({ length: count }, () =>
    workload.facts.map(({ kind }) => {
      if (random() < unknown) return undefined;
      if (kind === 'boolean') return random() < 0.6 ? 1 : 0;
      return kind === 'number' ? Math.floor(random() * MOST) : FIRST_DAY + Math.floor(random() * DAYS);
    }),
  );
}

/** The answer by three-valued logic, written out plainly: what every engine's answer is compared with. */
export function answerOf(shape: Shape, person: PersonRecord): boolean | undefined {
  if ('condition' in shape) {
    const { fact, comparison, value } = shape.condition;
    const given = person[Number(fact.name.slice(1))];
    if (given === undefined) return undefined;
    return comparison === 'is' ? given === value : comparison === 'atLeast' ? given >= value : given <= value;
  }
  const decisive = 'any' in shape;
  const answers = ('any' in shape ? shape.any : shape.all).map((part) => answerOf(part, person));
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}
