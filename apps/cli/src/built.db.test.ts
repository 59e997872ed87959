/** The command as it is installed: the built file, its exit codes, pipes, and the server that it starts. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const PROGRAM = path.resolve(import.meta.dirname, '../bin/testamur.js');
const SAMPLES = path.resolve(import.meta.dirname, '../../../packs/samples');
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function testamur(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { ...process.env, NODE_OPTIONS: '', ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

describe('the built command', () => {
  it('assesses a sample on the law that ships', async () => {
    const { code, out, err } = await testamur([
      'assess',
      path.join(SAMPLES, 'fresh-graduate.yaml'),
      '--json',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { authorities } = JSON.parse(out) as { authorities: readonly { pack: string; status?: string }[] };
    expect(authorities.find(({ pack }) => pack === 'de')?.status).toBe('open');
  });
  it('reads standard input and answers 2 for what must be corrected', async () => {
    expect(await testamur(['assess', '-'], '{"persn":{}}')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean person?'),
    });
  });
  it('stops reading ten megabytes early', async () => {
    expect(await testamur(['assess', '-'], 'x'.repeat(10_000_000))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('larger than'),
    });
  });
  it('paints only for a terminal or when told to', async () => {
    const sample = path.join(SAMPLES, 'resident.yaml');
    expect((await testamur(['assess', sample, '--jurisdiction', 'gb'])).out).not.toContain('\u001b');
    expect(
      (await testamur(['assess', sample, '--jurisdiction', 'gb'], '', { FORCE_COLOR: '1' })).out,
    ).toContain('\u001b');
    expect(
      (await testamur(['assess', sample, '--jurisdiction', 'gb'], '', { FORCE_COLOR: '1', NO_COLOR: '1' }))
        .out,
    ).not.toContain('\u001b');
  });
  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(
      process.execPath,
      [PROGRAM, 'assess', path.join(SAMPLES, 'resident.yaml'), '--all-routes'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
  it('checks packs and says how they are', async () => {
    expect(await testamur(['packs', 'test', 'ke'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ke: \d+ passed, 0 failed/),
    });
    expect(JSON.parse((await testamur(['packs', 'show', 'ke', '--json'])).out)).toMatchObject({
      packs: [{ pack: 'ke', cases: expect.any(Number) }],
    });
    expect(await testamur(['packs', 'test', 'zz'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no pack for "zz"'),
    });
  });
});

describe('testamur serve', () => {
  it('serves until a signal ends it, and refuses a taken port with a sentence', async () => {
    const server = spawn(
      process.execPath,
      [PROGRAM, 'serve', '--port', '0', '--data', path.join(folder, 'data')],
      { env: { ...process.env, DATABASE_URL: '', NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const url = await readyAt(server);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    const second = await testamur(
      ['serve', '--port', new URL(url).port, '--data', path.join(folder, 'other')],
      '',
      { DATABASE_URL: '' },
    );
    expect(second).toMatchObject({ code: 3, out: '' });
    expect(second.err).toContain(new URL(url).port);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
  it('refuses a port that is none', async () => {
    expect(await testamur(['serve', '--port', 'many'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('PORT'),
    });
  });
});

function readyAt(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const url = /Testamur is ready: (\S+?)\/?\n/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    server.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready: ${said}`)));
  });
}
