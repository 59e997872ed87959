import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchableSchool } from './school-index.ts';
import { packSearchFile, unpackSearchFile } from './search-file.ts';

const text = fc.string({ minLength: 1, maxLength: 8 });
const school: fc.Arbitrary<SearchableSchool> = fc.record(
  {
    id: text,
    names: fc.tuple(text, text).map(([one, other]) => [one, other] as const),
    country: fc.constantFrom('IN', 'NA', 'XK'),
    city: text,
    region: text,
    doubtful: fc.constant(true),
  },
  { requiredKeys: ['id', 'names', 'country'] },
);

describe('the search file', () => {
  it('gives back every school, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(school), (schools) => {
        const sent = JSON.parse(JSON.stringify(packSearchFile(schools, { cities: [['a', 'b']] })));
        expect(unpackSearchFile(sent)).toEqual({ schools, places: { countries: {}, cities: [['a', 'b']] } });
      }),
    );
  });

  it('leaves off what is missing at the end', () => {
    const file = packSearchFile([{ id: 'a', names: ['A'], country: 'NA', city: 'Windhoek' }], {});
    expect(file.schools).toEqual([['a', ['A'], 'NA', 'Windhoek']]);
  });
});
