/** Logs tampered with in every way that we know: each must be noticed by a mirror that saw an earlier state, or by whoever verifies all files. */
import { createSigner } from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import { buildLog, judgeTampering, makeRandom, makeWorld, TAMPERINGS } from '@testamur/testing/faults';
import { barred, figure, type Line } from '../../bench/line.ts';
import type { CheckOptions } from './options.ts';

/** Of each way so many, on logs of other sizes and with another place. */
const EACH = 70;
const CONTROLS = 100;

export async function* checkTamper({ tell }: CheckOptions): AsyncIterable<Line> {
  const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
  const { signer: stranger } = expectOk(createSigner('example.org/log'), 'a good name');
  let [tried, unnoticed, byMirror] = [0, 0, 0];
  for (const [name, tamper] of Object.entries(TAMPERINGS))
    for (let seed = 1; seed <= EACH; seed += 1) {
      const world = makeWorld(seed, { signer, stranger });
      const judged = await judgeTampering(world, tamper(world, makeRandom(seed * 31)));
      tried += 1;
      if (judged.byMirror) byMirror += 1;
      if (judged.byMirror || judged.byVerify) continue;
      unnoticed += 1;
      tell(`not noticed: ${name}, seed ${seed}`);
    }
  let refused = 0;
  for (let seed = 1; seed <= CONTROLS; seed += 1) {
    const world = makeWorld(seed, { signer, stranger });
    const judged = await judgeTampering(world, buildLog(world.after, signer));
    if (judged.byMirror || judged.byVerify) refused += 1;
  }
  yield barred({ id: 'tamper.tried', value: tried, unit: 'logs', bar: 1000, better: 'higher' });
  yield figure({ id: 'tamper.noticed-by-mirror', value: byMirror, unit: 'logs', better: 'higher' });
  yield barred({ id: 'tamper.not-noticed', value: unnoticed, unit: 'logs', bar: 0, better: 'lower' });
  yield barred({
    id: 'tamper.honest-refused',
    value: refused,
    unit: `of ${CONTROLS} logs`,
    bar: 0,
    better: 'lower',
  });
}
