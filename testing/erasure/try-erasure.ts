import { cpSync, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { backUpKeys } from '@testamur/adapters/person-keys';
import { type Database, exportDatabase } from '@testamur/adapters/postgres';
import { listMembers, showProfile } from '@testamur/services/people';
import { columnsOf, eraseSelf, PERSONAL_DATA } from '@testamur/services/privacy';
import { sql } from 'kysely';
import { type Found, searchBytes } from './search-bytes.ts';
import { asPerson, type Marked, seedMarkedPerson, setStage } from './seed-marked-person.ts';

export type ErasureTried = {
  readonly people: number;
  readonly columns: number;
  /** Columns of the catalogue that were not seeded: the search would prove nothing of them. */
  readonly unseeded: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** A name that stands in the open must be found by the same search. */
  readonly controlFound: number;
  /** Markers of anybody that could be read in the files, erased or not. */
  readonly readable: number;
  /** Erased subjects whose values lie somewhere and whose key is still alive anywhere. */
  readonly openable: number;
  /** Values of erased people that do lie somewhere: what is claimed is that nobody opens them. */
  readonly sealedLeft: number;
  /** People who were not erased and cannot be read any more. */
  readonly harmed: number;
};

export type ErasureGiven = {
  readonly database: Database;
  readonly dataFolder: string;
  readonly keys: { readonly folder: string; readonly copies: string };
  /** Where backups go. */
  readonly backups: string;
  readonly people: number;
  readonly random: () => string;
};

/**
 * Seeds people with markers in every column about them, takes backups of every kind, erases half of them, takes backups again, and reads every byte: of the
 * data folder as it lies there (log of the database, dead rows and all: nothing is vacuumed before), of the backups, of the keys and their copies.
 */
export async function tryErasure(given: ErasureGiven): Promise<ErasureTried> {
  const { database } = given;
  const stage = await setStage(database);
  const marked: Marked[] = [];
  for (let n = 0; n < given.people; n += 1)
    marked.push(await seedMarkedPerson(database, stage, `mk${given.random()}`));
  await backUp(given, 'before');
  const erased = marked.filter((_, n) => n % 2 === 0);
  const others = marked.filter((_, n) => n % 2 === 1);
  for (const { personId } of erased) {
    const done = await eraseSelf(stage.platform, asPerson(personId), { personId });
    if (!done.ok) throw new Error(done.error.message);
  }
  await backUp(given, 'after');
  const folders = [given.dataFolder, given.backups, given.keys.folder];
  const found = searchBytes(
    folders,
    marked.map(({ marker }) => marker),
  );
  const control = searchBytes([given.dataFolder], ['control-0pen-in-the-data']);
  const gone = await erasedSubjects(database);
  return {
    people: erased.length,
    ...coverageOf(marked),
    files: found.files,
    bytes: found.bytes,
    controlFound: control.hits.length,
    readable: found.hits.reduce((sum, { times }) => sum + times, 0),
    openable: countAlive(given, gone, found),
    sealedLeft: [...gone].filter((subject) => found.subjects.has(subject)).length,
    harmed: await countHarmed(stage, others),
  };
}

async function backUp({ database, dataFolder, backups, keys }: ErasureGiven, name: string): Promise<void> {
  const folder = path.join(backups, name);
  mkdirSync(folder, { recursive: true });
  const flushed = await database
    .write((trx) => sql`SELECT pg_switch_wal()`.execute(trx))
    .catch(() => undefined);
  if (flushed && !flushed.ok) throw new Error(flushed.error.message);
  const file = createWriteStream(path.join(folder, 'export.jsonl'));
  const exported = await exportDatabase(database, async (line) => void file.write(line));
  await new Promise((resolve) => file.end(resolve));
  if (!exported.ok) throw new Error(exported.error.message);
  cpSync(dataFolder, path.join(folder, 'data'), { recursive: true });
  backUpKeys(keys, name === 'before' ? '2026-11-22T12:00:00.000Z' : '2026-11-22T13:00:00.000Z');
}

/** Sealed, and of nobody: the secret that a provider gave to an organisation. */
const OF_NOBODY: ReadonlySet<string> = new Set(['identity_providers.client_secret']);

function coverageOf(marked: readonly Marked[]): Pick<ErasureTried, 'columns' | 'unseeded'> {
  const sealed = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) =>
    columnsOf(entry)
      .filter(({ kind }) => kind === 'sealed')
      .map(({ column }) => `${table}.${column}`),
  );
  const seeded = new Set(marked.flatMap(({ columns }) => columns));
  return {
    columns: seeded.size,
    unseeded: sealed.filter((name) => !seeded.has(name) && !OF_NOBODY.has(name)),
  };
}

/** The people and the invitations that they took, as the database knows them. */
async function erasedSubjects(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.write(async (trx) => {
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    return sql<{ id: string }>`
      SELECT person_id AS id FROM erasures UNION
      SELECT i.invitation_id FROM invitations i JOIN erasures e ON e.person_id = i.accepted_by`.execute(trx);
  });
  if (!rows.ok) throw new Error(rows.error.message);
  return new Set(rows.value.rows.map(({ id }) => id));
}

/** A key is alive where its store says so, or where a file of it lies: here or in a copy. */
function countAlive({ database, keys }: ErasureGiven, gone: ReadonlySet<string>, found: Found): number {
  if (found.subjects.size === 0)
    throw new Error('There is no enciphered value anywhere: nothing was searched.');
  const names = new Set(listKeyNames([keys.folder, keys.copies]));
  return [...gone].filter((subject) => database.keys.find(subject).state === 'alive' || names.has(subject))
    .length;
}

const listKeyNames = (folders: readonly string[]): readonly string[] =>
  folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.key'))
      .map((name) => path.basename(name, '.key')),
  );

async function countHarmed(
  { platform, school }: Awaited<ReturnType<typeof setStage>>,
  others: readonly Marked[],
): Promise<number> {
  const members = await listMembers(platform, asPerson(school.colleague, school.organisation));
  if (!members.ok) throw new Error(members.error.message);
  let harmed = 0;
  for (const { personId, marker } of others) {
    const profile = await showProfile(platform, asPerson(personId));
    const known = members.value.find((one) => one.personId === personId)?.knownAs;
    if (!profile.ok || profile.value.displayName !== `Dr ${marker}` || known !== `Known ${marker}`)
      harmed += 1;
  }
  return harmed;
}
