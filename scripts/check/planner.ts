/** The planner's search against oracles: every set of steps on small graphs, HiGHS on networks, and what must hold of any network. */
import { barred, figure, type Line } from '../../bench/line.ts';
import { type FrontByHighs, openHighs } from '../../bench/peers/highs.ts';
import {
  bruteFront,
  findPoints,
  frontOf,
  makeNetwork,
  type Network,
  type Point,
  type Question,
  stateProblem,
  tellPoints,
  tinyQuestion,
} from '../../testing/networks/index.ts';
import type { CheckOptions } from './options.ts';

const SMALL = 5_000;
/** Networks of which every front must be exact. */
const SEEDS = [1, 2, 3, 4, 5];
const HOPS = 2;
/** Of HiGHS: licences of 15 jurisdictions with so many others on the way, and seconds for each. */
const ASKED = [
  { hopLimit: 0, seed: 11 },
  { hopLimit: 1, seed: 12 },
  { hopLimit: 2, seed: 13 },
] as const;
const PATIENCE = 30;

type Tell = CheckOptions['tell'];

export async function* checkPlanner({ tell }: CheckOptions): AsyncIterable<Line> {
  yield counted('planner.small-graphs.different', smallGraphs(tell));
  yield* againstHighs(await openHighs(), tell);
  yield counted('planner.networks.not-exact', inexactFronts(tell));
  yield counted('planner.networks.law-broken', lawsBroken(tell));
}

const counted = (id: string, value: number): Line =>
  barred({ id, value, unit: 'fronts', bar: 0, better: 'lower' });

function smallGraphs(tell: Tell): number {
  const seeds = Array.from({ length: SMALL }, (_, index) => index + 1);
  return seeds.filter((seed) => {
    const question = tinyQuestion(seed);
    return isDifferent(`small graph ${seed}`, question, bruteFront(stateProblem(question)), tell);
  }).length;
}

function isDifferent(name: string, question: Question, expected: readonly Point[], tell: Tell): boolean {
  const { points, isExact } = findPoints(question);
  const same = isExact && JSON.stringify(points) === JSON.stringify(expected);
  if (!same) tell(`${name}: ${tellPoints(points)}; should be ${tellPoints(expected)}`);
  return !same;
}

async function* againstHighs(solve: FrontByHighs, tell: Tell): AsyncIterable<Line> {
  for (const { hopLimit, seed } of ASKED) {
    let [different, solved] = [0, 0];
    const network = makeNetwork({ jurisdictions: 15, seed });
    for (const { node, jurisdiction } of network.targets) {
      const question = { ...network, target: node, hopLimit };
      const front = solve(stateProblem(question), PATIENCE);
      if (!front.solved) continue;
      solved += 1;
      const name = `network of 15, seed ${seed}, ${jurisdiction}, hops ${hopLimit}`;
      if (isDifferent(name, question, front.points, tell)) different += 1;
    }
    const id = `planner.highs.hops-${hopLimit}`;
    yield counted(`${id}.different`, different);
    yield figure({ id: `${id}.solved`, value: solved, unit: 'of 15', better: 'higher' });
  }
}

const questionsOf = (network: Network): readonly Question[] =>
  network.targets.map(({ node }) => ({ ...network, target: node, hopLimit: HOPS }));

function inexactFronts(tell: Tell): number {
  let inexact = 0;
  for (const seed of SEEDS)
    for (const [index, question] of questionsOf(makeNetwork({ jurisdictions: 60, seed })).entries()) {
      if (findPoints(question).isExact) continue;
      inexact += 1;
      tell(`network of 60, seed ${seed}, jurisdiction ${index}: not exact`);
    }
  return inexact;
}

/** A fact more or a hop more never makes a front worse; a jurisdiction less never makes it better. */
function lawsBroken(tell: Tell): number {
  let broken = 0;
  for (const seed of SEEDS) {
    const network = makeNetwork({ jurisdictions: 30, seed });
    for (const [index, question] of questionsOf(network).entries()) {
      const { points } = findPoints(question);
      const better = [
        { ...question, graph: withNode(network, 3 * index, { kind: 'all', parts: [] }) },
        { ...question, hopLimit: HOPS + 1 },
      ];
      const gone = (index + 1) % network.targets.length;
      const worse = {
        ...question,
        graph: withNode(network, network.targets[gone]?.node ?? -1, { kind: 'some', n: 1, parts: [] }),
      };
      const holds =
        better.every((each) => covers(findPoints(each).points, points)) &&
        covers(points, findPoints(worse).points);
      if (holds) continue;
      broken += 1;
      tell(`network of 30, seed ${seed}, jurisdiction ${index}: a law does not hold`);
    }
  }
  return broken;
}

const withNode = (
  { graph }: Network,
  id: number,
  node: Network['graph']['nodes'][number],
): Network['graph'] => ({
  nodes: graph.nodes.map((held, at) => (at === id ? node : held)),
});

/** Whatever the others offer is offered here, or better. */
const covers = (points: readonly Point[], others: readonly Point[]): boolean =>
  JSON.stringify(frontOf([...points, ...others])) === JSON.stringify(points);
