/** A population judged by some rules: leaves asked of each person, then columns, then the second stage. */
import type { CompiledLaw } from '../compiled/compile-law.ts';
import type { Frame } from '../compiled/frame.ts';
import { F, N, T, truthOf } from '../compiled/packed.ts';
import { BLOCK_WORDS, type Block, type RowLeaf } from './block.ts';
import type { RulePlan } from './compile-rule-planes.ts';
import type { Population } from './lay-out.ts';
import { newPlanes, type Planes, setBit } from './planes.ts';

export type BatchRun = {
  /** First the leaves that columns cannot answer. */
  readonly askRows: () => void;
  /** Then comparisons and logic, by columns. */
  readonly firstStage: () => void;
  /** Then whoever is left unknown by a rule that the second stage may settle; returns how many such questions there were. */
  readonly secondStage: () => number;
  readonly verdicts: ReadonlyMap<string, Planes>;
};

export type RunInput = {
  readonly compiled: CompiledLaw;
  /** In an order in which each rule comes after those it refers to. */
  readonly plans: ReadonlyMap<string, RulePlan>;
  readonly maySettle: ReadonlySet<string>;
  readonly rowLeaves: number;
  readonly population: Population;
  readonly rules: readonly string[];
};

export function openRun(input: RunInput): BatchRun {
  const { plans, population, rowLeaves, rules, maySettle } = input;
  const wanted = withReferred(rules, plans);
  const rowAnswers: (Planes | undefined)[] = new Array<Planes | undefined>(rowLeaves).fill(undefined);
  const ruleAnswers: (Planes | undefined)[] = new Array<Planes | undefined>(plans.size).fill(undefined);
  for (const { number, rowLeaves: leaves } of wanted) {
    ruleAnswers[number] = newPlanes(population.words);
    for (const leaf of leaves) rowAnswers[leaf.number] = newPlanes(population.words);
  }
  const block: Block = { ...population, rowAnswers, ruleAnswers, first: 0, words: 0 };
  const answersOf = ({ number }: RulePlan): Planes => ruleAnswers[number] as Planes;
  return {
    askRows: () =>
      askRows(
        wanted.flatMap((plan) => plan.rowLeaves),
        rowAnswers,
        input,
      ),
    firstStage: () => {
      for (const plan of wanted) judgeByColumns(plan, block, answersOf(plan), population);
    },
    secondStage: () => {
      const open = wanted.filter(({ id }) => maySettle.has(id) && rules.includes(id));
      return settleRows(open, answersOf, input);
    },
    verdicts: new Map(rules.map((rule) => [rule, answersOf(plans.get(rule) ?? unheardOf(rule))] as const)),
  };
}

function unheardOf(rule: string): never {
  throw new Error(`No rule ${rule}; lint refuses the pack.`);
}

/** The rules asked for and those that they refer to, each after those that it refers to. */
function withReferred(rules: readonly string[], plans: ReadonlyMap<string, RulePlan>): readonly RulePlan[] {
  const byNumber = new Map([...plans.values()].map((plan) => [plan.number, plan]));
  const wanted = new Set<RulePlan>();
  const visit = (plan: RulePlan): void => {
    if (wanted.has(plan)) return;
    wanted.add(plan);
    for (const number of plan.refersTo) visit(byNumber.get(number) as RulePlan);
  };
  for (const rule of rules) visit(plans.get(rule) ?? unheardOf(rule));
  return [...plans.values()].filter((plan) => wanted.has(plan));
}

function askRows(
  leaves: readonly RowLeaf[],
  answers: readonly (Planes | undefined)[],
  { compiled, population }: RunInput,
): void {
  if (leaves.length === 0) return;
  let frame: Frame | undefined;
  for (const [row, { facts, registry }] of population.people.entries()) {
    frame = compiled.load(facts, registry, frame);
    for (const { number, ask } of leaves) record(answers[number] as Planes, row, ask(frame));
  }
}

function record({ yes, no, notApplicable }: Planes, row: number, truth: number): void {
  if (truth === T) setBit(yes, row);
  else if (truth === F) setBit(no, row);
  else if (truth === N) setBit(notApplicable, row);
}

function judgeByColumns({ root }: RulePlan, block: Block, into: Planes, { words, people }: Population): void {
  for (let first = 0; first < words; first += BLOCK_WORDS) {
    block.first = first;
    block.words = Math.min(BLOCK_WORDS, words - first);
    const { yes, no, notApplicable } = root(block);
    for (let word = 0, at = first; word < block.words; word += 1, at += 1) {
      into.yes[at] = yes[word] as number;
      into.no[at] = no[word] as number;
      into.notApplicable[at] = notApplicable[word] as number;
    }
  }
  if (people.length % 32 > 0) dropBeyond(people.length, into);
}

/** Nobody lives in the bits beyond the last person. */
function dropBeyond(count: number, { yes, no, notApplicable }: Planes): void {
  const mask = (1 << (count % 32)) - 1;
  const last = count >>> 5;
  for (const plane of [yes, no, notApplicable]) plane[last] = (plane[last] as number) & mask;
}

function settleRows(
  plans: readonly RulePlan[],
  answersOf: (plan: RulePlan) => Planes,
  { compiled, population }: RunInput,
): number {
  let asked = 0;
  let frame: Frame | undefined;
  for (let word = 0; word < population.words; word += 1) {
    const open = plans.map((plan) => unknownIn(answersOf(plan), word, population.people.length));
    for (let bit = 0; bit < 32; bit += 1) {
      let loaded = false;
      for (const [index, plan] of plans.entries()) {
        if (((open[index] as number) & (1 << bit)) === 0) continue;
        const row = word * 32 + bit;
        const { facts, registry } = population.people[row] as Population['people'][number];
        if (!loaded) frame = compiled.load(facts, registry, frame);
        loaded = true;
        asked += 1;
        record(answersOf(plan), row, truthOf(compiled.evaluateRule(plan.number, frame as Frame)));
      }
    }
  }
  return asked;
}

function unknownIn({ yes, no, notApplicable }: Planes, word: number, people: number): number {
  const open = ~((yes[word] as number) | (no[word] as number) | (notApplicable[word] as number));
  const here = people - word * 32;
  return here >= 32 ? open : open & ((1 << here) - 1);
}
