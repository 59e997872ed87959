import { type EgressSettings, openEgress } from '@testamur/adapters/egress';
import { type MailProblem, type MailSettings, openMailer } from '@testamur/adapters/mail';
import { type Database, runJobs } from '@testamur/adapters/postgres';
import { ok, type Result } from '@testamur/engines/kernel';
import type { MessagingPlatform } from '@testamur/services/messaging';
import { deliverMessage } from './deliver-message.ts';

export type WorkerSettings = {
  readonly mail: MailSettings;
  /** The address of the portal without a slash at its end: links in letters begin with it. */
  readonly portalUrl: string;
  readonly egress: EgressSettings;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** What went wrong, as a code; never a message or an address. */
  readonly onError: (code: string) => void;
  readonly pollSeconds?: number;
  readonly sweepSeconds?: number;
};

export type Worker = {
  /** Takes no more jobs and waits for those that are being done, at most so long. */
  stop(patienceMs?: number): Promise<void>;
};

/**
 * Sends what acts have written, until it is stopped: letters and webhooks. Any number of workers may run on one PostgreSQL; on the embedded
 * database it is part of the one process.
 *
 * @example
 * const worker = await startWorker(platform, database, settings);
 * if (worker.ok) process.once('SIGTERM', () => worker.value.stop());
 */
export async function startWorker(
  platform: MessagingPlatform,
  database: Database,
  settings: WorkerSettings,
): Promise<Result<Worker, MailProblem>> {
  const mailer = openMailer(settings.mail);
  if (!mailer.ok) return mailer;
  const ways = { mailer: mailer.value, egress: openEgress(settings.egress) };
  const { portalUrl, now, onError, pollSeconds, sweepSeconds } = settings;
  const jobs = await runJobs(database, {
    handle: (job) => deliverMessage(platform, { ...ways, portalUrl, now }, job),
    onError: (error) => onError(error.message),
    ...(pollSeconds === undefined ? {} : { pollSeconds }),
    ...(sweepSeconds === undefined ? {} : { sweepSeconds }),
  });
  return ok({
    stop: async (patienceMs) => {
      await jobs.stop(patienceMs);
      mailer.value.close();
    },
  });
}
