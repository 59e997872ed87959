import { err, ok, type Result } from '@testamur/engines/kernel';
import type { PersonKeys } from '@testamur/services/privacy';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type PostgresProblem, refuse } from './errors.ts';
import type { Tables } from './tables.ts';

export type Work<T> = (transaction: Transaction<Tables>) => Promise<T>;

/** The rows of a statement; of several statements in one text, one result each. */
export type RunStatements = (
  text: string,
  values?: readonly unknown[],
  // biome-ignore lint/suspicious/noExplicitAny: the job engine knows its rows
) => Promise<{ readonly rows: any[] }>;

/**
 * The only way to the data is a transaction: on the embedded engine, which has one session, a query beside an open transaction would wait for it
 * for ever, and on a server the same mistake shows only when its connections run out.
 */
export type Database = {
  readonly engine: 'embedded' | 'server';
  /** Under which what is written about people is enciphered. */
  readonly keys: PersonKeys;
  /** Sentences that the operator should read at start. */
  readonly notices: readonly string[];
  /** Runs the work in one read-only transaction, for nobody: reference data can be read, no row of a tenant is seen. */
  read<T>(work: Work<T>): Promise<Result<T, PostgresProblem>>;
  /**
   * Runs the work in one transaction, again from its beginning when the database asks for that; it must therefore do nothing else. The
   * transaction is the owner's: for what is done at start. Requests go through `runAct`.
   */
  write<T>(work: Work<T>): Promise<Result<T, PostgresProblem>>;
  /** How the connections stand now. */
  pool(): PoolState;
  /** Statements of the job engine, which begins and commits by itself: the owner's, on a connection of their own. */
  readonly runStatements: RunStatements;
  /** Called once when the engine has ended by itself: nothing can be answered any more and the process should end. */
  onFailure(listener: (reason: Error) => void): void;
  close(): Promise<void>;
};

/** What an engine opens; the keys come from elsewhere. */
export type KeylessDatabase = Omit<Database, 'keys'>;
export type PoolState = {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  readonly most: number;
};

/** SQLSTATE 40001 serialization_failure and 40P01 deadlock_detected: the transaction was undone and may be tried again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** Matched by `code` and words, never `instanceof`: two copies of the driver's classes may be loaded. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export async function runTransaction<T>(
  db: Kysely<Tables>,
  work: Work<T>,
  access: 'read only' | 'read write',
): Promise<Result<T, PostgresProblem>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return ok(
        await db
          .transaction()
          .setAccessMode(access)
          .execute(access === 'read only' ? asNobody(work) : work),
      );
    } catch (error) {
      if (RETRYABLE.has(codeOf(error) ?? '') && attempt < ATTEMPTS) continue;
      const problem = describeLostConnection(error);
      if (problem) return err(problem);
      throw error;
    }
  }
}

const asNobody =
  <T>(work: Work<T>): Work<T> =>
  async (trx) => {
    await sql`SET LOCAL ROLE testamur_app`.execute(trx);
    return work(trx);
  };

const BUSY = ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'];
const LOST = [
  'The embedded database',
  'Connection terminated',
  'Client has encountered a connection error',
  'Cannot use a pool after',
];
const LOST_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
]);

function describeLostConnection(error: unknown): PostgresProblem | undefined {
  const message = error instanceof Error ? error.message : '';
  if (BUSY.includes(message)) {
    return refuse(
      'POSTGRES_BUSY',
      'The database was busy for too long; nothing was changed.',
      'Try again in a moment.',
    );
  }
  if (LOST.some((start) => message.startsWith(start)) || LOST_CODES.has(codeOf(error) ?? '')) {
    return refuse('POSTGRES_STOPPED', `The database has stopped: ${message}`, 'Start Testamur again.');
  }
  return undefined;
}
