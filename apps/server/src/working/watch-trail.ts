import { checkTrail, type TrailReport } from '@testamur/adapters/postgres';
import { ok } from '@testamur/engines/kernel';
import { every } from './every.ts';
import type { Work } from './work.ts';

const EVERY_MS = 5 * 60_000;

/** Follows the audit chains: all of them once, then what was added. A fault is a metric and a line of the log, and stays one until somebody has looked. */
export const watchTrail: Work = {
  name: 'watch-trail',
  start: async ({ database, telemetry: { meter }, log }) => {
    let last: TrailReport | undefined;
    let faults = 0;
    meter
      .createObservableGauge('testamur.audit.events', { description: 'Events in all audit chains' })
      .addCallback((seen) => last && seen.observe(last.events));
    meter
      .createObservableGauge('testamur.audit.faults', {
        description: 'Faults found in audit chains since the start',
      })
      .addCallback((seen) => seen.observe(faults));
    const watching = every(
      EVERY_MS,
      async () => {
        const report = await checkTrail(database, last?.ends);
        if (!report.ok) return log.warn({ reason: report.error.code }, 'the audit trail could not be read');
        last = report.value;
        faults += report.value.faults.length;
        for (const { organisation, sequence, fault } of report.value.faults)
          log.error({ organisation, sequence, fault }, 'the audit trail is damaged');
      },
      (error) => log.error({ err: error }, 'the audit trail could not be checked'),
    );
    return ok(watching);
  },
};
