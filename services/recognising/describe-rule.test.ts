import { expectOk, parseDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { pack, rule, version } from '../../engines/recognition/small-law.fixture.ts';
import { describeRule } from './describe-rule.ts';

const day = (text: string) => expectOk(parseDay(text), 'a day');
const when = { fact: 'person.a', equals: true } as const;
const cite = [{ source: 'act', locator: 'section 1', seen: '2026-01-10', grade: 'A' as const }];
const told = rule(
  'xx.a',
  version(when, { version: 'old', inForce: { from: '2000-01-01', to: '2020-01-01' }, cite }),
  version(when, { version: 'new', inForce: { from: '2020-01-01' }, cite }),
);
const land = pack([told], {
  sources: [
    { source: 'act', title: 'The Act', publisher: 'Parliament', lang: 'en', grade: 'A' },
    { source: 'page', title: 'A page', publisher: 'The Board', lang: 'en', grade: 'C' },
  ],
  routes: ['one', 'two'].map((route) => ({
    ...{
      route,
      title: route,
      for: 'Everybody',
      grants: 'full',
      cite: [],
      discretion: [],
      notes: [],
      finally: [],
    },
    scope: [],
    requirements: route === 'one' ? ['xx.a'] : [],
  })),
});

const on = (text: string, knownOn = '2026-11-22') =>
  describeRule(told, { pack: land, hash: 'sha256:0' }, { on: day(text), knownOn: day(knownOn) });

describe('a rule described', () => {
  it('names its sources and the routes that ask for it, and no other', () => {
    const { sources, askedBy, packHash } = on('2026-01-01');
    expect([sources.map(({ source }) => source), askedBy, packHash]).toEqual([['act'], ['one'], 'sha256:0']);
  });

  it.each([
    ['1999-12-31', 'notResearched', []],
    ['2000-01-01', 'known', ['old']],
    ['2019-12-31', 'known', ['old']],
    ['2020-01-01', 'known', ['new']],
  ])('has on %s the wording of that day: %s', (text, state, versions) => {
    expect(on(text).standing).toMatchObject({ on: text, state, versions });
  });

  it('says since when its wording is assumed unchanged', () => {
    expect(on('2026-01-10').standing).not.toHaveProperty('assumedUnchangedSince');
    expect(on('2026-01-11').standing).toMatchObject({ assumedUnchangedSince: '2026-01-10' });
  });

  it('has no wording before anything was known of it', () => {
    expect(on('2026-01-01', '1990-01-01').standing.state).toBe('notResearched');
  });
});
