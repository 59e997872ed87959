/** Every file call in the life of a log × every fault × what becomes of the disk: what was acknowledged or seen must still be there. */
import { createSigner, type LogSigner } from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import { countCalls, FAULTS, RESTARTS, sweepOne } from '@testamur/testing/faults';
import { barred, figure, type Line } from '../../bench/line.ts';
import { killLog } from './kill-log.ts';
import type { CheckOptions } from './options.ts';

const KILLS = 40;
/** File calls of a process that finishes what another left: more than it needs. */
const RECOVERY = 40;

export async function* checkLogFaults({ tell }: CheckOptions): AsyncIterable<Line> {
  const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
  const calls = await countCalls(signer);
  let [runs, broken, acknowledged] = [0, 0, 0];
  for (const fault of FAULTS) {
    for (let nth = 1; nth <= calls; nth += 1)
      for (const restart of RESTARTS) {
        const outcome = await sweepOne({ nth, fault, restart }, signer);
        runs += 1;
        acknowledged += outcome.acknowledged;
        if (outcome.wrong.length === 0) continue;
        broken += 1;
        tell(`${fault} at call ${nth}, ${restart}: ${outcome.wrong.join('; ')}`);
      }
    tell(`${fault}: ${runs} runs so far`);
  }
  yield barred({ id: 'log-faults.calls', value: calls, unit: 'file calls', bar: 100, better: 'higher' });
  yield figure({ id: 'log-faults.runs', value: runs, unit: 'runs', better: 'higher' });
  yield figure({ id: 'log-faults.acknowledged', value: acknowledged, unit: 'entries', better: 'higher' });
  yield barred({ id: 'log-faults.broken-promises', value: broken, unit: 'runs', bar: 0, better: 'lower' });
  yield* checkTwice(calls, signer, tell);
  const killed = await killLog(KILLS);
  yield barred({
    id: 'log-faults.kill.acknowledged',
    value: killed.acknowledged,
    unit: `entries over ${KILLS} kills`,
    bar: 1000,
    better: 'higher',
  });
  yield barred({ id: 'log-faults.kill.lost', value: killed.lost, unit: 'entries', bar: 0, better: 'lower' });
  yield barred({ id: 'log-faults.kill.fsck', value: killed.faults, unit: 'faults', bar: 0, better: 'lower' });
  yield barred({
    id: 'log-faults.second-writer-refused',
    value: killed.refused,
    unit: `of ${KILLS}`,
    bar: KILLS,
    better: 'higher',
  });
}

/** The process dies, and the next one dies too while it finishes, at every call of both. */
async function* checkTwice(
  calls: number,
  signer: LogSigner,
  tell: CheckOptions['tell'],
): AsyncIterable<Line> {
  let [runs, broken] = [0, 0];
  for (let nth = 1; nth <= calls; nth += 1)
    for (let again = 1; again <= RECOVERY; again += 1) {
      const outcome = await sweepOne({ nth, fault: 'crash-before', restart: 'process', again }, signer);
      runs += 1;
      if (outcome.wrong.length === 0) continue;
      broken += 1;
      tell(`crash at call ${nth}, then at call ${again} of the next process: ${outcome.wrong.join('; ')}`);
    }
  yield figure({ id: 'log-faults.twice.runs', value: runs, unit: 'runs', better: 'higher' });
  yield barred({
    id: 'log-faults.twice.broken-promises',
    value: broken,
    unit: 'runs',
    bar: 0,
    better: 'lower',
  });
}
