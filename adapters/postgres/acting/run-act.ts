import { err, type Result } from '@testamur/engines/kernel';
import {
  type ActName,
  type AuthorisingProblem,
  type Request,
  refuseAct,
  type UnitOfWork,
} from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { PostgresProblem } from '../errors.ts';
import { keepOutcome, recallOutcome } from '../idempotency/outcomes.ts';
import { sendJobs, type WantedJob } from '../jobs/send-jobs.ts';
import { openStores, type PlatformStores } from '../stores/open-stores.ts';
import type { Tables } from '../tables.ts';
import { type ReadNoted, ReadNotes } from './note-reads.ts';
import { setRequest } from './set-request.ts';
import { tellPrograms } from './tell-programs.ts';

export type ActOptions = {
  /** Runs at the beginning of the transaction, already in it. For tests that compare. */
  readonly afterBegin?: (trx: Transaction<Tables>) => Promise<void>;
  /** Runs at the end of the transaction, still in it. For tests that look into it. */
  readonly beforeCommit?: (trx: Transaction<Tables>, value: unknown) => Promise<void>;
  /** Runs as the very last, after jobs were sent. For tests that break off there. */
  readonly afterJobs?: (trx: Transaction<Tables>) => Promise<void>;
};

/** Carries a refusal out of the transaction, so that it is undone. */
class Refused {
  readonly problem: unknown;
  readonly reads: readonly ReadNoted[];
  constructor(problem: unknown, reads: readonly ReadNoted[]) {
    this.problem = problem;
    this.reads = reads;
  }
}

/**
 * One act, one transaction under row-level security. Reads of personal data and refusals leave their audit events here; changes leave theirs
 * by themselves.
 */
export async function runAct<T, P>(
  database: Database,
  given: { readonly act: ActName; readonly request: Request } & ActOptions,
  work: (stores: PlatformStores) => Promise<Result<T, P>>,
): Promise<Result<T, P | AuthorisingProblem>> {
  try {
    const done = await database.write(async (trx) => {
      await setRequest(trx, given.act, given.request);
      await given.afterBegin?.(trx);
      const earlier = await recallOutcome<T>(trx, given.act, given.request);
      if (earlier) return earlier.value;
      const notes = new ReadNotes();
      const jobs: WantedJob[] = [];
      const enqueue = (job: WantedJob) => void jobs.push(job);
      const noted = trx.withPlugin(notes) as typeof trx;
      const outcome = await work(openStores({ plain: trx, noted, enqueue }));
      const reads = notes.list();
      if (!outcome.ok) throw new Refused(outcome.error, reads);
      if (reads.length > 0) await recordEvent(trx, { action: 'R', outcome: '0', entities: reads });
      await keepOutcome(trx, { ...given, value: outcome.value });
      await given.beforeCommit?.(trx, outcome.value);
      jobs.push(...(await tellPrograms(trx, given.act, given.request)));
      await sendJobs(trx, jobs);
      await given.afterJobs?.(trx);
      return outcome.value;
    });
    return done.ok ? done : err(describeStore(done.error));
  } catch (error) {
    const problem = describeRefusal<P>(error);
    if (problem === undefined) throw error;
    return recordRefusal(database, given, problem);
  }
}

/** What was refused is recorded in a transaction of its own: the first one has been undone. */
async function recordRefusal<P>(
  database: Database,
  { act, request }: { readonly act: ActName; readonly request: Request },
  { problem, reads }: Refusal<P>,
): Promise<Result<never, P | AuthorisingProblem>> {
  const code =
    typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'unknown';
  const recorded = await database.write(async (trx) => {
    await setRequest(trx, act, request);
    await recordEvent(trx, { action: 'E', outcome: '4', entities: [{ what: 'refusal', code }, ...reads] });
  });
  return recorded.ok ? err(problem) : err(describeStore(recorded.error));
}

async function recordEvent(
  trx: Transaction<Tables>,
  event: { readonly action: 'R' | 'E'; readonly outcome: '0' | '4'; readonly entities: readonly unknown[] },
): Promise<void> {
  await sql`SELECT fence.record_event(${event.action}, ${event.outcome}, ${JSON.stringify(event.entities)}::jsonb)`.execute(
    trx,
  );
}

type Refusal<P> = { readonly problem: P; readonly reads: readonly ReadNoted[] };

/** 42501 insufficient_privilege: the row-level security refused. 23505 unique_violation: somebody else did the same a moment ago. */
function describeRefusal<P>(error: unknown): Refusal<P | AuthorisingProblem> | undefined {
  if (error instanceof Refused) return { problem: error.problem as P, reads: error.reads };
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === '42501') return { problem: fenced(), reads: [] };
  return code === '23505' ? { problem: doneAlready(), reads: [] } : undefined;
}

const fenced = () =>
  refuseAct(
    'AUTHORISING_FENCED',
    'You may not do this here.',
    'Ask an administrator of the organisation for the role.',
  );

const doneAlready = () =>
  refuseAct(
    'AUTHORISING_CONFLICT',
    'This has been done already, perhaps a moment ago by somebody else.',
    'Look again before you repeat it.',
  );

function describeStore(problem: PostgresProblem): AuthorisingProblem {
  return refuseAct('AUTHORISING_STORE', problem.message, problem.hint ?? 'Try again in a moment.');
}

/**
 * The only way from a request to the database: what services are given as their unit of work.
 *
 * @example
 * const platform = { unitOfWork: openUnitOfWork(database), authorise: authoriseByMatrix, newId, newSecret };
 */
export const openUnitOfWork =
  (database: Database, options: ActOptions = {}): UnitOfWork<PlatformStores> =>
  (act, request, work) =>
    runAct(database, { act, request, ...options }, work);
