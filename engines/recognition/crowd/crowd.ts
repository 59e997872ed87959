/**
 * Many people at once, some thousands at a time. Each fact and each list is a column of numbers into the distinct values that
 * anybody has of it, so that what rests on one value is asked once, however many people have it.
 */
import { BLOCK_WORDS } from '../batch/block.ts';
import type { Facts, FactValue, ListValue } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';

/** So many people are judged at a time: their planes stay near the processor. */
export const ROOM = BLOCK_WORDS * 32;

export type CrowdColumn<V> = {
  readonly name: string;
  /** The distinct values met so far; 0 is that there is none. */
  readonly values: (V | undefined)[];
  readonly numbers: Map<string, number>;
  /** By row: which value. */
  readonly rows: Int32Array;
};
export type AnyColumn = CrowdColumn<FactValue> | CrowdColumn<ListValue>;

export type Crowd = {
  readonly scalars: ReadonlyMap<string, CrowdColumn<FactValue>>;
  readonly lists: ReadonlyMap<string, CrowdColumn<ListValue>>;
  readonly columns: readonly AnyColumn[];
  /** People in it now. */
  size: number;
  /** Goes up whenever other people take the place of these. */
  filling: number;
};

export function newCrowd(vocabularies: readonly Vocabulary[]): Crowd {
  const [scalars, lists] = [
    new Map<string, CrowdColumn<FactValue>>(),
    new Map<string, CrowdColumn<ListValue>>(),
  ];
  // Told of everybody, whether or not the words of a law have them.
  for (const name of COMPUTED) scalars.set(name, newColumn(name));
  for (const { sections } of vocabularies)
    for (const { section, kind, facts } of sections.values()) {
      if (kind === 'list') lists.set(section, lists.get(section) ?? newColumn(section));
      else
        for (const field of Object.keys(facts)) {
          const name = `${section}.${field}`;
          scalars.set(name, scalars.get(name) ?? newColumn(name));
        }
    }
  return { scalars, lists, columns: [...scalars.values(), ...lists.values()], size: 0, filling: 0 };
}

/** What `buildFacts` computes. */
export const SCHOOL_COUNTRY = 'pmq.schoolCountry';
export const AWARDING_COUNTRY = 'pmq.awardingCountry';
/** Read without being named where a post has no end. */
export const APPLICATION = 'application.on';
const COMPUTED = [SCHOOL_COUNTRY, AWARDING_COUNTRY, APPLICATION] as const;

const newColumn = <V>(name: string): CrowdColumn<V> => ({
  name,
  values: [undefined],
  numbers: new Map(),
  rows: new Int32Array(ROOM),
});

/** The people leave; the values met stay known. */
export function empty(crowd: Crowd): void {
  crowd.size = 0;
  crowd.filling += 1;
}

/** One more person; returns the row. */
export function enter({ scalars, lists }: Facts, crowd: Crowd): number {
  const row = crowd.size;
  for (const column of crowd.scalars.values()) column.rows[row] = numberOf(scalars.get(column.name), column);
  for (const column of crowd.lists.values()) column.rows[row] = numberOf(lists.get(column.name), column);
  crowd.size += 1;
  return row;
}

/** The number of a value among those met; a new one for one not met before. */
export function numberOf<V extends FactValue | ListValue>(
  value: V | undefined,
  { values, numbers }: CrowdColumn<V>,
): number {
  if (value === undefined || ('entries' in value && isNothing(value))) return 0;
  const key = 'entries' in value ? keyOfList(value) : JSON.stringify(value);
  const held = numbers.get(key);
  if (held !== undefined) return held;
  numbers.set(key, values.length);
  return values.push(value) - 1;
}

/** Evidence for a list of which nothing is said bears nothing. */
const isNothing = ({ entries, complete, completeFor }: ListValue): boolean =>
  entries.length === 0 && !complete && completeFor.length === 0;

const keyOfList = ({ entries, ...rest }: ListValue): string =>
  JSON.stringify([rest, entries.map(({ id, fields }) => [id, [...fields]])]);

/** Somebody's facts, all of them or those of some columns. */
export function factsAt(row: number, columns: readonly AnyColumn[]): Facts {
  const [scalars, lists] = [new Map<string, FactValue>(), new Map<string, ListValue>()];
  for (const { name, values, rows } of columns) {
    const value = values[rows[row] as number];
    if (value === undefined) continue;
    if ('entries' in value) lists.set(name, value);
    else scalars.set(name, value);
  }
  return { scalars, lists };
}

/**
 * The columns of all facts and lists that some parts of a law read: those that they name, and the day of the application, on which a
 * post without an end is counted to end. Codes that happen to be called like a fact do no harm.
 */
export function columnsNamedIn(parts: readonly unknown[], { scalars, lists }: Crowd): readonly AnyColumn[] {
  const found = new Set<AnyColumn>();
  const note = (name: string): void => {
    const column = scalars.get(name) ?? lists.get(name);
    if (column !== undefined) found.add(column);
  };
  const visit = (part: unknown): void => {
    if (typeof part === 'string') note(part);
    if (typeof part !== 'object' || part === null) return;
    if ('sumDuration' in part) note(APPLICATION);
    for (const each of Object.values(part)) visit(each);
  };
  for (const part of parts) visit(part);
  return [...found];
}
