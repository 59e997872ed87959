import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, describeSchema, openDatabase, readServerFacts } from '@testamur/adapters/postgres';
import type { Configuration } from '../../configuration.ts';
import { databaseOptions } from '../../database-options.ts';
import { openHaltSwitch } from '../../halting/halt-switch.ts';
import { doubtful, type Finding, ill, notRun, well } from './finding.ts';

/** Seconds by which two clocks may differ: tokens and approvals end by the minute. */
const MOST_SKEW = 5;

/** Looks into the database and changes nothing in it. */
export async function examineDatabase(
  configuration: Configuration,
  now: () => number,
): Promise<readonly Finding[]> {
  const { databaseUrl, dataFolder } = configuration;
  if (databaseUrl === undefined && !existsSync(path.join(dataFolder, 'database')))
    return [notRun('database', `There is no database in ${dataFolder} yet; the first start makes it.`)];
  const opened = await openDatabase({ ...databaseOptions(configuration), isLeftAsFound: true });
  if (!opened.ok) {
    // While the server runs, it is the one to ask.
    if (opened.error.code === 'POSTGRES_DIRECTORY_IN_USE')
      return [notRun('database', `${opened.error.message} Ask it at /api/health/ready.`)];
    return [ill('database', opened.error.message, opened.error.hint ?? 'See the operator’s guide.')];
  }
  try {
    return await examineOpened(opened.value, configuration, now);
  } finally {
    await opened.value.close();
  }
}

async function examineOpened(
  database: Database,
  { databaseUrl, haltFile }: Configuration,
  now: () => number,
): Promise<readonly Finding[]> {
  const schema = await examineSchema(database);
  // What an older release left may lack the tables that are asked next.
  if (schema.state !== 'well') return [schema];
  const facts = await readServerFacts(database);
  if (!facts.ok) return [ill('database', facts.error.message, facts.error.hint ?? 'Start it again.')];
  const { version, at, latestEvent } = facts.value;
  const before = now();
  return [
    databaseUrl === undefined
      ? doubtful(
          'database',
          `PostgreSQL ${version}, embedded: it does not survive a power cut.`,
          'For data that matters, set DATABASE_URL.',
        )
      : well('database', `PostgreSQL ${version} answers.`),
    schema,
    examineSkew(before, at),
    ...(latestEvent === undefined ? [] : [examineLatest(before, latestEvent)]),
    await examineHalt(database, haltFile),
  ];
}

async function examineSchema(database: Database): Promise<Finding> {
  const schema = await describeSchema(database);
  if (!schema.ok) return ill('schema', schema.error.message, schema.error.hint ?? 'Run testamur fsck.');
  const { pending, unknown, isFenced } = schema.value;
  if (unknown.length > 0)
    return ill('schema', `A newer release has migrated it (${unknown.join(', ')}).`, 'Start that release.');
  if (pending.length > 0 || !isFenced)
    return doubtful(
      'schema',
      'It is that of an older release.',
      'Back up, then start this release or run testamur db migrate.',
    );
  return well('schema', 'It is that of this release.');
}

export function examineSkew(here: number, there: number): Finding {
  const seconds = Math.abs(here - there) / 1000;
  const says = `The clocks of this machine and of the database differ by ${seconds.toFixed(1)} s.`;
  return seconds > MOST_SKEW
    ? ill('clock', says, 'Let both follow the same time servers (timedatectl, chronyc tracking).')
    : well('clock', says);
}

/** What was recorded in the future was recorded by a clock that went wrong, or this one goes wrong now. */
export function examineLatest(here: number, latest: number): Finding {
  const ahead = (latest - here) / 1000;
  return ahead > MOST_SKEW
    ? ill(
        'past',
        `The newest event of the audit trail is ${Math.round(ahead)} s in the future.`,
        'Set the clock of this machine right before anything is written.',
      )
    : well('past', 'Nothing was recorded in the future.');
}

async function examineHalt(database: Database, haltFile: string): Promise<Finding> {
  const halted = await openHaltSwitch(database, haltFile).current();
  if (halted === undefined) return well('halt', 'Nothing is halted.');
  return doubtful(
    'halt',
    `${halted.scope} are halted since ${halted.since}.`,
    'testamur halt lift, when the reason is gone.',
  );
}
