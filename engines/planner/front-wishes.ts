/** Personal constraints as the search takes them: steps left out, prices and lengths that are hers, ceilings of cost and time. */
import {
  asDay,
  type Cost,
  costOf,
  type Day,
  expectOk,
  type Money,
  parseDay,
  unknownCost,
} from '../kernel/index.ts';
import type { Pack, Step } from '../recognition/index.ts';
import type { OwnFigures, Rates, Wishes, WishName } from './front.ts';
import { languageOf } from './front-language.ts';
import type { Graph, GraphNode, GraphStep, NodeId } from './graph/graph.ts';
import type { PassInput } from './graph/knuth-pass.ts';
import type { Planning } from './planning.ts';
import { finishOf } from './time/schedule.ts';

/** The wishes that leave steps out, one after the other, so that each can be named. */
export const LEAVING_OUT = ['excludedCountries', 'refusedSteps', 'willLearn', 'excludeSelection'] as const;
export const ALL_WISHES: readonly WishName[] = [...LEAVING_OUT, 'notBefore', 'budget', 'deadline'];

export const isGiven = (wishes: Wishes, name: WishName): boolean =>
  wishes[name] !== undefined && wishes[name] !== false;

/** Whether a wish leaves a step of a pack out. */
export function isLeftOut(
  name: (typeof LEAVING_OUT)[number],
  wishes: Wishes,
  step: Step,
  planning: Pick<Planning, 'law'>,
): boolean {
  if (name === 'refusedSteps') return wishes.refusedSteps?.includes(step.step) === true;
  if (name === 'excludeSelection') return wishes.excludeSelection === true && step.controller === 'selection';
  const owner = ownerOf(planning, step.step);
  if (name === 'excludedCountries') return owner !== undefined && isInCountries(owner, wishes);
  const language = step.kind === 'language-test' ? languageOf(step, owner, planning.law.book) : undefined;
  // A test whose language nobody has written down is not left out: unknown is no reason.
  return language !== undefined && wishes.willLearn?.includes(language) === false;
}

/** In a country that she leaves out, a part of it included. */
export const isInCountries = ({ jurisdiction }: Pack, { excludedCountries = [] }: Wishes): boolean =>
  excludedCountries.some((code) => jurisdiction === code || jurisdiction.startsWith(`${code}-`));

const ownerOf = ({ law }: Pick<Planning, 'law'>, step: string): Pack | undefined =>
  law.book.packs.find(({ steps }) => steps.some((each) => each.step === step));

/** Nodes of the steps that the wishes leave out. */
export function nodesLeftOut(graph: Graph, wishes: Wishes, planning: Planning): ReadonlySet<NodeId> {
  const names = LEAVING_OUT.filter((name) => isGiven(wishes, name));
  const known = new Map<string, boolean>();
  const isOut = (step: Step): boolean => {
    const held = known.get(step.step) ?? names.some((name) => isLeftOut(name, wishes, step, planning));
    known.set(step.step, held);
    return held;
  };
  const found = new Set<NodeId>();
  if (names.length === 0) return found;
  for (const [id, node] of graph.nodes.entries())
    if (node.kind === 'step' && (isOut(node.step.step) || isAbroad(node.step, wishes, planning)))
      found.add(id);
  return found;
}

/** The last step of a route in a country that she leaves out, though the step is a common one. */
function isAbroad({ completes }: GraphStep, wishes: Wishes, { law }: Planning): boolean {
  const pack = law.book.packs.find(({ routes }) => routes.some(({ route }) => route === completes));
  return pack !== undefined && isInCountries(pack, wishes);
}

/** The same graph, with what she says of costs and lengths in the place of what the packs say. */
export function withOwnFigures(graph: Graph, { own }: Wishes, on: string): Graph {
  if (own === undefined) return graph;
  return {
    nodes: graph.nodes.map((node): GraphNode => {
      const figures = node.kind === 'step' ? own[node.step.step.step] : undefined;
      return node.kind !== 'step' || figures === undefined
        ? node
        : { ...node, step: { ...node.step, step: withFigures(node.step.step, figures, on) } };
    }),
  };
}

const withFigures = (step: Step, { cost, duration, study }: OwnFigures, on: string): Step => ({
  ...step,
  ...(cost === undefined ? {} : { cost: { ...cost, asOf: on, cite: [] } }),
  ...(duration === undefined ? {} : { duration: { min: duration, cite: [] } }),
  ...(study === undefined ? {} : { study: { min: study, cite: [] } }),
});

/** What takes her away from her work. */
const AWAY: readonly Step['kind'][] = ['practice', 'training', 'job', 'licence'];

/** The clock of the search, with the day before which these steps do not begin. */
export function finishWithin({ notBefore }: Wishes): PassInput['finish'] {
  if (notBefore === undefined) return finishOf;
  const from = dayOf(notBefore);
  return (step, start) =>
    AWAY.includes(step.step.kind) && start.day < from
      ? finishOf(step, { day: from, unknown: start.unknown })
      : finishOf(step, start);
}

export const dayOf = (text: string): Day => expectOk(parseDay(text), 'a day of the wishes');

/**
 * What an attempt costs divided by the share that passes: on average she pays that often. Where a source gives a range, its lower
 * end: what is shown as known is never more than the truth.
 */
export function expectedPrice({ key, step: { cost, passRate } }: GraphStep): Cost {
  if (cost === undefined) return unknownCost(key);
  const { amount, currency } = cost;
  return costOf({ amount: passRate === undefined ? amount : toCents(amount / passRate.value), currency });
}

export const toCents = (amount: number): number => Math.round(amount * 100) / 100;

/** In one currency where the rates allow it; what they do not know stays as it is. */
export function convert({ known, unknownParts }: Cost, rates: Rates | undefined): Cost {
  if (rates === undefined) return { known, unknownParts };
  const amounts = known.map((money) => inCurrency(money, rates) ?? money);
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return {
    known: currencies.map((currency) => ({
      currency,
      amount: toCents(
        amounts.filter((each) => each.currency === currency).reduce((sum, { amount }) => sum + amount, 0),
      ),
    })),
    unknownParts,
  };
}

export function inCurrency({ amount, currency }: Money, { into, worth }: Rates): Money | undefined {
  if (currency === into) return { amount, currency };
  const rate = worth[currency];
  return rate === undefined ? undefined : { amount: toCents(amount * rate), currency: into };
}

/** The latest end and the highest cost that her wishes allow. */
export function ceilingOf({ budget, deadline, rates }: Wishes): {
  readonly cost?: Money;
  readonly day?: Day;
} {
  const cost = budget === undefined || rates === undefined ? budget : (inCurrency(budget, rates) ?? budget);
  return {
    ...(cost === undefined ? {} : { cost }),
    ...(deadline === undefined ? {} : { day: asDay(dayOf(deadline)) }),
  };
}
