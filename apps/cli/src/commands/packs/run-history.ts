/** `testamur packs history [PACK…]`: the law by date, what is to come first; then knowledge; then the changelog. */
import { formatDay } from '@testamur/engines/kernel';
import { historyOf } from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { showHistory } from '../../show/history.ts';
import { openWholePacks, type PacksAsked } from './open-packs.ts';

export async function runHistory(given: PacksAsked, host: Host): Promise<ExitCode> {
  const opened = await openWholePacks(given, host);
  if (typeof opened === 'number') return opened;
  const { set, wanted, progress } = opened;
  const histories = set.packs
    .filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))
    .map((pack) =>
      historyOf({
        pack,
        vocabulary: set.vocabulary,
        changelog: (set.suites.get(pack.pack)?.changelog ?? []).map(({ value }) => value),
        today: formatDay(host.today),
      }),
    );
  progress.stop();
  host.write(
    given.json
      ? `${JSON.stringify({ schema: 'testamur/pack-histories/1', packs: histories })}\n`
      : histories.map((each) => showHistory(each, host)).join('\n'),
  );
  return EXIT.answered;
}
