import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedLike, readTokens } from './read-tokens.ts';

const SHEET = `/* --not: a token; */
:root {
  --ink: #111;
  --space-1: 0.25rem;
  --font: "A", serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; }
}`;

describe('the tokens of a style sheet', () => {
  it('are its own properties with both values; comments are none', () => {
    expect(readTokens(SHEET)).toEqual([
      { name: '--ink', light: '#111', dark: '#eee' },
      { name: '--space-1', light: '0.25rem' },
      { name: '--font', light: '"A", serif' },
    ]);
  });

  it('are found by how their names begin', () => {
    expect(namedLike(readTokens(SHEET), 'space-').map(({ name }) => name)).toEqual(['--space-1']);
  });

  it('of the portal: every colour of a status has a value for the dark', () => {
    const sheet = readFileSync(path.resolve(import.meta.dirname, '../ui/styles/tokens.css'), 'utf8');
    const statuses = namedLike(readTokens(sheet), 'open-', 'steps-', 'closed-', 'notsaid-', 'notresearched-');
    expect(statuses).toHaveLength(20);
    expect(statuses.filter(({ dark }) => dark === undefined)).toEqual([]);
  });
});
