import { describe, expect, it } from 'vitest';
import { dossierFrom } from './short-form.ts';
import { VOCABULARY } from './vocabulary.fixture.ts';

function sent(fields: readonly (readonly [string, string])[]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return dossierFrom(form, VOCABULARY);
}

describe('the dossier of the short form', () => {
  it('holds nothing that was not said', () => {
    expect(
      sent([
        ['pmq.graduatedOn', ' '],
        ['school.name', ''],
        ['exams.gb.plab1', ''],
      ]),
    ).toEqual({
      schema: 'testamur/dossier/1',
      person: {},
      qualifications: [{ id: 'degree-1' }],
      exams: { entries: [], completeFor: [] },
    });
  });

  it('holds what was said, several citizenships as a list', () => {
    const dossier = sent([
      ['pmq.graduatedOn', '2019'],
      ['person.citizenships', 'IN'],
      ['person.citizenships', 'DE'],
      ['school.name', 'A college'],
      ['school.country', 'IN'],
    ]);
    expect(dossier.qualifications).toEqual([
      {
        id: 'degree-1',
        graduatedOn: '2019',
        awardingCountry: 'IN',
        school: { name: 'A college', country: 'IN' },
      },
    ]);
    expect(dossier['person']).toEqual({ citizenships: ['IN', 'DE'] });
  });

  it('takes “passed” for one attempt, never for all of them, and “not taken” for none', () => {
    expect(sent([['exams.gb.plab1', 'pass']])['exams']).toEqual({
      entries: [{ id: 'exams-1', exam: 'gb.plab1', result: 'pass' }],
      completeFor: [],
    });
    expect(sent([['exams.gb.plab1', 'none']])['exams']).toEqual({ entries: [], completeFor: ['gb.plab1'] });
  });

  it('passes on what is no date, so that the person is told', () => {
    expect(sent([['pmq.graduatedOn', 'spring']]).qualifications?.[0]).toEqual({
      id: 'degree-1',
      graduatedOn: 'spring',
    });
  });
});
