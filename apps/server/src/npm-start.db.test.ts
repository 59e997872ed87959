import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyDataFolder } from '@testamur/testing/postgres';
import { afterAll, describe, expect, inject, it } from 'vitest';

const base = mkdtempSync(path.join(tmpdir(), 'testamur-start-'));
const root = path.resolve(import.meta.dirname, '../../..');

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('npm start', () => {
  it('serves what was built, and ends with its server when npm is told to end', async () => {
    const folder = copyDataFolder(inject('preparedFolder'), path.join(base, 'data'));
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', TESTAMUR_DATA: folder, PORT: '0', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      npm.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const address = /Testamur is ready: (\S+)/.exec(said)?.[1];
        if (address) resolve(address);
      });
      npm.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
    });
    expect((await fetch(url)).status).toBe(200);
    const ended = new Promise((resolve) => npm.once('close', resolve));
    npm.kill('SIGTERM');
    await ended;
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  });
});
