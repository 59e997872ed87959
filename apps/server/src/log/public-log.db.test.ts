import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LOG_SCHEMAS, ProblemSchema } from '@testamur/adapters/http';
import { createSigner, mirrorLog, nodeFiles, type ReadFiles, readCheckpoint } from '@testamur/adapters/log';
import { type Database, openDatabase, type PlatformStores } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { verifyLogProof } from '@testamur/engines/transparency';
import type { Platform, Request } from '@testamur/services/authorising';
import { foundPlatform } from '@testamur/services/institutions';
import { publishPacks } from '@testamur/services/publishing';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { copyDataFolder } from '@testamur/testing/postgres';
import Fastify, { type FastifyInstance } from 'fastify';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { servePublicLog } from '../api/public-log.ts';
import { openHaltSwitch } from '../halting/halt-switch.ts';
import { openPlatform } from '../open-platform.ts';
import { openPublicLog, type PublicLog } from './open-public-log.ts';
import { serveLog } from './serve-log.ts';
import { type TakingLeaves, takeInTurns } from './take-in-turns.ts';

const AT = '2026-11-22T12:00:00.000Z';
const base = mkdtempSync(path.join(tmpdir(), 'testamur-public-log-'));
const { secret } = expectOk(createSigner('example.org/log'), 'a good name');

