/** The short form of `npm run check -- log-faults`. */

import { expectOk } from '@testamur/engines/kernel';
import { countCalls, FAULTS, RESTARTS, sweepOne } from '@testamur/testing/faults';
import { describe, expect, it } from 'vitest';
import { createSigner } from './index.ts';

const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
/** Every third call with each fault, another third with the next. */
const EVERY = 3;
const calls = await countCalls(signer);

describe('a fault at a file call', () => {
  it.each(FAULTS)(
    '%s: loses nothing that was acknowledged, and no checkpoint that was seen',
    async (fault) => {
      let [stopped, tried] = [0, 0];
      for (let nth = 1 + (FAULTS.indexOf(fault) % EVERY); nth <= calls; nth += EVERY) {
        tried += 1;
        const restart = RESTARTS[nth % RESTARTS.length] ?? 'process';
        const outcome = await sweepOne({ nth, fault, restart }, signer);
        expect(outcome.wrong, `call ${nth}, ${restart}`).toEqual([]);
        stopped += outcome.stopped ? 1 : 0;
      }
      // A fault that nobody noticed would be tried in vain; a short write is no error.
      expect(stopped / tried).toBeGreaterThan(fault === 'short' ? -1 : 0.7);
    },
  );

  it('and another while the next process finishes: still nothing is lost', async () => {
    // The first wait for the journal is among the first of these: there is most to lose.
    const deaths = [31, 32, 33, ...Array.from({ length: 5 }, (_, place) => 40 + place * 29)];
    for (const nth of deaths)
      for (let again = 1; again <= 45; again += 1) {
        const outcome = await sweepOne({ nth, fault: 'crash-before', restart: 'process', again }, signer);
        expect(outcome.wrong, `call ${nth}, then ${again}`).toEqual([]);
      }
  });

  it.each(['sync', 'syncFolder'] as const)('would find a program that leaves out %s', async (deaf) => {
    let found = 0;
    for (let nth = 20; nth <= calls; nth += 10)
      found += (await sweepOne({ nth, fault: 'crash-before', restart: 'lose-all', deaf }, signer)).wrong
        .length;
    expect(found).toBeGreaterThan(0);
  });
});
