/** One judgement stands for many: on the real law, people drawn from a line get the answer of that line when they are judged themselves. */
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { reverseReach } from '@testamur/engines/planner';
import type { RegistrySchool } from '@testamur/engines/recognition/registry';
import { realLaw } from '@testamur/testing/real-law';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLibrary } from '../recognising/index.ts';
import { joinReach, reachPack, reachPart } from './index.ts';
import { type Standing, typicalDoctor } from './typical-doctor.ts';

/** The authority behind the most licences takes half a minute a part: with WHOLE=1. */
const IS_WHOLE = process.env.WHOLE === '1';

const book = realLaw();
const on = expectOk(parseDay('2026-11-22'), 'a day of a test');
const countries = book.vocabulary.codeLists.get('countries')?.entries.map(({ code }) => code) ?? [];
const schools = countries.map((country) => ({
  ...{ id: `sch-${country}`, country, names: [{ text: country }] },
  ...{ campuses: [], successions: [] },
})) as unknown as readonly RegistrySchool[];
const library = makeLibrary(book, {
  schools: new Map(schools.map((school) => [school.id, school])),
  ...{ agencies: new Map(), recognisers: new Map(), decisions: new Map() },
});
const law = library.lawOf(on, on);

const REQUEST = { pack: 'gb', on, knownOn: on };
let known: ReturnType<typeof reachPack> | undefined;
const whole = () => {
  known ??= reachPack(library, REQUEST);
  return known;
};

/** She herself, judged alone. */
function judge(pack: string, standing: Standing) {
  const person = {
    dossier: typicalDoctor(standing, book.vocabulary),
    schools: () => undefined,
    registry: library.view,
  };
  const { classes } = reverseReach({ law, pack, people: [{ ...standing, person }] });
  const { id: _id, schools: _s, citizenships: _c, graduated: _g, ...found } = classes[0] ?? {};
  return found;
}

describe('who can reach an authority', () => {
  it.each([
    ['gb', 0, 25],
    ['gb', 3, 25],
    ['lk', 1, 25],
    // Behind other licences stands all the law there is: one judgement takes a while.
    ['de', 5, 8],
    ...(IS_WHOLE ? ([['ke', 0, 8]] as const) : []),
  ] as const)('%s, part %i: whoever is drawn from a line gets its answer', (pack, part, numRuns) => {
    const { classes } = reachPart(library, { pack, on, knownOn: on }, part);
    expect(classes.length).toBeGreaterThan(0);
    const drawn = fc.constantFrom(...classes).chain((line) =>
      fc.record({
        line: fc.constant(line),
        school: fc.constantFrom(...line.schools),
        citizenship: fc.constantFrom(...line.citizenships),
        graduated: fc.integer({ min: line.graduated.from, max: line.graduated.to }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ line, ...standing }) => {
        const { id: _id, schools: _s, citizenships: _c, graduated: _g, ...found } = line;
        expect(judge(pack, standing)).toEqual(found);
      }),
      { numRuns },
    );
  });

  it('is one answer, whether worked out at once or in parts', () => {
    const { parts } = reachPart(library, REQUEST, 0);
    const all = Array.from({ length: parts }, (_, part) => reachPart(library, REQUEST, part));
    expect(joinReach(REQUEST, all)).toEqual(whole());
    expect(() => reachPart(library, REQUEST, parts)).toThrow();
  });

  it('names each pair of countries for each year once', () => {
    const { classes } = whole();
    const covered = classes.reduce(
      (sum, line) =>
        sum + line.schools.length * line.citizenships.length * (line.graduated.to - line.graduated.from + 1),
      0,
    );
    expect(covered).toBe(countries.length ** 2 * 40);
  });
});
