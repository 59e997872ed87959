import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readText } from './sources.ts';

type Row = Readonly<Record<'id' | 'level' | 'asks' | 'state' | 'reason' | 'evidence', string>>;

/** RFC 4180, as far as our own file needs it. */
function readRows(text: string): readonly Row[] {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
      return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    });
  const [head = [], ...rows] = lines;
  return rows.map(
    (cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])) as Row,
  );
}

const rows = readRows(readText('security/asvs.csv'));
const evidenceOf = ({ evidence }: Row) =>
  evidence === '' ? [] : evidence.split(' ; ').map((one) => one.split(' › ') as [file: string, name: string]);

describe('security/asvs.csv', () => {
  it('has the 253 requirements of levels 1 and 2 of ASVS 5.0.0, each once, chapter by chapter', () => {
    expect(rows).toHaveLength(253);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(253);
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
    const chapters = new Map<string, number>();
    for (const { id } of rows) {
      const chapter = id.split('.')[0] ?? '';
      chapters.set(chapter, (chapters.get(chapter) ?? 0) + 1);
    }
    expect([...chapters.values()]).toEqual([27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]);
  });

  it('says of each whether it holds, is planned or does not apply, and why where it does not hold', () => {
    for (const row of rows) {
      expect([row.id, row.state]).toEqual([
        row.id,
        expect.stringMatching(/^(holds|planned|not-applicable)$/),
      ]);
      expect([row.id, row.asks]).toEqual([row.id, expect.stringMatching(/\S/)]);
      if (row.state !== 'holds') expect([row.id, row.reason]).toEqual([row.id, expect.stringMatching(/\S/)]);
    }
  });

  it('holds nothing without evidence, and every evidence is a test that is there', () => {
    const lost: string[] = [];
    for (const row of rows) {
      const evidence = evidenceOf(row);
      if (row.state === 'holds' && evidence.length === 0) lost.push(`${row.id} has none`);
      for (const [file, name] of evidence) if (!isTest(file, name)) lost.push(`${row.id}: ${file} › ${name}`);
    }
    expect(lost).toEqual([]);
  });

  it('has at least 120 that hold', () => {
    expect(rows.filter(({ state }) => state === 'holds').length).toBeGreaterThanOrEqual(120);
  });
});

/** A test of that title, as it is written in its file: a form such as %s stands for all of its cases. */
function isTest(file: string, name: string): boolean {
  if (!/\.test\.ts$/.test(file) || !existsSync(path.join(ROOT, file))) return false;
  const text = readText(file);
  const literals = [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``];
  return literals.some((literal) => {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1))
      if (/(\bit(\.\w+)?|\)|\])\(\s*$/.test(text.slice(Math.max(0, at - 40), at))) return true;
    return false;
  });
}
