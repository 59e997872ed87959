/**
 * Leaves that columns cannot compare (lists, tables, periods, the registry): compiled code is asked once for each combination of
 * the values that the leaf reads, and its answer is looked up for everybody who has them.
 */
import type { CompiledLaw } from '../compiled/compile-law.ts';
import type { Frame } from '../compiled/frame.ts';
import { F, N, T } from '../compiled/packed.ts';
import type { Facts } from '../language/facts.ts';
import type { RegistryView } from '../reference/scope.ts';
import { type AnyColumn, type Crowd, factsAt, ROOM } from './crowd.ts';
import type { Standings } from './standings.ts';
import { numberTuples, type Tuples } from './tuples.ts';

export type Asker = { readonly law: CompiledLaw; readonly ask: (frame: Frame) => number };

export type ValueLeaf = (into: Standings, words: number) => void;

/** All leaves of both versions, those that read the same together: a person is loaded once for all of them. */
export type ValueLeaves = {
  /** `name` is the same for leaves that cannot answer differently. */
  readonly leaf: (name: string, columns: readonly AnyColumn[], asker: Asker) => ValueLeaf;
};

type Asked = Asker & { answers: Uint8Array };
type Reading = {
  readonly columns: readonly AnyColumn[];
  readonly tuples: Tuples;
  readonly leaves: Asked[];
  /** The crowd that `numbers` is of. */
  filling: number;
  readonly numbers: Int32Array;
  /** Combinations below this number have been asked about by every leaf. */
  asked: Uint8Array;
};

const NOT_ASKED = 0;
const SAYS = 8;

export function newValueLeaves(crowd: Crowd, registry: RegistryView): ValueLeaves {
  const readings = new Map<string, Reading>();
  const held = new Map<string, ValueLeaf>();
  const frames = new Map<CompiledLaw, Frame>();
  const ask = (reading: Reading, number: number, row: number): void => {
    const facts: Facts = factsAt(row, reading.columns);
    const loaded = new Map<CompiledLaw, Frame>();
    for (const leaf of reading.leaves) {
      const frame = loaded.get(leaf.law) ?? leaf.law.load(facts, registry, frames.get(leaf.law));
      loaded.set(leaf.law, frame);
      frames.set(leaf.law, frame);
      if (number >= leaf.answers.length) leaf.answers = longer(leaf.answers, number);
      leaf.answers[number] = SAYS | (BITS[leaf.ask(frame)] as number);
    }
  };
  const read = (reading: Reading): void => {
    if (reading.filling === crowd.filling) return;
    reading.filling = crowd.filling;
    reading.tuples.number(crowd.size, reading.numbers);
    for (let row = 0; row < crowd.size; row += 1) {
      const number = reading.numbers[row] as number;
      if (number >= reading.asked.length) reading.asked = longer(reading.asked, number);
      if (reading.asked[number] !== NOT_ASKED) continue;
      reading.asked[number] = SAYS;
      ask(reading, number, row);
    }
  };
  return {
    leaf: (name, columns, asker) => {
      const known = held.get(name);
      if (known !== undefined) return known;
      const reading = readingOf(columns, readings);
      const leaf: Asked = { ...asker, answers: new Uint8Array(64) };
      reading.leaves.push(leaf);
      const made: ValueLeaf = (into, words) => {
        read(reading);
        lookUp(leaf.answers, reading.numbers, into, words);
      };
      held.set(name, made);
      return made;
    },
  };
}

/** By truth: a bit each for yes, no and not applicable. */
const BITS: readonly number[] = [2, 1, 0, 4];
if (BITS[T] !== 1 || BITS[F] !== 2 || BITS[N] !== 4) throw new Error('The truths have other numbers.');

const longer = (held: Uint8Array, needed: number): Uint8Array => {
  const made = new Uint8Array(Math.max(needed + 1, held.length * 2));
  made.set(held);
  return made;
};

function readingOf(columns: readonly AnyColumn[], readings: Map<string, Reading>): Reading {
  const sorted = [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));
  const key = sorted.map(({ name }) => name).join(' ');
  const held = readings.get(key);
  if (held !== undefined) return held;
  const made: Reading = {
    columns: sorted,
    tuples: numberTuples(sorted),
    leaves: [],
    filling: -1,
    numbers: new Int32Array(ROOM),
    asked: new Uint8Array(64),
  };
  readings.set(key, made);
  return made;
}

/** False is final and true is met, as of any leaf. */
function lookUp(answers: Uint8Array, numbers: Int32Array, into: Standings, words: number): void {
  for (let word = 0, row = 0; word < words; word += 1) {
    let [yes, no, none] = [0, 0, 0];
    for (let bit = 0; bit < 32; bit += 1, row += 1) {
      const said = answers[numbers[row] as number] as number;
      yes |= (said & 1) << bit;
      no |= ((said >> 1) & 1) << bit;
      none |= ((said >> 2) & 1) << bit;
    }
    into.yes[word] = yes;
    into.no[word] = no;
    into.notApplicable[word] = none;
    into.open[word] = ~(no | none);
    into.curable[word] = yes;
  }
}
