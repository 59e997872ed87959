import { ok } from '@testamur/engines/kernel';
import { startWorker } from './start-worker.ts';
import type { Work } from './work.ts';

/** Letters and webhooks that acts have written. */
export const sendMessages: Work = {
  name: 'send-messages',
  start: async ({ configuration, database, platform, telemetry: { meter }, log }) => {
    const failures = meter.createCounter('testamur.jobs.failures', {
      description: 'Jobs that went wrong, by code; each is tried again until it is given up',
    });
    const { mail, portalUrl, egress } = configuration;
    const worker = await startWorker(platform, database, {
      ...{ mail, portalUrl, egress, now: Date.now },
      onError: (reason) => {
        const code = /^[A-Z_]+$/.test(reason) ? reason : 'UNKNOWN';
        failures.add(1, { code });
        log.warn({ reason: code }, 'a job went wrong');
      },
    });
    return worker.ok ? ok({ stop: () => worker.value.stop() }) : worker;
  },
};
