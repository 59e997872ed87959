/** docs/packs.md against the packs; scores are read from the last run, not measured here. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realPacks } from '@testamur/testing/real-law';
import { afterAll, describe, expect, it } from 'vitest';
import { packRows, showPackTable } from './pack-table.ts';
import { readMutation, recordMutation } from './record-mutation.ts';

const root = path.resolve(import.meta.dirname, '../../packs');
const set = realPacks();
const own = mkdtempSync(path.join(tmpdir(), 'testamur-table-'));
afterAll(() => rmSync(own, { recursive: true, force: true }));

it('the page of packs is what the packs say', () => {
  const page = readFileSync(path.join(root, '../docs/packs.md'), 'utf8');
  expect(page, 'Write it anew: npm run -s packs -- table > docs/packs.md').toBe(
    showPackTable(packRows(set, readMutation(root))),
  );
});

describe('scores', () => {
  const report = (pack: string, score: number) => ({
    ...{
      pack,
      score,
      mutants: 10,
      killed: 9,
      equivalent: 0,
      provedEqual: 0,
      survivors: [],
      wrongClaims: [],
      judges: 1,
    },
  });
  const packsFolder = path.join(own, 'packs');
  it('are kept with the day and the hash of the law they are of; other packs keep theirs', () => {
    recordMutation(packsFolder, set, [report('ke', 0.9), report('gb', 1)], '2026-11-01');
    recordMutation(packsFolder, set, [report('ke', 0.95)], '2026-11-22');
    expect(readMutation(packsFolder)).toEqual({
      gb: { mutants: 10, score: 1, on: '2026-11-01', hash: set.hashes.get('gb') },
      ke: { mutants: 10, score: 0.95, on: '2026-11-22', hash: set.hashes.get('ke') },
    });
  });
  it('of an earlier law are marked, and where there is none none is made up', () => {
    const records = { ke: { mutants: 10, score: 0.95, on: '2026-11-22', hash: 'sha256:old' } };
    const rows = packRows(set, records);
    expect(rows.find(({ pack }) => pack === 'ke')?.mutation).toEqual({
      score: 0.95,
      on: '2026-11-22',
      stale: true,
    });
    expect(rows.find(({ pack }) => pack === 'gb')?.mutation).toBeUndefined();
    expect(showPackTable(rows)).toMatch(/`ke` .* 95\.0 %\\\* \(2026-11-22\)/);
    expect(showPackTable(rows)).toMatch(/`gb` .* not measured /);
  });
  it('of a pack that is gone go', () => {
    recordMutation(
      packsFolder,
      { ...set, suites: new Map([['gb', set.suites.get('gb')]]) as typeof set.suites },
      [],
      '2026-11-22',
    );
    expect(Object.keys(readMutation(packsFolder))).toEqual(['gb']);
  });
});
