// @ts-check
import { parentPort } from 'node:worker_threads';

/** What the tests ask a thread to do. It speaks the protocol by itself, because a thread runs no TypeScript on Node 20. */
const ACTS = {
  /** @param {number} value */
  double: (value) => value * 2,
  /** @param {number} value */
  spin: (value) => {
    const until = Date.now() + value;
    while (Date.now() < until);
    return 'done';
  },
  hoard: () => {
    const held = [];
    for (;;) held.push(new Array(1e6).fill(held.length));
  },
  exit: () => process.exit(3),
};

parentPort?.on('message', ({ act, value }) => {
  if (act === 'fail') parentPort?.postMessage({ state: 'failed', where: 'TypeError\n    at somewhere' });
  else parentPort?.postMessage({ state: 'answered', answer: ACTS[/** @type {'double'} */ (act)](value) });
});
