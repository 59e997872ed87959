/** The product, killed at moments of chance while it acts: everything that was acknowledged is there after, every chain whole, the log the same. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSigner } from '@testamur/adapters/log';
import { type Database, type DatabaseOptions, openDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { openHaltSwitch, openPlatform, openPublicLog, type PublicLog } from '@testamur/server';
import { foundPlatform } from '@testamur/services/institutions';
import { makeRandom } from '@testamur/testing/faults';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { type Inspection, inspectStore } from './inspect-store.ts';

export type KillPlan = {
  readonly kills: number;
  /** Acts acknowledged before a kill, on the average. */
  readonly acts: number;
  readonly database: DatabaseOptions;
  /** Kills the server behind the database as well, every other time, and starts it again on what it left. */
  readonly killServer?: () => Promise<void>;
  readonly tell?: (words: string) => void;
};
export type KillsSurvived = {
  readonly acknowledged: number;
  readonly lost: number;
  /** Of the chains of audit and of the log. */
  readonly faults: number;
};

const SEED = 20_261_122;

export async function killStore(plan: KillPlan): Promise<KillsSurvived> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-kills-'));
  const keyFile = path.join(folder, 'log.key');
  const { secret } = expectOk(createSigner('example.org/log'), 'a good name');
  writeFileSync(keyFile, secret, { mode: 0o600 });
  const logFolder = path.join(folder, 'log');
  const log = expectOk(openPublicLog({ logKey: secret, logFolder }), 'a good key') as PublicLog;
  const organisation = await found(plan.database, `${logFolder}.halt`);
  const random = makeRandom(SEED);
  const inspection: Inspection = { organisation, log, ends: new Map() };
  let [acknowledged, lost, faults] = [0, 0, 0];
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const words = [JSON.stringify(plan.database), organisation, logFolder, keyFile];
    const said = await actUntil(words, {
      acts: 1 + random(2 * plan.acts),
      jitter: random(15),
      killServer: kill % 2 === 0 ? plan.killServer : undefined,
    });
    const seen = await withDatabase(plan.database, (database) => inspectStore(database, said, inspection));
    acknowledged += said.length;
    lost += seen.lost;
    faults += seen.faults.length;
    for (const fault of seen.faults) plan.tell?.(fault);
    if (kill % 10 === 0)
      plan.tell?.(`${kill} kills, ${acknowledged} acknowledged, ${lost} lost, ${faults} faults`);
  }
  rmSync(folder, { recursive: true, force: true });
  return { acknowledged, lost, faults };
}

type Moment = {
  readonly acts: number;
  readonly jitter: number;
  readonly killServer: (() => Promise<void>) | undefined;
};

/** What the process said whole before it was killed. */
async function actUntil(
  words: readonly string[],
  { acts, jitter, killServer }: Moment,
): Promise<readonly string[]> {
  const script = path.join(import.meta.dirname, 'act-until-killed.ts');
  const args = ['--import', 'tsx', '--conditions=testamur-source', script, ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let lines = 0;
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const enough = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      const text = bytes.toString();
      said += text;
      lines += text.split('\n').length - 1;
      if (lines > acts) resolve();
    });
    void closed.then(resolve);
  });
  await enough;
  await new Promise((resolve) => setTimeout(resolve, jitter));
  await killServer?.();
  child.kill('SIGKILL');
  await closed;
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return whole.split('\n').slice(1, -1);
}

async function found(options: DatabaseOptions, haltFile: string): Promise<string> {
  return withDatabase(options, async (database) => {
    const request = { actor: { kind: 'console' }, at: new Date().toISOString(), site: 'check' } as const;
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const platform = openPlatform(database, openHaltSwitch(database, haltFile));
    const made = await foundPlatform(platform, request, { name: 'Testamur', expiresAt });
    return expectOk(made, 'there is none yet').organisation;
  });
}

/** Looks, and founds the house of the operators; those who act have keys of their own. */
const KEYS = makePersonKeys();

async function withDatabase<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = expectOk(
    await openDatabase({ ...options, personKeys: KEYS }),
    'the one who held it is dead',
  );
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
