/**
 * The front of cost and time of each licence on a synthetic network: how long, how exact, against HiGHS, and how it grows; and how
 * long the search goes without a rest, there and on the law that ships.
 */
import { findFront, searchFront } from '@testamur/engines/planner';
import {
  makeNetwork,
  type Network,
  type Point,
  type Question,
  stateProblem,
} from '@testamur/testing/networks';
import { barred, figure, type Line } from '../line.ts';
import { longestPiece } from '../longest-piece.ts';
import { measure, type Task } from '../measure.ts';
import { type FrontByHighs, openHighs } from '../peers/highs.ts';
import { signatureChecks } from '../signature-check.ts';
import { benchPlannerOnLaw } from './planner-law.ts';

const SEED = 1;
const JURISDICTIONS = 60;
const ROUNDS = 3;
const HOPS = 2;
/** Licences of which HiGHS is asked, and how many others may be obtained on the way. */
const ASKED = [
  { hopLimit: 0, targets: 6 },
  { hopLimit: 1, targets: 4 },
  { hopLimit: 2, targets: 2 },
] as const;
/** For one front by HiGHS; what it has not solved by then is left out. */
const PATIENCE = 10;

export async function* benchPlanner(): AsyncIterable<Line> {
  const network = makeNetwork({ jurisdictions: JURISDICTIONS, seed: SEED });
  const { median, worst, inexact, points, signature } = await measureFronts(network, ROUNDS);
  const id = `planner.front.${JURISDICTIONS}`;
  yield barred({ id: `${id}.median`, value: median / signature, unit: 'V', bar: 250, better: 'lower' });
  yield barred({ id: `${id}.worst`, value: worst / signature, unit: 'V', bar: 3_000, better: 'lower' });
  yield barred({ id: `${id}.not-exact`, value: inexact, unit: 'fronts', bar: 0, better: 'lower' });
  yield figure({ id: `${id}.points`, value: points, unit: 'plans', better: 'higher' });
  yield* growth();
  yield* againstHighs(network);
  yield barred({
    id: `${id}.longest-piece`,
    value: longestPieceOf(network),
    unit: 'ms',
    bar: 50,
    better: 'lower',
  });
  yield* benchPlannerOnLaw();
}

const questionsOf = (network: Network, hopLimit = HOPS): readonly Question[] =>
  network.targets.map(({ node }) => ({ ...network, target: node, hopLimit }));

const ask = (question: Question) => findFront({ ...question, assuming: false });

async function measureFronts(network: Network, rounds: number) {
  const answers = questionsOf(network).map((question) => ({ question, result: ask(question) }));
  const tasks = answers.map(({ question }, index): [string, Task] => [
    `target ${index}`,
    { times: 1, run: () => ask(question) },
  ]);
  const { signature = Number.NaN, ...fronts } = await measure<string>(
    { signature: signatureChecks(), ...Object.fromEntries(tasks) },
    rounds,
  );
  const times = Object.values(fronts).sort((a, b) => a - b);
  return {
    signature,
    median: times[times.length >> 1] ?? Number.NaN,
    worst: times.at(-1) ?? Number.NaN,
    inexact: answers.filter(({ result }) => !result.complete).length,
    points: answers.reduce((sum, { result }) => sum + result.ways.length, 0),
  };
}

async function* growth(): AsyncIterable<Line> {
  for (const jurisdictions of [15, 60, 240]) {
    const { median, worst, inexact } = await measureFronts(makeNetwork({ jurisdictions, seed: SEED }), 1);
    const id = `planner.growth.${jurisdictions}`;
    yield figure({ id: `${id}.median`, value: median / 1_000, unit: 'ms', better: 'lower' });
    yield figure({ id: `${id}.worst`, value: worst / 1_000, unit: 'ms', better: 'lower' });
    yield figure({ id: `${id}.not-exact`, value: inexact, unit: 'fronts', better: 'lower' });
  }
}

type Contest = {
  readonly ratio: number;
  readonly own: number;
  readonly peer: number;
  readonly same: boolean;
};

/** The same questions by both in turn. Stating the question for HiGHS is not counted. */
async function* againstHighs(network: Network): AsyncIterable<Line> {
  const solve = await openHighs();
  const asked = ASKED.flatMap(({ hopLimit, targets }) => questionsOf(network, hopLimit).slice(0, targets));
  const contests: Contest[] = [];
  for (const question of asked) contests.push(...(await contest(question, solve)));
  const sum = (side: 'own' | 'peer'): number => contests.reduce((total, each) => total + each[side], 0);
  const id = 'planner.against-highs';
  const ratios = contests.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const common = { unit: '× faster', better: 'higher' } as const;
  yield figure({ id: `${id}.all-together`, value: sum('peer') / sum('own'), ...common });
  yield figure({ id: `${id}.median`, value: ratios[ratios.length >> 1] ?? Number.NaN, ...common });
  yield barred({ id: `${id}.least`, value: ratios[0] ?? Number.NaN, bar: 10, ...common });
  yield barred({
    id: `${id}.different`,
    value: contests.filter(({ same }) => !same).length,
    unit: 'fronts',
    bar: 0,
    better: 'lower',
  });
  yield figure({ id: `${id}.solved`, value: contests.length, unit: `of ${asked.length}`, better: 'higher' });
}

/** None where HiGHS runs out of time. */
async function contest(question: Question, solve: FrontByHighs): Promise<readonly Contest[]> {
  const problem = stateProblem(question);
  const expected = solve(problem, PATIENCE);
  if (!expected.solved) return [];
  const own: Task = { times: 1, run: () => ask(question) };
  // So much shorter than the peer's, ours is asked three times a round, that chance weighs on both alike.
  const { peer, ...asks } = await measure(
    {
      first: own,
      peer: { times: 1, run: () => solve(problem, 100 * PATIENCE) },
      second: own,
      third: own,
    },
    ROUNDS,
  );
  const least = Math.min(...Object.values(asks));
  const same = JSON.stringify(pointsOf(ask(question))) === JSON.stringify(expected.points);
  return [{ ratio: peer / least, own: least, peer, same }];
}

const pointsOf = ({ ways }: ReturnType<typeof ask>): readonly Point[] =>
  ways.map(({ cost, end }) => ({ euros: cost.known[0]?.amount ?? 0, days: end.day }));

function longestPieceOf(network: Network): number {
  const longest = questionsOf(network).map((question) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => longestPiece(searchFront({ ...question, assuming: false }))),
    ),
  );
  return Math.max(...longest);
}
