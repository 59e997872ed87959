import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk, hashOf, parseDay } from '../../kernel/index.ts';
import { VOCABULARY } from '../small-law.fixture.ts';
import { buildFacts } from './build-facts.ts';
import { validateDossier } from './validate-dossier.ts';

const today = expectOk(parseDay('2026-01-01'), 'today');
const context = { vocabulary: VOCABULARY, schools: () => undefined, today };
const zone = 'Europe/Berlin';

/** Values of the right and of the wrong kind under names that mean something. */
const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'unknown',
      true,
      false,
      'AA',
      'pass',
      '2019',
      '2019-05',
      '2019-05-20',
      '2019-02-30',
      5,
      -1,
      6000,
      null,
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { from: '2019', to: '2020' },
      { from: '2021', to: '2020' },
      { name: 'X', country: 'AA' },
      ['AA'],
      ['AA', 'ZZ'],
      [{ toString: 1 }],
    ),
  },
);
const names = [...VOCABULARY.sections.values()].flatMap((section) => Object.keys(section.facts));
const record = fc.dictionary(
  fc.constantFrom(...names, 'id', 'evidence', 'constructor', '__proto__', 'complete'),
  value,
);
const list = fc.record(
  {
    complete: fc.oneof(fc.boolean(), value),
    entries: fc.oneof(fc.array(record, { maxLength: 3 }), value),
    completeFor: fc.oneof(fc.array(fc.constantFrom('one', 'x')), value),
  },
  { requiredKeys: [] },
);
const dossier = fc.dictionary(
  fc.constantFrom(
    ...VOCABULARY.sections.keys(),
    'qualifications',
    'planned',
    'title',
    'constructor',
    '__proto__',
  ),
  fc.oneof(record, list, fc.array(record, { maxLength: 3 }), value),
);

describe('whatever comes in', () => {
  it.each([
    ['any JSON', fc.jsonValue()],
    ['any value at all', fc.anything()],
    ['dossiers of right and wrong parts', dossier],
  ])('%s is answered, never thrown at', (_name, input) => {
    fc.assert(
      fc.property(input as fc.Arbitrary<unknown>, (each) => {
        const read = validateDossier(each, context);
        if (read.ok) return;
        expect(read.error.length).toBeGreaterThan(0);
        for (const { at, message, hint } of read.error) {
          expect(at === '' || at?.startsWith('/')).toBe(true);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what is accepted can be hashed and read as facts', () => {
    let accepted = 0;
    fc.assert(
      fc.property(dossier, (each) => {
        const read = validateDossier(each, context);
        if (!read.ok) return;
        accepted += 1;
        expect(hashOf(read.value).ok).toBe(true);
        for (const basis of [-1, 0])
          buildFacts({
            dossier: read.value,
            basis,
            vocabulary: VOCABULARY,
            schools: () => undefined,
            zone,
            on: today,
          });
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('every pointer leads to a place in the dossier', () => {
    fc.assert(
      fc.property(dossier, (each) => {
        const read = validateDossier(each, context);
        for (const { at } of read.ok ? [] : read.error) expect(isPlace(each, at ?? '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** RFC 6901, followed by own members only. */
function isPlace(root: unknown, at: string): boolean {
  let here = root;
  for (const step of at
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Record<string, unknown>)[step];
  }
  return true;
}
