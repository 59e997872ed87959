import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@testamur/adapters/postgres';
import { haltAtMachine } from '@testamur/services/operating';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { startThree, type Three } from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { succeed } from '../../../adapters/postgres/contract/engines.fixture.ts';
import {
  CONSOLE,
  newPlatformHouse,
  platformOn,
} from '../../../adapters/postgres/contract/platform.fixture.ts';

describe('two web processes and a worker on one new PostgreSQL', () => {
  let three: Three;
  beforeAll(async () => {
    three = await startThree({ DRAIN_SECONDS: '1' });
  });
  afterAll(() => three?.stop());

  const operationsOf = (said: string) => /operators: (\S+)\/metrics/.exec(said)?.[1] ?? '';
  const all = () => [...three.webs, three.worker].map((product) => operationsOf(product.said()));
  type Report = { status: string; role: string; halted?: unknown };
  const readiness = async (url: string) => (await (await fetch(`${url}/health/ready`)).json()) as Report;

  it('are all ready, started at the same time, and say their role', async () => {
    const reports = await Promise.all(all().map(readiness));
    expect(reports.map(({ status, role }) => `${role} ${status}`)).toEqual([
      'web ready',
      'web ready',
      'worker ready',
    ]);
    expect(await (await fetch(`${three.url}/api/health/ready`)).json()).toMatchObject({
      status: 'ready',
      engine: 'server',
      dependencies: [{ name: 'database', status: 'up' }],
    });
  });

  it('give metrics to operators, on a listener of their own', async () => {
    await fetch(`${three.url}/rules/unknown`);
    const texts = await Promise.all(all().map(async (url) => (await fetch(`${url}/metrics`)).text()));
    for (const text of texts) {
      expect(text).toMatch(/testamur_dependency_up\{name="database".*\} 1/);
      expect(text).toMatch(/testamur_db_connections\{state="used"/);
    }
    expect(texts.slice(0, 2).join('')).toMatch(/http_route="page \/.*unknown/);
    expect((await fetch(`${three.url}/metrics`)).status).toBe(404);
  });

  it('all know of a halt within a second', async () => {
    const database = await succeed(
      openDatabase({ kind: 'server', url: three.databaseUrl, connections: 2, personKeys: makePersonKeys() }),
    );
    const platform = platformOn(database);
    await newPlatformHouse(platform);
    const at = new Date().toISOString();
    await succeed(
      haltAtMachine(platform, { ...CONSOLE, at }, { scope: 'issuing', reason: 'a wrong clause' }),
    );
    const began = performance.now();
    const reports = await Promise.all(all().map(readiness));
    expect(performance.now() - began).toBeLessThan(1_000);
    for (const report of reports) expect(report.halted).toEqual({ scope: 'issuing', since: at });
    await database.close();
  });

  it('drain: one that is told to end says so first, answers on, and ends with code 0 while the other goes on', async () => {
    const [one, two] = three.webs;
    if (!one || !two) throw new Error('There are two.');
    const ended = one.stop();
    await wait(300);
    const draining = await fetch(`${one.url}/api/health/ready`);
    expect(draining.status).toBe(503);
    expect(await draining.json()).toMatchObject({ code: 'SERVER_STOPPING' });
    expect((await fetch(`${one.url}/api/health/live`)).status).toBe(200);
    expect(await ended).toBe(0);
    expect((await fetch(`${two.url}/api/health/ready`)).status).toBe(200);
  });
});
