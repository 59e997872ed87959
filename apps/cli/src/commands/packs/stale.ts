import { addPeriod, parseDay, parsePeriod } from '@testamur/engines/kernel';
import { staleReport } from '@testamur/engines/recognition';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { refuse } from '../../refuse.ts';
import { showStale } from '../../show/packs-stale.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs stale [PACK…]`: what has to be read again, oldest first, for whoever maintains it; and policies, where no pack is named. */
export const stale: Command = {
  name: 'stale',
  summary: 'What is due to be read again: by maintainer, oldest first, with clause and address',
  args: {
    ...FOLDER,
    on: { type: 'string', valueHint: 'DATE', description: 'Seen from this day (today)' },
    within: { type: 'string', valueHint: 'PERIOD', description: 'And what is due that soon (P90D)' },
    maintainer: { type: 'string', valueHint: 'NAME', description: 'Only of this one; vacant for nobody’s' },
    all: { type: 'boolean', description: 'And what is not due yet' },
    ...JSON_FLAG,
  },
  many: true,
  examples: [
    'testamur packs stale',
    'testamur packs stale ke gb --on 2027-10-01 --within P60D',
    'testamur packs stale --maintainer vacant --json',
  ],
  run: async (values, host) => {
    const json = values.flag('json');
    const on = values.text('on') === undefined ? host.today : parseDay(values.text('on') ?? '');
    const within = parsePeriod(values.text('within') ?? 'P90D');
    const day = typeof on === 'number' ? on : on.ok ? on.value : undefined;
    if (day === undefined || !within.ok) {
      const [option, message, hint] =
        day === undefined
          ? ['--on', 'This is no day.', 'Write a day such as 2027-10-01.']
          : ['--within', 'This is no period.', 'Write a period such as P90D or P6M.'];
      return refuse([{ code: 'INPUT_ARGUMENTS', option, message, hint }], host, { json });
    }
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks(
      { wanted: values.words, folder: values.text('folder'), json, lawOnly: true },
      host,
    );
    if (typeof opened === 'number') return opened;
    const { set, wanted, progress } = opened;
    const all = staleReport({
      packs: set.packs.filter(({ pack }) => wanted.length === 0 || wanted.includes(pack)),
      // They belong to no pack: whoever asks for one did not ask for them.
      policies: wanted.length === 0 && values.text('maintainer') === undefined ? set.policies : [],
      maintainers: set.maintainers,
      on: day,
      until: addPeriod(day, within.value, 'clamp'),
      all: values.flag('all'),
    });
    const name = values.text('maintainer');
    const report = {
      ...all,
      maintainers: all.maintainers.filter(({ maintainer }) => name === undefined || maintainer === name),
    };
    progress.stop();
    host.write(
      json ? `${JSON.stringify({ schema: 'testamur/pack-reviews/1', ...report })}\n` : showStale(report),
    );
    const reviews = [...report.maintainers.flatMap((each) => each.reviews), ...report.policies];
    const overdue = reviews.some(({ state }) => state === 'overdue');
    return overdue ? EXIT.faultsFound : EXIT.answered;
  },
};