describe('the public log of a server', () => {
  let database: Database;
  let platform: Platform<PlatformStores>;
  let log: PublicLog;
  let taking: TakingLeaves;
  let app: FastifyInstance;
  let atConsole: Request;

  beforeAll(async () => {
    const folder = copyDataFolder(inject('preparedFolder'), path.join(base, 'data'));
    database = expectOk(
      await openDatabase({ kind: 'embedded', folder, personKeys: makePersonKeys() }),
      'a prepared folder',
    );
    platform = openPlatform(database, openHaltSwitch(database, path.join(base, 'halt.json')));
    log = openLogAt('log');
    taking = begin(log);
    app = Fastify();
    for (const schema of [...LOG_SCHEMAS, ProblemSchema]) app.addSchema(schema);
    servePublicLog(app, { platform, log, now: () => Date.parse(AT) });
    await app.register(async (scope) => serveLog(scope, log), { prefix: '/log' });
    const request: Request = { actor: { kind: 'console' }, at: AT, site: 'console' };
    const founded = { name: 'Testamur', expiresAt: '2026-12-01T00:00:00.000Z' };
    const { organisation } = expectOk(await foundPlatform(platform, request, founded), 'there is none yet');
    atConsole = { ...request, organisation };
  });
  afterAll(async () => {
    await taking?.stop();
    await app?.close();
    await database?.close();
    rmSync(base, { recursive: true, force: true });
  });

  const openLogAt = (name: string): PublicLog => {
    const opened = openPublicLog({ logKey: secret, logFolder: path.join(base, name) });
    return expectOk(opened, 'a good key') as PublicLog;
  };
  const begin = (at: PublicLog) => takeInTurns({ database, log: at, tell: () => {}, every: 0 });

  async function publish(times: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const given = {
        ruleBase: `sha256:${'a'.repeat(64)}`,
        publishedOn: '2026-11-22',
        packs: [{ pack: 'gb', version: `1.0.${n}`, sha256: 'b'.repeat(64) }],
      };
      ids.push(expectOk(await publishPacks(platform, atConsole, given), 'the console may').leafId);
    }
    return ids;
  }
  /** Leaves that no act made, for a log of some size. */
  const fill = async (times: number) =>
    expectOk(
      await look(`INSERT INTO log_leaves (organisation_id, leaf_id, act, recorded_at, entry)
        SELECT '${atConsole.organisation}', gen_random_uuid(), 'test', '${AT}', '{"n":' || n || '}'
        FROM generate_series(1, ${times}) AS n`),
      'the embedded engine lets whoever opens it write',
    );
  const look = (statement: string) =>
    database.write(async (trx) => {
      await trx.executeQuery(CompiledQuery.raw(statement, []));
    });
  const rootOf = async (at: PublicLog) => {
    const { size, root } = expectOk(await readCheckpoint(at.files, at.trust), 'a log');
    return { size, root: Buffer.from(root).toString('hex') };
  };
  /** Reads as a mirror does that has nothing but the address. */
  const overHttp: ReadFiles = {
    read: async (file) => {
      const answer = await app.inject(`/log/${file}`);
      return answer.statusCode === 200 ? new Uint8Array(answer.rawPayload) : undefined;
    },
    list: async () => [],
  };

  it('says that an act waits until the log has taken it in, then proves it to whoever has only the key', async () => {
    const [leaf = ''] = await publish(1);
    expect((await app.inject(`/log/proofs/${leaf}`)).json()).toMatchObject({ code: 'HTTP_STILL_WORKING' });
    expect(expectOk(await taking.turn(), 'the folder is free')).toBe(1);
    const { proof, entry } = (await app.inject(`/log/proofs/${leaf}`)).json() as {
      proof: string;
      entry: string;
    };
    const bytes = new Uint8Array(Buffer.from(entry, 'base64'));
    expect(verifyLogProof(proof, bytes, log.trust)).toMatchObject({ ok: true });
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      leaf,
      act: 'publishing.publish-packs',
    });
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(verifyLogProof(proof, bytes, log.trust)).toMatchObject({ ok: false });
  });

  it('is served so that a mirror that believes nothing can copy it, checkpoint fresh, full tiles for good', async () => {
    await fill(256);
    await publish(2);
    expectOk(await taking.turn(), 'the folder is free');
    const copy = nodeFiles(path.join(base, 'mirror'));
    const { size } = await rootOf(log);
    expect(size).toBeGreaterThan(256);
    expect(await mirrorLog(overHttp, copy, log.trust)).toMatchObject({ ok: true, value: { from: 0, size } });
    expect((await app.inject('/log/checkpoint')).headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect((await app.inject('/log/tile/0/000')).headers['cache-control']).toContain('immutable');
    const partial = await app.inject(`/log/tile/0/001.p/${size - 256}`);
    expect(partial.rawPayload.length).toBe((size - 256) * 32);
    expect(partial.headers['cache-control']).not.toContain('immutable');
  });

  it.each([
    '/log/tile/0/../../.writer/journal',
    '/log/.writer/lock',
    '/log/tile/0/0',
    '/log/tile/0/000.p/256',
  ])('serves nothing but its files: %s', async (address) => {
    expect((await app.inject(address)).statusCode).toBe(404);
  });

  it('lists the newest leaves and how it has grown', async () => {
    const { size } = await rootOf(log);
    const shown = (await app.inject('/log?limit=2')).json() as Record<string, unknown>;
    expect(shown).toMatchObject({ origin: 'example.org/log', size, growth: [{ on: '2026-11-22', size }] });
    expect((shown['leaves'] as { index: number }[]).map((leaf) => leaf.index)).toEqual([size - 1, size - 2]);
  });

  it('is made again from the database, tree and all, when its folder is lost', async () => {
    const again = openLogAt('again');
    const other = begin(again);
    await publish(3);
    expectOk(await taking.turn(), 'it has the lease');
    expectOk(await other.turn(), 'a folder of its own');
    await other.stop();
    expect(await rootOf(again)).toEqual(await rootOf(log));
  });

  it('adds nothing when the database was restored from before what the log promised', async () => {
    await publish(1);
    expectOk(await taking.turn(), 'the folder is its own');
    const before = await rootOf(log);
    expectOk(await look('DELETE FROM log_positions WHERE position > 250'), 'an older state');
    expect(await taking.turn()).toMatchObject({ ok: false, error: { code: 'PUBLISHING_LOG_AHEAD' } });
    expect(await rootOf(log)).toEqual(before);
  });
});
