import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { copyDataFolder } from '@testamur/testing/postgres';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { KeylessDatabase } from '../database.ts';
import { type EmbeddedOptions, openEmbedded } from './open-embedded.ts';
import { readProcessStart } from './process-identity.ts';

let folder: string;
const open: KeylessDatabase[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = copyDataFolder(inject('preparedFolder'), mkdtempSync(path.join(tmpdir(), 'testamur-traps-')));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<KeylessDatabase> {
  const opened = await openEmbedded({ folder, ...options });
  if (!opened.ok) throw new Error(opened.error.message);
  open.push(opened.value);
  return opened.value;
}

/** Another process that has the database open; resolves when it says so. */
async function startElsewhere(): Promise<ChildProcess> {
  const program = `
    import { openDatabase } from '@testamur/adapters/postgres';
    import { sql } from 'kysely';
    const opened = await openDatabase({ kind: 'embedded', folder: ${JSON.stringify(folder)} });
    await opened.value.write((trx) => sql\`INSERT INTO reference_set VALUES ('kept', 'sha256:' || repeat('a', 64), 0)\`.execute(trx));
    process.stdout.write('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: path.resolve(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return child;
}

describe('trap 1: the engine does not lock its directory', () => {
  it('refuses a second opener in the same process and names the holder', async () => {
    await start();
    const second = await openEmbedded({ folder });
    expect(second).toMatchObject({ ok: false, error: { code: 'POSTGRES_DIRECTORY_IN_USE' } });
    expect(second.ok ? '' : second.error.message).toContain(`process ${process.pid}`);
  });

  it('refuses while another process lives, takes over after kill -9, and finds what that one had acknowledged', async () => {
    const other = await startElsewhere();
    expect(await openEmbedded({ folder })).toMatchObject({
      ok: false,
      error: { code: 'POSTGRES_DIRECTORY_IN_USE', message: expect.stringContaining(`process ${other.pid}`) },
    });
    await new Promise((resolve) => {
      other.once('exit', resolve);
      other.kill('SIGKILL');
    });
    const database = await start();
    const rows = await database.read((trx) => trx.selectFrom('reference_set').select('set_name').execute());
    expect(rows).toEqual({ ok: true, value: [{ set_name: 'kept' }] });
  });

  it('gives the lock back at close', async () => {
    const database = await start();
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(true);
    await database.close();
    open.pop();
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
  });

  const me = { pid: process.pid, startedAt: readProcessStart(process.pid), host: hostname() };
  const locks: { name: string; content: string; outcome: string }[] = [
    { name: 'of this very process', content: JSON.stringify(me), outcome: 'POSTGRES_DIRECTORY_IN_USE' },
    {
      name: 'of an earlier process with the same id',
      content: JSON.stringify({ ...me, startedAt: 'another time' }),
      outcome: 'taken over',
    },
    {
      name: 'of a process id that nobody has',
      content: JSON.stringify({ ...me, pid: 2 ** 22 + 1 }),
      outcome: 'taken over',
    },
    {
      name: 'of another machine, however old',
      content: JSON.stringify({ ...me, pid: 2 ** 22 + 1, host: 'elsewhere' }),
      outcome: 'POSTGRES_DIRECTORY_IN_USE',
    },
    { name: 'that is empty', content: '', outcome: 'POSTGRES_DIRECTORY_LOCK_UNREADABLE' },
    { name: 'that is not ours', content: '{"pid":"7"}', outcome: 'POSTGRES_DIRECTORY_LOCK_UNREADABLE' },
  ];
  it.each(locks)('meets a lock $name: $outcome', async ({ content, outcome }) => {
    const file = path.join(folder, 'database.lock');
    writeFileSync(file, content);
    const opened = await openEmbedded({ folder });
    if (opened.ok) open.push(opened.value);
    expect(opened.ok ? 'taken over' : opened.error.code).toBe(outcome);
    // A lock that was respected is still there, unchanged.
    expect(readFileSync(file, 'utf8') === content).toBe(!opened.ok);
  });
});

describe('trap 2: writes are not forced to the disk', () => {
  it('says so at start', async () => {
    const database = await start();
    expect(database.notices.join(' ')).toMatch(/power cut/);
  });
});

describe('trap 3: there is one session', () => {
  it('answers "busy" to a transaction inside a transaction, instead of waiting for ever', async () => {
    const database = await start({ checkoutMs: 300 });
    const outcome = await database.write(async (outer) => {
      const inner = await database.read((trx) => sql`SELECT 1`.execute(trx));
      await sql`SELECT 1`.execute(outer);
      return inner;
    });
    expect(outcome).toMatchObject({ ok: true, value: { ok: false, error: { code: 'POSTGRES_BUSY' } } });
    expect(await database.read((trx) => sql`SELECT 1`.execute(trx))).toMatchObject({ ok: true });
  });
});

describe('trap 4: a query occupies its thread', () => {
  it('lets the rest of the program run during a long query', async () => {
    const database = await start();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await database.read((trx) => sql`SELECT count(*) FROM generate_series(1, 3000000)`.execute(trx));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });
});

describe('trap 5: after disk-full the next query never returns', () => {
  it('stops writing, and goes on reading, when little space is left', async () => {
    let free = 10 ** 12;
    const database = await start({ measureFreeBytes: async () => free });
    free = 1_000_000;
    const write = await database.write((trx) => sql`DELETE FROM reference_item`.execute(trx));
    expect(write).toMatchObject({ ok: false, error: { code: 'POSTGRES_DISK_FULL' } });
    expect(await database.read((trx) => sql`SELECT 1`.execute(trx))).toMatchObject({ ok: true });
  });

  it('does not start on a full disk', async () => {
    const refused = await openEmbedded({ folder, measureFreeBytes: async () => 1_000_000 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'POSTGRES_DISK_FULL' } });
  });

  it('ends an engine that does not answer, rejects what waits, says so once, and can be opened again', async () => {
    const database = await start({ watchdogMs: 2_500 });
    const failures: string[] = [];
    database.onFailure((reason) => failures.push(reason.message));
    const endless = await database.read((trx) =>
      sql`SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b`.execute(trx),
    );
    expect(endless).toMatchObject({ ok: false, error: { code: 'POSTGRES_STOPPED' } });
    expect(await database.read((trx) => sql`SELECT 1`.execute(trx))).toMatchObject({
      ok: false,
      error: { code: 'POSTGRES_STOPPED' },
    });
    expect(failures).toHaveLength(1);
    await database.close();
    open.pop();
    const again = await start();
    expect(await again.read((trx) => sql`SELECT 1`.execute(trx))).toMatchObject({ ok: true });
  });
});

describe('the data folder', () => {
  it('is created when absent, parents included', async () => {
    folder = path.join(folder, 'a', 'b');
    await start();
    expect(existsSync(path.join(folder, 'database', 'PG_VERSION'))).toBe(true);
  });

  it('is refused, with a sentence and unchanged, when another PostgreSQL made it', async () => {
    rmSync(path.join(folder, 'database'), { recursive: true });
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '17\n');
    const refused = await openEmbedded({ folder });
    expect(refused).toMatchObject({ ok: false, error: { code: 'POSTGRES_DIRECTORY_OTHER_VERSION' } });
    expect(refused.ok ? '' : refused.error.message).toMatch(/made by PostgreSQL 17.*Nothing was changed/);
  });

  it('is refused when it holds something else', async () => {
    rmSync(path.join(folder, 'database'), { recursive: true });
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'database', 'thesis.docx'), 'mine');
    expect(await openEmbedded({ folder })).toMatchObject({
      ok: false,
      error: { code: 'POSTGRES_DIRECTORY_NOT_A_DATABASE' },
    });
    expect(readFileSync(path.join(folder, 'database', 'thesis.docx'), 'utf8')).toBe('mine');
  });

  it('is refused when a file stands in its place', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await openEmbedded({ folder: file })).toMatchObject({
      ok: false,
      error: { code: 'POSTGRES_DIRECTORY_NOT_WRITABLE' },
    });
  });

  it('is begun again when the first start was killed half-way', async () => {
    rmSync(path.join(folder, 'database'), { recursive: true });
    mkdirSync(path.join(folder, 'database'));
    writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '18\n');
    writeFileSync(path.join(folder, 'database.unfinished'), '');
    const database = await start();
    expect(await database.read((trx) => sql`SELECT 1`.execute(trx))).toMatchObject({ ok: true });
    expect(existsSync(path.join(folder, 'database.unfinished'))).toBe(false);
  });
});
