/** One rule over a crowd: by columns, then by asking compiled code about each combination of what columns leave open. */
import { isBounded } from '../batch/choose-version.ts';
import { leavesOf } from '../batch/may-settle.ts';
import type { Frame } from '../compiled/frame.ts';
import type { FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import type { StandNode } from './combine-standings.ts';
import { type AnyColumn, APPLICATION, type CrowdColumn, factsAt, ROOM } from './crowd.ts';
import type { Maker } from './crowd-law.ts';
import { EVERYBODY, newStandings, STANDINGS, type Standings, standingAt, writeAt } from './standings.ts';
import { newPairs, numberTuples, type Pairs } from './tuples.ts';

export type AskInput = {
  readonly id: string;
  /** All that the rule can read. */
  readonly inputs: readonly AnyColumn[];
  readonly maker: Maker;
  /** Absent where only whole people can be asked about. */
  readonly logic?: Logic;
};

type Logic = {
  readonly resolved: ResolvedRule;
  readonly roots: readonly StandNode[];
  readonly leaves: readonly StandNode[];
};

export function askPeople({ id, inputs, maker, logic }: AskInput): StandNode {
  const ask = answering(id, inputs, maker);
  if (logic === undefined) return askAll(inputs, maker, ask);
  const { resolved, roots, leaves } = logic;
  const [root, ...others] = roots;
  const isChosen = others.length > 0 || resolved.versions.some(isBounded);
  const tried = factsTwice(resolved);
  // Another day of the application that is tried also moves the end of posts that have none.
  if (tried.includes(APPLICATION) && nodesOf(resolved).some((node) => 'sumDuration' in node))
    return askAll(inputs, maker, ask);
  const twice = tried.map((fact) => maker.crowd.scalars.get(fact) as CrowdColumn<FactValue>);
  if (!isChosen && root !== undefined && twice.length === 0) return root;
  const tell = tellApart([...leaves, ...stepsOf(resolved).map(maker.step)], twice);
  const isCured = hasCures(id, maker);
  return (into, words, depth) => {
    if (!isChosen && root !== undefined) root(into, words, depth);
    tell.prepare(words, depth);
    for (let word = 0; word < words; word += 1) {
      const open = isChosen ? EVERYBODY : openIn(into, word, isCured);
      const left = isChosen || open === 0 ? open : open & missingIn(twice, word);
      for (let rest = left; rest !== 0; rest &= rest - 1) {
        const row = word * 32 + 31 - Math.clz32(rest & -rest);
        if (row < maker.crowd.size) writeAt(into, row, ask(tell.number(row), row));
      }
    }
  };
}

type Ask = (combination: number, row: number) => number;

/** Compiled code's answer about the first person of each combination. */
function answering(id: string, inputs: readonly AnyColumn[], { compiled, registry }: Maker): Ask {
  const number = compiled.ruleNumbers.get(id) as number;
  const answers = new Map<number, number>();
  let frame: Frame | undefined;
  return (combination, row) => {
    const held = answers.get(combination);
    if (held !== undefined) return held;
    frame = compiled.load(factsAt(row, inputs), registry, frame);
    const answer = compiled.evaluateRule(number, frame);
    answers.set(combination, answer);
    return answer;
  };
}

function askAll(inputs: readonly AnyColumn[], { crowd }: Maker, ask: Ask): StandNode {
  const tuples = numberTuples(inputs);
  const numbers = new Int32Array(ROOM);
  return (into) => {
    tuples.number(crowd.size, numbers);
    for (let row = 0; row < crowd.size; row += 1) writeAt(into, row, ask(numbers[row] as number, row));
  };
}

/** Not true, and a step may matter; else only whoever is left unknown. */
function openIn({ yes, no, notApplicable }: Standings, word: number, isCured: boolean): number {
  const settled = (yes[word] as number) | (notApplicable[word] as number);
  return ~(isCured ? settled : settled | (no[word] as number));
}

/** Who lacks an exact value of one of these facts. */
function missingIn(columns: readonly CrowdColumn<FactValue>[], word: number): number {
  let missing = 0;
  for (const { rows, values } of columns)
    for (let bit = 0; bit < 32; bit += 1)
      if (isMissing(values[rows[word * 32 + bit] as number])) missing |= 1 << bit;
  return missing;
}

const isMissing = (value: FactValue | undefined): boolean =>
  value === undefined || value.state === 'unknown' || (value.state === 'range' && value.lo !== value.hi);

/** Facts whose values can be tried, and those that choose the version. */
function factsTwice({ versions }: ResolvedRule): readonly string[] {
  const compared = versions.flatMap(leavesOf).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));
  const anchors = versions.filter(isBounded).map(({ appliesTo }) => appliesTo?.anchor ?? '');
  const all = [...compared, ...anchors];
  return [...new Set([...all.filter((fact, index) => all.indexOf(fact) < index), ...anchors])];
}

const nodesOf = ({ versions }: ResolvedRule): readonly Node[] =>
  versions.flatMap(({ when }) => walkNodes(when).map(({ node }) => node));

const stepsOf = (rule: ResolvedRule): readonly string[] => [
  ...new Set(nodesOf(rule).flatMap(({ cure = [] }) => cure)),
];

/** Whether any node that the rule rests on can be cured. */
function hasCures(id: string, { reach, law }: Maker): boolean {
  const reached = reach({ rule: id }).rules.map((rule) => law.rules.get(rule));
  return reached.some((rule) => rule !== undefined && stepsOf(rule).length > 0);
}

type Telling = {
  readonly prepare: (words: number, depth: number) => void;
  readonly number: (row: number) => number;
};

/** So many standings are put into one number before it is looked up. */
const AT_ONCE = 5;

/** People with the same standing on each of these nodes and the same values of these facts have the same number. */
function tellApart(nodes: readonly StandNode[], columns: readonly CrowdColumn<FactValue>[]): Telling {
  const planes = nodes.map(() => newStandings());
  const pairs: Pairs[] = Array.from({ length: columns.length + Math.ceil(nodes.length / AT_ONCE) }, newPairs);
  return {
    prepare: (words, depth) => {
      for (const [index, node] of nodes.entries()) node(planes[index] as Standings, words, depth);
    },
    number: (row) => {
      let [told, pair] = [0, 0];
      for (const { rows } of columns) told = (pairs[pair++] as Pairs)(told, rows[row] as number);
      for (let from = 0; from < planes.length; from += AT_ONCE) {
        let some = 0;
        for (let index = from; index < from + AT_ONCE && index < planes.length; index += 1)
          some = some * STANDINGS + standingAt(planes[index] as Standings, row);
        told = (pairs[pair++] as Pairs)(told, some);
      }
      return told;
    },
  };
}
