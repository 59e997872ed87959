import type { Dossier } from '@testamur/engines/recognition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domIdOf, type Place, pointerOf, setValue, valueAt } from './place.ts';

const places: readonly (readonly [Place, string])[] = [
  [{ kind: 'singular', section: 'person', fact: 'english' }, '/person/english'],
  [{ kind: 'basis', section: 'pmq', id: 'b', fact: 'hours' }, '/qualifications/1/hours'],
  [{ kind: 'list', section: 'exams', id: 'e2', fact: 'takenOn' }, '/exams/entries/1/takenOn'],
];

const dossier: Dossier = {
  person: { citizenships: ['IN'] },
  qualifications: [{ id: 'a', hours: 1 }, { id: 'b' }],
  exams: { completeFor: ['x'], entries: [{ id: 'e1', exam: 'x' }, { id: 'e2' }] },
};

describe('an answer in a dossier', () => {
  it.each(places)('%j is written, read again, pointed to at %s, and taken back', (place, pointer) => {
    const written = setValue(dossier, place, 'unknown');
    expect(valueAt(written, place)).toBe('unknown');
    expect(pointerOf(written, place)).toBe(pointer);
    expect(setValue(written, place, undefined)).toEqual(dossier);
  });

  it('never changes the dossier it was given', () => {
    const before = structuredClone(dossier);
    for (const [place] of places) setValue(dossier, place, true);
    expect(dossier).toEqual(before);
  });

  it('leaves every other answer as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...places),
        fc.integer(),
        ([one], [other], value) => {
          fc.pre(one !== other);
          expect(valueAt(setValue(dossier, one, value), other)).toBe(valueAt(dossier, other));
        },
      ),
    );
  });

  it('makes the degree and the entry that are not there yet', () => {
    const degree = setValue({}, { kind: 'basis', section: 'pmq', id: 'degree-1', fact: 'hours' }, 5);
    expect(degree).toEqual({ qualifications: [{ id: 'degree-1', hours: 5 }] });
    const entry = setValue({}, { kind: 'list', section: 'exams', id: 'exams-1', fact: 'exam' }, 'x');
    expect(entry).toEqual({ exams: { entries: [{ id: 'exams-1', exam: 'x' }] } });
  });

  it('has an id on the page that is its own and fit for a selector', () => {
    const ids = places.map(([place]) => domIdOf(place));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [...ids, domIdOf({ kind: 'list', section: 'exams', id: 'a b/"c', fact: 'x' })])
      expect(id).toMatch(/^[\w-]+$/);
  });
});
