/** The packs that ship: whole, sound, and pinned down by their cases. */
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { type Dossier, dossierSchema, validateDossier } from '@testamur/engines/recognition';
import { realPacks } from '@testamur/testing/real-law';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { lintFaults } from './lint-faults.ts';
import { mutatePacks } from './mutate-packs.ts';
import { testPacks } from './test-packs.ts';

const set = realPacks();
/** The day on which this law was read; what becomes stale later is told by `packs lint`, not by a test. */
const READ_ON = expectOk(parseDay('2026-11-22'), 'a day');

it('are read without a fault', () => {
  expect(set.problems).toEqual([]);
  expect(set.packs.length).toBeGreaterThanOrEqual(15);
});

it('lint has no error', () => {
  const errors = lintFaults(set, { today: READ_ON }).filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`),
  ).toEqual([]);
});

it('every case and every story holds', () => {
  const failures = testPacks(set).flatMap((test) => test.failures);
  expect(failures.map(({ file, line, name, problems }) => `${file}:${line} ${name}: ${problems[0]}`)).toEqual(
    [],
  );
});

/** The whole of the mutants is run by `packs mutate`; here a sample that its seed decides. */
it.each(set.packs.map(({ pack }) => pack))(
  'the cases of %s notice at least nine of ten mutants in a sample',
  (pack) => {
    const [report] = [...mutatePacks(set, [pack], { sample: 25, seed: 1 })];
    const suite = set.suites.get(pack);
    expect(report?.judges).toBe((suite?.cases.length ?? 0) + (suite?.stories.length ?? 0));
    expect(report?.mutants).toBe(25);
    expect(report?.wrongClaims).toEqual([]);
    expect(report?.score).toBeGreaterThanOrEqual(0.9);
  },
);

describe('the published schema of a dossier', () => {
  const schema = Compile(dossierSchema(set.vocabulary));
  const context = { vocabulary: set.vocabulary, schools: () => ({ country: 'XX' }), today: READ_ON };
  const dossiers = [...set.suites.values()].flatMap(({ stories }) =>
    stories.map(({ value }) => value.dossier),
  );

  it('accepts every dossier of the stories, as validation does', () => {
    expect(dossiers.length).toBeGreaterThan(30);
    for (const dossier of dossiers) {
      expect(schema.Check(dossier)).toBe(true);
      expect(validateDossier(dossier, context)).toMatchObject({ ok: true });
    }
  });

  /** Each a dossier of a story with one thing wrong in a list, its degree or its person. */
  const faults: readonly (readonly [string, (dossier: Dossier) => unknown])[] = [
    ['a section nobody knows', (dossier) => ({ ...dossier, hobbies: {} })],
    [
      'a fact nobody knows',
      (dossier) => ({ ...dossier, person: { ...(dossier['person'] as object), shoeSize: 44 } }),
    ],
    [
      'a fact of another type',
      (dossier) => ({ ...dossier, person: { ...(dossier['person'] as object), birthDate: 1990 } }),
    ],
    [
      'a code nobody knows',
      (dossier) => ({ ...dossier, person: { ...(dossier['person'] as object), citizenships: ['Atlantis'] } }),
    ],
    ['an entry without an id', (dossier) => ({ ...dossier, exams: { entries: [{ exam: 'gb.plab1' }] } })],
    ['a list that is no list', (dossier) => ({ ...dossier, exams: { entries: {} } })],
    ['a word beside the entries', (dossier) => ({ ...dossier, exams: { entries: [], finished: true } })],
    ['completeness for no code', (dossier) => ({ ...dossier, exams: { completeFor: ['none'] } })],
    ['a number out of its range', (dossier) => ({ ...dossier, qualifications: [{ id: 'md', years: -3 }] })],
    [
      'a school without a country',
      (dossier) => ({ ...dossier, qualifications: [{ id: 'md', school: { name: 'X' } }] }),
    ],
    ['a kind of evidence nobody knows', (dossier) => ({ ...dossier, exams: { evidence: 'rumour' } })],
    ['a plan for something else', (dossier) => ({ ...dossier, planned: { weddingOn: '2027' } })],
    ['another form of dossier', (dossier) => ({ ...dossier, schema: 'testamur/dossier/9' })],
    ['what is computed', (dossier) => ({ ...dossier, application: { on: '2027-01-01' } })],
    ['a list in the place of a dossier', (dossier) => [dossier]],
  ];
  it.each(faults)('refuses %s, as validation does', (_name, spoil) => {
    const [dossier] = dossiers;
    const spoilt = spoil(dossier ?? {});
    expect(schema.Check(spoilt)).toBe(false);
    expect(validateDossier(spoilt, context).ok).toBe(false);
  });

  const allowed: readonly (readonly [string, object])[] = [
    ['nothing at all', {}],
    [
      'I do not know, in three ways',
      { person: { birthDate: 'unknown', citizenships: null }, qualifications: [{ id: 'md' }] },
    ],
    [
      'a partial date and a span',
      { qualifications: [{ id: 'md', enrolledOn: '2010-09', graduatedOn: { from: '2016', to: '2017' } }] },
    ],
    [
      'a school described by hand',
      { qualifications: [{ id: 'md', school: { name: 'X', country: 'FR', city: 'Y', from: '1900' } }] },
    ],
    ['none of one examination', { exams: { completeFor: ['gb.plab1'] } }],
  ];
  it.each(allowed)('accepts %s, as validation does', (_name, dossier) => {
    expect(schema.Check(dossier)).toBe(true);
    expect(validateDossier(dossier, context)).toMatchObject({ ok: true });
  });
});
