import { describe, expect, it } from 'vitest';
import type { ChangelogEntry } from '../language/suite.ts';
import { pack } from '../small-law.fixture.ts';
import { lintOf, NO_SUITE, said } from './lint.fixture.ts';

const law = pack([], { version: '2026.01.01' });
const lint = (...entries: readonly ChangelogEntry[]): readonly string[] =>
  said(
    lintOf(law, {
      suite: {
        ...NO_SUITE,
        changelog: entries.map((value, index) => ({ value, origin: { file: 'c.yaml', at: [index] } })),
      },
      today: '2026-01-02',
    }),
    'LINT_CHANGELOG',
  );
const entry = (version: string, more: Partial<ChangelogEntry> = {}): ChangelogEntry => ({
  version,
  on: version.replaceAll('.', '-'),
  words: 'What is new.',
  ...more,
});

describe('the changelog of a pack', () => {
  it('tells of the version that ships', () => expect(lint(entry('2026.01.01'))).toEqual([]));
  it('is missed where it is absent', () => expect(lint()).toEqual(['LINT_CHANGELOG pack:xx/version']));
  it('is missed where it tells of older versions only', () =>
    expect(lint(entry('2025.12.01'))).toEqual(['LINT_CHANGELOG pack:xx/version']));
  it.each<[string, readonly ChangelogEntry[], string]>([
    ['the same version twice', [entry('2026.01.01'), entry('2026.01.01')], 'c.yaml#1/version'],
    [
      'the oldest first',
      [entry('2025.12.01', { on: '2026-01-01' }), entry('2026.01.01')],
      'c.yaml#1/version',
    ],
    ['a version that is not out', [entry('2026.01.02'), entry('2026.01.01')], 'c.yaml#0/version'],
    ['a day to come', [entry('2026.01.01', { on: '2026-01-03' })], 'c.yaml#0/on'],
    [
      'an older version published later',
      [entry('2026.01.01'), entry('2025.12.01', { on: '2026-01-02' })],
      'c.yaml#1/on',
    ],
  ])('does not hold %s', (_name, entries, place) =>
    expect(lint(...entries)).toEqual([`LINT_CHANGELOG changelog:${place}`]),
  );
});
