/** The short form of `npm run check -- tamper`. */
import { expectOk } from '@testamur/engines/kernel';
import { buildLog, judgeTampering, makeRandom, makeWorld, TAMPERINGS } from '@testamur/testing/faults';
import { describe, expect, it } from 'vitest';
import { createSigner } from './index.ts';

const ORIGIN = 'example.org/log';
const { signer } = expectOk(createSigner(ORIGIN), 'a good name');
const { signer: stranger } = expectOk(createSigner(ORIGIN), 'a good name');
const SEEDS = [1, 2, 3, 4, 5, 6];

describe('a log that was tampered with', () => {
  it.each(Object.entries(TAMPERINGS))('is noticed: %s', async (_name, tamper) => {
    for (const seed of SEEDS) {
      const world = makeWorld(seed, { signer, stranger });
      const { byMirror, byVerify } = await judgeTampering(world, tamper(world, makeRandom(seed + 100)));
      expect(byMirror || byVerify, `seed ${seed}`).toBe(true);
    }
  });
  it('is told from one that only grew', async () => {
    for (const seed of SEEDS) {
      const world = makeWorld(seed, { signer, stranger });
      expect(await judgeTampering(world, buildLog(world.after, signer))).toEqual({
        byMirror: false,
        byVerify: false,
      });
      expect(await judgeTampering(world, buildLog(world.before, signer))).toEqual({
        byMirror: false,
        byVerify: false,
      });
    }
  });
  it.each(Object.entries(TAMPERINGS).filter(([name]) => name.includes('anew') || name.includes('forked')))(
    'is noticed by the mirror alone, as its own files agree: %s',
    async (_name, tamper) => {
      const world = makeWorld(3, { signer, stranger });
      expect(await judgeTampering(world, tamper(world, makeRandom(9)))).toEqual({
        byMirror: true,
        byVerify: false,
      });
    },
  );
});
