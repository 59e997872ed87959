/**
 * Acts on the database given until it is killed, and says the id of what each act made once it is acknowledged: `p` a person with her tenant,
 * `l` a leaf of the public log, which it takes into the log at the same time.
 */
import { readFileSync, writeSync } from 'node:fs';
import { type DatabaseOptions, openDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { openHaltSwitch, openPlatform, openPublicLog, takeInTurns } from '@testamur/server';
import type { Request } from '@testamur/services/authorising';
import { registerPerson } from '@testamur/services/people';
import { publishPacks } from '@testamur/services/publishing';
import { shareKeys } from '@testamur/testing/person-keys';

const [given = '', organisation = '', logFolder = '', keyFile = ''] = process.argv.slice(2);
const database = expectOk(
  await openDatabase({
    ...(JSON.parse(given) as DatabaseOptions),
    personKeys: shareKeys(`${logFolder}.person-keys`),
  }),
  'nobody else holds it',
);
const platform = openPlatform(database, openHaltSwitch(database, `${logFolder}.halt`));
const log = expectOk(
  openPublicLog({ logKey: readFileSync(keyFile, 'utf8'), logFolder }),
  'the key of the check',
);
if (log === undefined) throw new Error('There is no key.');
takeInTurns({ database, log, tell: () => {}, every: 25 });
writeSync(1, 'open\n');

const now = () => new Date().toISOString();

async function register(): Promise<string | undefined> {
  const request: Request = { actor: { kind: 'anonymous' }, at: now(), site: 'check' };
  const made = await registerPerson(platform, request, { displayName: 'Somebody', language: 'en' });
  return made.ok ? `p ${made.value.personId}` : undefined;
}

async function publish(): Promise<string | undefined> {
  const request: Request = { actor: { kind: 'console' }, organisation, at: now(), site: 'check' };
  const packs = [{ pack: 'gb', version: '1.0.0', sha256: 'b'.repeat(64) }];
  const given = { ruleBase: `sha256:${'a'.repeat(64)}`, publishedOn: '2026-11-22', packs };
  const made = await publishPacks(platform, request, given);
  return made.ok ? `l ${made.value.leafId}` : undefined;
}

/** Without a server to ask there is nothing to acknowledge: it waits to be killed. */
async function actOn(act: () => Promise<string | undefined>): Promise<never> {
  for (;;) {
    const done = await act().catch(() => undefined);
    if (done !== undefined) writeSync(1, `${done}\n`);
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
await Promise.all([actOn(publish), ...Array.from({ length: 5 }, () => actOn(register))]);
