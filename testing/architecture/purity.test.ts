import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What the type check cannot forbid, because the language itself has it. Time, chance and text of a locale come in as arguments. */
const impure: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/],
  ['chance', /\bMath\.random\b|\bcrypto\.(getRandomValues|randomUUID)\b/],
  ['the environment', /\bprocess\.|\bglobalThis\b/],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ['a timer', /\bset(Timeout|Interval|Immediate)\(/],
  ['the console', /\bconsole\./],
  ['code made from text', /\beval\(|\bnew Function\(/],
];

function sourcesOf(floor: string): string[] {
  return readdirSync(path.join(root, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|test-d|fixture)\.ts$/.test(file))
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
    .map((file) => path.join(floor, file));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}

const sources = [...sourcesOf('engines'), ...sourcesOf('services')];

describe('engines and services', () => {
  it('are found by this test', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(impure)('do not touch %s', (_name, pattern) => {
    const touching = sources.filter((file) =>
      pattern.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))),
    );
    expect(touching).toEqual([]);
  });
});

describe('every floor', () => {
  const all = [...sources, ...sourcesOf('adapters'), ...sourcesOf('apps/server'), ...sourcesOf('apps/cli')];

  it('imports without climbing three folders', () => {
    const climbing = all.filter((file) =>
      /from '(\.\.\/){3}/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(climbing).toEqual([]);
  });

  it('has a README in every room', () => {
    const rooms = ['engines', 'services', 'adapters'].flatMap((floor) =>
      readdirSync(path.join(root, floor), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['node_modules', 'dist', 'build'].includes(entry.name))
        .map((entry) => path.join(floor, entry.name)),
    );
    const bare = rooms.filter((room) => !readdirSync(path.join(root, room)).includes('README.md'));
    expect(bare).toEqual([]);
  });
});
