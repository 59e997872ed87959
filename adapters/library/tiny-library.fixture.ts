import { expectOk, hashOf } from '@testamur/engines/kernel';
import { pack, rule, step, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import type { LibraryFile } from './library-file.ts';
import { makeSet } from './make-set.ts';

/** Two packs, a school, a country: every part of a library has something in it. */
export function tinyLibrary(): LibraryFile {
  const packs = ['xx', 'yy'].map((id) => {
    const made = pack([rule(`${id}.one`, version({ fact: 'person.a', equals: true }))], {
      pack: id,
      steps: [step(`step.${id}.one`)],
    });
    return { hash: expectOk(hashOf(made), 'a pack is JSON'), pack: made };
  });
  const countries = [{ code: 'XA', label: 'Alpha' }];
  const schools = [{ id: 'sch-xa-1', country: 'XA', names: [{ text: 'Alpha Medical School' }] }];
  return {
    schema: 'testamur/library/1',
    law: {
      schema: 'testamur/law/1',
      sections: [...VOCABULARY.sections.values()],
      codeLists: [...VOCABULARY.codeLists.values()],
      groups: [...VOCABULARY.groups.values()],
      commonSteps: [step('step.common.one')],
      packs,
      agreements: [],
    },
    languages: [],
    registry: {
      schema: 'testamur/registry/1',
      schools,
      agencies: [],
      recognisers: [],
      decisions: [],
    } as unknown as LibraryFile['registry'],
    search: { version: 1, schools: [], countries: {}, cities: [] },
    cases: [],
    changelogs: { xx: [{ version: '2026.01.01', on: '2026-01-01', words: 'The first.' }] },
    maintainers: [],
    countries,
    subdivisions: [{ code: 'XA-1', label: 'Alpha One' }],
    regulators: [],
    sources: [],
    sets: [
      makeSet('jurisdictions', [
        { id: 'XA', body: countries[0] },
        { id: 'XA-1', body: { code: 'XA-1', label: 'Alpha One' } },
      ]),
      makeSet(
        'packs',
        packs.map(({ pack: body }) => ({ id: body.pack, body })),
      ),
      makeSet(
        'schools',
        schools.map((body) => ({ id: body.id, body })),
      ),
    ],
  };
}
