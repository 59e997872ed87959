import { canonicalise, expectOk, hashOf, parseDay } from '@testamur/engines/kernel';
import type { LawBook } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { pack, rule, step, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import {
  assessDossier,
  makeLibrary,
  openLibrary,
  packLawFile,
  packRegistryFile,
  type RegistryFile,
  readQuestion,
  writeAssessment,
} from './index.ts';

const land = pack([rule('xx.a', version({ fact: 'person.a', equals: true }))], {
  routes: [
    {
      route: 'xx.route',
      title: 'A route',
      for: 'Everybody',
      grants: 'full',
      cite: [],
      scope: [],
      requirements: ['xx.a'],
      discretion: [],
      notes: [],
      finally: [],
    },
  ],
});
const book: LawBook = {
  vocabulary: VOCABULARY,
  commonSteps: [step('step.common.one')],
  packs: [land],
  hashes: new Map([[land.pack, expectOk(hashOf(land), 'a pack')]]),
};
const registry = {
  schema: 'testamur/registry/1',
  schools: [{ id: 'sch-xa-1', names: [{ text: 'Alpha' }], country: 'AA', campuses: [], successions: [] }],
  agencies: [],
  recognisers: [],
  decisions: [
    { agency: 'one', school: 'sch-xa-1', outcome: 'accredited', span: {}, cite: [] },
    { agency: 'two', school: 'sch-xa-1', outcome: 'refused', span: {}, cite: [] },
  ],
} as unknown as RegistryFile;

const NOTHING_BESIDE = { agreements: [], policies: [] };

/** As it arrives in a browser. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a library that has travelled', () => {
  const law = packLawFile(book, NOTHING_BESIDE);
  const library = openLibrary(sent(law), sent(registry));

  it('is the library that was sent', () => {
    expect(library.book).toEqual(book);
    expect(packRegistryFile(library.registry)).toEqual(registry);
    expect(library.registry.decisions.get('sch-xa-1')).toHaveLength(2);
  });

  it.each([
    [{ person: { a: true } }, 'open'],
    [{ person: { a: false } }, 'closed'],
    [{}, 'unknown'],
  ] as const)('judges %j: %s, and to the same byte as the one that stayed', (dossier, status) => {
    const on = expectOk(parseDay('2026-01-01'), 'a day');
    const request = { dossier, on, knownOn: on };
    const here = assessDossier(makeLibrary(book, openLibrary(law, registry).registry), request);
    const there = assessDossier(library, request);
    expect(here.authorities.map((authority) => authority.status)).toEqual([status]);
    expect(canonicalise(there)).toEqual(canonicalise(here));
  });

  it('judges the packs asked for and no other', () => {
    const on = expectOk(parseDay('2026-01-01'), 'a day');
    expect(assessDossier(library, { dossier: {}, on, knownOn: on, only: ['yy'] }).authorities).toEqual([]);
    expect(assessDossier(library, { dossier: {}, on, knownOn: on, only: ['xx'] }).authorities).toHaveLength(
      1,
    );
  });

  it('is not made from a pack without its hash', () => {
    expect(() => packLawFile({ ...book, hashes: new Map() }, NOTHING_BESIDE)).toThrow('xx');
  });
});

describe('a question', () => {
  const library = openLibrary(packLawFile(book, NOTHING_BESIDE), registry);
  const today = expectOk(parseDay('2026-11-22'), 'a day');
  const latest = expectOk(parseDay('2026-11-23'), 'a day');
  const ask = (question: Parameters<typeof readQuestion>[0]) =>
    readQuestion(question, { library, today, latest });

  it('takes today, all that is known and every pack where it says nothing', () => {
    expect(ask({ dossier: {} })).toEqual({ ok: true, value: { dossier: {}, on: today, knownOn: latest } });
  });

  it('takes the days and packs that it names', () => {
    const on = expectOk(parseDay('2026-02-28'), 'a day');
    const knownOn = expectOk(parseDay('2026-11-01'), 'a day');
    expect(
      ask({ dossier: {}, on: '2026-02-28', knownOn: '2026-11-01', jurisdictions: ['xx'] }),
    ).toMatchObject({ ok: true, value: { dossier: {}, on, knownOn, only: ['xx'] } });
  });

  it.each([[['XX']], [['xx', 'xx']], [['Xx', land.jurisdiction]]])(
    'takes packs or jurisdictions in either case, each once: %j',
    (jurisdictions) => {
      expect(ask({ dossier: {}, jurisdictions })).toMatchObject({ ok: true, value: { only: ['xx'] } });
    },
  );

  it('judges nobody when it names an empty list', () => {
    expect(ask({ dossier: {}, jurisdictions: [] })).toMatchObject({ ok: true, value: { only: [] } });
  });

  it('is told everything that is wrong with it, at once and with the place', () => {
    const refused = ask({
      dossier: { nonsense: {} },
      on: '2023-02-29',
      knownOn: 'soon',
      jurisdictions: ['xx', 'zz'],
    });
    expect(refused.ok ? [] : refused.error.map(({ code, at }) => [code, at])).toEqual([
      ['KERNEL_DAY_IMPOSSIBLE', '/on'],
      ['KERNEL_DAY_FORMAT', '/knownOn'],
      ['RECOGNISING_PACK_UNKNOWN', '/jurisdictions/1'],
      ['DOSSIER_SECTION_UNKNOWN', '/dossier/nonsense'],
    ]);
  });

  it.each([[null], ['text'], [[]], [7]])('refuses %j as a dossier', (dossier) => {
    expect(ask({ dossier })).toMatchObject({
      ok: false,
      error: [{ code: 'DOSSIER_NOT_AN_OBJECT', at: '/dossier' }],
    });
  });

  it.each([
    ['before any rule was researched', { on: '1950-01-01' }],
    ['before anything was known', { knownOn: '1950-01-01' }],
  ])('is not answered with a wall of unknowns %s', (_when, days) => {
    expect(ask({ dossier: {}, ...days })).toMatchObject({
      ok: false,
      error: [{ code: 'RECOGNISING_BEFORE_COVERAGE', at: '/on' }],
    });
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `e${index}` }));
  it.each([
    ['degrees', 10, (count: number) => ({ qualifications: many(count) }), 'RECOGNISING_TOO_MANY_DEGREES'],
    [
      'entries in all lists together',
      150,
      (count: number) => ({ exams: { entries: many(100) }, tests: { entries: many(count - 100) } }),
      'RECOGNISING_TOO_MANY_ENTRIES',
    ],
  ])('holds as many %s as a person can have, and no more than %i', (_what, most, dossierOf, code) => {
    expect(ask({ dossier: dossierOf(most) }).ok).toBe(true);
    expect(ask({ dossier: dossierOf(most + 1) })).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('is answered in canonical JSON', () => {
    const written = writeAssessment({ dossier: {} }, { library, today, latest });
    const request = expectOk(ask({ dossier: {} }), 'a question');
    expect(written).toEqual(canonicalise(assessDossier(library, request)));
  });
});
