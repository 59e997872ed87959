import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import type { Effect } from '../language/pack.ts';
import { askNode, VOCABULARY } from '../small-law.fixture.ts';
import { applyEffects } from './apply-effects.ts';
import type { Dossier } from './dossier.ts';

const apply = (dossier: Dossier, effects: readonly Effect[], day = '2026-05-31', basis = 0): Dossier =>
  applyEffects({
    dossier,
    basis,
    effects,
    vocabulary: VOCABULARY,
    day: expectOk(parseDay(day), 'a day of a test'),
  });

describe('what a step brings about', () => {
  it('adds an entry dated by the day of the step and keeps what was there', () => {
    const before: Dossier = { exams: { complete: true, entries: [{ id: 'a', exam: 'one' }] } };
    const after = apply(before, [{ list: 'exams', entry: { exam: 'two', takenOn: 'stepDay' } }]);
    expect(after['exams']).toEqual({
      complete: true,
      entries: [
        { id: 'a', exam: 'one' },
        { id: 'added-1', exam: 'two', takenOn: '2026-05-31' },
      ],
    });
    expect(before['exams']).toEqual({ complete: true, entries: [{ id: 'a', exam: 'one' }] });
  });

  it.each([
    ['stepDay', '2026-05-31', '2026-05-31'],
    ['stepDay-P2Y', '2026-05-31', '2024-05-31'],
    ['stepDay-P2Y', '2024-02-29', '2022-02-28'],
    ['stepDay-P3M', '2026-05-31', '2026-02-28'],
    ['stepDay-P47W', '2026-05-31', '2025-07-06'],
    ['2020-01-01', '2026-05-31', '2020-01-01'],
  ])('reads %s on %s as %s', (from, day, expected) => {
    const after = apply({}, [{ list: 'practice', entry: { from } }], day);
    expect(after['practice']).toEqual({ entries: [{ id: 'added-0', from: expected }] });
  });

  it('says that a period lies behind, which a sum of durations then counts', () => {
    const years = (atLeast: string, effects: readonly Effect[]) =>
      askNode(
        {
          sumDuration: {
            list: 'practice',
            where: { fact: 'its.country', equals: 'AA' },
            from: 'from',
            to: 'to',
            measure: 'total',
            atLeast,
          },
        },
        { on: '2026-05-31', dossier: apply({ practice: { complete: true } }, effects) },
      ).truth;
    const practised: Effect = {
      list: 'practice',
      entry: { country: 'AA', from: 'stepDay-P2Y', to: 'stepDay' },
    };
    expect(years('P2Y', [])).toBe('false');
    expect(years('P2Y', [practised])).toBe('true');
    expect(years('P3Y', [practised])).toBe('false');
  });

  it('adds one entry for each entry of another list, and none for none', () => {
    const effect: Effect = {
      list: 'tests',
      entry: { takenOn: 'stepDay' },
      forEach: { list: 'licences', field: 'jurisdiction', as: 'test' },
    };
    const held: Dossier = { licences: { entries: [{ id: 'x', jurisdiction: 'AA' }, { id: 'y' }] } };
    expect(apply(held, [effect])['tests']).toEqual({
      entries: [
        { id: 'added-0', takenOn: '2026-05-31', test: 'AA' },
        { id: 'added-1', takenOn: '2026-05-31', test: 'unknown' },
      ],
    });
    expect(apply({}, [effect])['tests']).toEqual({ entries: [] });
  });

  it('never gives an id that is taken', () => {
    const entries = [{ id: 'added-1' }];
    const after = apply({ exams: { entries } }, [{ list: 'exams', entry: { exam: 'one' } }]);
    expect(after['exams']).toEqual({ entries: [{ id: 'added-1' }, { exam: 'one', id: 'added-2' }] });
  });

  it('sets a fact of the person and adds a code to those she has', () => {
    const before: Dossier = { person: { a: false, citizenships: ['AA'], evidence: 'document' } };
    const after = apply(before, [
      { fact: 'person.a', value: true },
      { fact: 'person.citizenships', value: 'BB' },
      { fact: 'person.citizenships', value: 'AA' },
    ]);
    expect(after['person']).toEqual({ a: true, citizenships: ['AA', 'BB'], evidence: 'document' });
  });

  it.each([
    ['the degree it rests on', 1, [{ id: 'x' }, { id: 'y', graduatedOn: '2026-05-31' }]],
    [
      'a first degree where there is none',
      -1,
      [{ id: 'x' }, { id: 'y' }, { id: 'added-degree', graduatedOn: '2026-05-31' }],
    ],
  ])('changes %s', (_, basis, expected) => {
    const before: Dossier = { qualifications: [{ id: 'x' }, { id: 'y' }] };
    const effect: Effect = { fact: 'pmq.graduatedOn', value: 'stepDay' };
    expect(apply(before, [effect], '2026-05-31', basis).qualifications).toEqual(expected);
  });
});
