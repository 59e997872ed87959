import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writePatch } from './write-patch.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-patch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILE = 'packs/jurisdictions/gb/rules/plab.yaml';

/** What git makes of the file. */
function applied(before: string, patch: string): string {
  const file = path.join(folder, FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, before);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: patch });
  return readFileSync(file, 'utf8');
}

const text = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', '', '  - c', '--- d', '+++ e', '@@ f', 'é'), { maxLength: 12 }),
    fc.boolean(),
  )
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''))
  .filter((made) => made !== '');

describe('a patch', () => {
  it('makes of the old text the new one, wherever they differ', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(applied(before, writePatch({ path: FILE, before, after }))).toBe(after);
      }),
      { numRuns: 60 },
    ));

  it('is nothing where nothing differs', () =>
    expect(writePatch({ path: FILE, before: 'a\n', after: 'a\n' })).toBe(''));

  it('is taken with words before it', () => {
    const patch = writePatch({ path: FILE, before: 'a\nb\n', after: 'a\nc\n' });
    expect(applied('a\nb\n', `Change of gb.plab.window\n\nSource: gmc, section 1\n\n${patch}`)).toBe(
      'a\nc\n',
    );
  });

  it('leaves lines between two changes as they are', () => {
    const patch = writePatch({ path: FILE, before: 'a\nb\nc\nd\n', after: 'x\nb\nc\ny\n' });
    expect(patch.split('\n').slice(4)).toEqual(['-a', '+x', ' b', ' c', '-d', '+y', '']);
  });

  it('holds three lines around the change, not the whole file', () => {
    const before = Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join('');
    const patch = writePatch({ path: FILE, before, after: before.replace('line 20\n', 'new\n') });
    expect(patch).toContain('@@ -18,7 +18,7 @@');
    expect(patch.split('\n').filter((line) => line.startsWith(' '))).toHaveLength(6);
  });
});
