/**
 * The front of cost and time by HiGHS: a mixed-integer programme for each point. A step taken is a binary, so is the part that a
 * choice rests on; moments are potentials, so that nothing rests on itself. Points are found from the cheapest on: the least cost
 * under a cap on the time, the least time at that cost, and the cap goes below it.
 */
import type { Point, Problem } from '@testamur/testing/networks';
import loadHighs, { type Highs, type Model } from 'highs';
import { type Programme, programmeOf } from './and-or-programme.ts';

export type HighsFront =
  | { readonly solved: true; readonly points: readonly Point[] }
  /** The time limit came first. */
  | { readonly solved: false };

export type FrontByHighs = (problem: Problem, seconds: number) => HighsFront;

export async function openHighs(): Promise<FrontByHighs> {
  const highs = await loadHighs();
  return (problem, seconds) => {
    const until = performance.now() + seconds * 1_000;
    const points: Point[] = [];
    let cap = Number.POSITIVE_INFINITY;
    for (;;) {
      const programme = programmeOf(problem, cap);
      if (programme === undefined) return { solved: true, points };
      const answer = findPoint(highs, programme, until);
      if (answer === 'late') return { solved: false };
      if (answer === 'none') return { solved: true, points };
      points.push(answer);
      cap = answer.days - 1;
    }
  };
}

/** The cheapest under the cap, and of those the fastest. */
function findPoint(highs: Highs, programme: Programme, until: number): Point | 'late' | 'none' {
  const { modelStatus } = highs.constants;
  return highs.withModel(modelDataOf(highs, programme), (model): Point | 'late' | 'none' => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    for (const [column, euros] of programme.bill) model.changeColCost(column, euros);
    const solve = (): 'solved' | 'late' | 'none' => {
      const left = (until - performance.now()) / 1_000;
      if (left <= 0) return 'late';
      // The clock of the solver goes on from run to run.
      model.options.set('time_limit', model.getRunTime() + left);
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.timeLimit) return 'late';
      if (status === modelStatus.infeasible) return 'none';
      if (status !== modelStatus.optimal) throw new Error(`HiGHS ends with status ${status}.`);
      return 'solved';
    };
    const first = solve();
    if (first !== 'solved') return first;
    const euros = Math.round(model.getObjectiveValue());
    turnToTime(highs, model, programme, euros);
    let second = solve();
    if (second === 'none') {
      // Its presolve now and then calls infeasible what it has just given a solution of.
      model.options.set('presolve', 'off');
      second = solve();
    }
    if (second === 'none') throw new Error('HiGHS loses the point that it found.');
    return second === 'late' ? 'late' : { euros, days: programme.daysOf(model.getObjectiveValue()) };
  });
}

/** From now on the least time, at no more than this cost: the row for it is the last. */
function turnToTime(highs: Highs, model: Model, { bill, rows, end }: Programme, euros: number): void {
  for (const [column] of bill) model.changeColCost(column, 0);
  model.changeColCost(end, 1);
  model.changeRowBounds(rows.length - 1, -highs.infinity, euros + 0.5);
}

function modelDataOf(highs: Highs, { columns, rows }: Programme) {
  const { continuous, integer } = highs.constants.variableType;
  const entries = rows.flatMap(({ terms }) => terms);
  let count = 0;
  const starts = [0, ...rows.map(({ terms }) => (count += terms.length))];
  const above = (value: number): number => (value === Number.POSITIVE_INFINITY ? highs.infinity : value);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ low }) => low),
    colUpper: columns.map(({ high }) => above(high)),
    integrality: columns.map(({ whole }) => (whole ? integer : continuous)),
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => above(high)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: new Int32Array(starts),
      indices: new Int32Array(entries.map(([column]) => column)),
      values: new Float64Array(entries.map(([, value]) => value)),
    },
  };
}
