import { canonicalise, expectOk, hashOf, parseDay } from '@testamur/engines/kernel';
import type { LawBook } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { pack, rule, step, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import { assessDossier, openLibrary, packLawFile, packRegistryFile, type RegistryFile } from './index.ts';

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

/** As it arrives in a browser. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a library that has travelled', () => {
  const law = packLawFile(book, []);
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
    const here = assessDossier({ book, registry: openLibrary(law, registry).registry }, request);
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
    expect(() => packLawFile({ ...book, hashes: new Map() }, [])).toThrow('xx');
  });
});
