import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHaltFile, removeHaltFile, writeHaltFile } from '../halting/halt-file.ts';
import { type Dependency, makeReadiness } from './readiness.ts';

const well: Dependency = { name: 'a', check: async () => undefined };
const ill: Dependency = { name: 'b', check: async () => ({ code: 'B_ILL', message: 'It is ill.' }) };
const broken: Dependency = { name: 'c', check: () => Promise.reject(new TypeError('K1234567')) };
const silent: Dependency = { name: 'd', check: () => new Promise(() => {}) };

describe('readiness', () => {
  it('is there when every dependency is well, and names each', async () => {
    expect(await makeReadiness([well]).report()).toEqual({
      status: 'ready',
      dependencies: [{ name: 'a', status: 'up' }],
    });
  });

  it.each([
    ['says why', ill, { code: 'B_ILL', message: 'It is ill.' }],
    ['fails, without quoting it', broken, { code: 'SERVER_CHECK_FAILED', message: 'TypeError' }],
    ['says nothing', silent, { code: 'SERVER_NO_ANSWER' }],
  ])('is not there when one of them %s', async (_name, dependency, says) => {
    const { status, dependencies } = await makeReadiness([well, dependency]).report();
    expect(status).toBe('not-ready');
    expect(dependencies[0]).toEqual({ name: 'a', status: 'up' });
    expect(dependencies[1]).toMatchObject({ name: dependency.name, status: 'down', ...says });
  });

  it('is gone for good once the process is about to end', async () => {
    const readiness = makeReadiness([well]);
    readiness.drain();
    expect((await readiness.report()).status).toBe('draining');
  });
});

describe('the file that halts this machine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-halt-'));
  const file = path.join(folder, 'halt.json');
  const halt = { scope: 'issuing', since: '2026-11-22T12:00:00.000Z', reason: 'a wrong clause' } as const;

  it('is read as it was written, and gone when removed', () => {
    expect(readHaltFile(file)).toBeUndefined();
    writeHaltFile(file, halt);
    expect(readHaltFile(file)).toEqual({ scope: 'issuing', since: halt.since });
    expect([removeHaltFile(file), removeHaltFile(file), readHaltFile(file)]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it.each([
    ['empty', ''],
    ['no JSON', 'stop!'],
    ['another scope', '{"scope":"all","since":"2026-11-22T12:00:00.000Z"}'],
    ['no instant', '{"scope":"issuing"}'],
  ])('halts everything that writes when it is %s', (_name, text) => {
    writeFileSync(file, text);
    expect(readHaltFile(file)).toMatchObject({ scope: 'writes' });
    rmSync(file);
  });
});
