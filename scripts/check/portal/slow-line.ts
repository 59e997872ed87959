/** First content over a slow line: the middle of three. */

import { EVERY_PAGE, timeFirstPaint } from '@testamur/testing/browser';
import { barred, type Line } from '../../../bench/line.ts';
import type { Portal } from './portal.ts';

const MOST_MS = 2_000;
const ROUNDS = 3;

export async function* checkSlowLine({ browser, origin }: Portal): AsyncIterable<Line> {
  for (const kind of EVERY_PAGE) {
    // The frame of pages without a network comes from the browser's own store, never over a line.
    if (kind.route === '/offline/shell') continue;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timeFirstPaint(browser, origin, kind));
    const middle = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    yield barred({
      id: `portal.slow line.${kind.route}`,
      value: middle,
      unit: 'ms',
      bar: MOST_MS,
      better: 'lower',
    });
  }
}
