import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyDataFolder, startPostgres } from '@testamur/testing/postgres';
import { describe, expect, inject, it } from 'vitest';
import { killStore } from './kill-store.ts';

/** The short form of `npm run check -- kills`. */
describe('a process that is killed while it acts', () => {
  it('loses nothing that it acknowledged, on the embedded engine', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'testamur-killed-'));
    const database = { kind: 'embedded', folder: copyDataFolder(inject('preparedFolder'), folder) } as const;
    const survived = await killStore({ kills: 2, acts: 20, database });
    rmSync(folder, { recursive: true, force: true });
    expect(survived).toEqual({ acknowledged: expect.any(Number), lost: 0, faults: 0 });
    expect(survived.acknowledged).toBeGreaterThan(5);
  });

  it('loses nothing on PostgreSQL either, nor when the server dies with it', async () => {
    const server = await startPostgres();
    const database = { kind: 'server', url: server.url } as const;
    const survived = await killStore({ kills: 2, acts: 30, database, killServer: server.killAndRestart });
    await server.stop();
    expect(survived).toEqual({ acknowledged: expect.any(Number), lost: 0, faults: 0 });
    expect(survived.acknowledged).toBeGreaterThan(5);
  });
});
