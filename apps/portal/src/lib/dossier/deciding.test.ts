import type { Assessment, Dossier } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { decidingNow } from './deciding.ts';
import { VOCABULARY } from './vocabulary.fixture.ts';

const names = ['exams[exam=gb.plab1]', 'pmq.hours', 'person.english', 'no.such'];
const assessment = {
  decidingQuestions: names.map((fact) => ({ fact, routes: 1, authorities: ['gb'] })),
} as unknown as Assessment;
const asked = (dossier: Dossier, putOff: readonly string[] = []) =>
  decidingNow(assessment, { dossier, putOff, vocabulary: VOCABULARY }).map(({ question }) => question.name);

describe('the deciding questions', () => {
  it('come in the order of the verdict; words that the form does not know are passed over', () => {
    expect(asked({})).toEqual(['exams[exam=gb.plab1]', 'pmq.hours', 'person.english']);
  });

  it('do not come back once the person has said that she does not know', () => {
    expect(
      asked({ qualifications: [{ id: 'd', hours: 'unknown' }], person: { english: 'unknown' } }),
    ).toEqual(['exams[exam=gb.plab1]']);
  });

  it('do not come back once they were put off', () => {
    expect(asked({}, ['exams[exam=gb.plab1]', 'person.english'])).toEqual(['pmq.hours']);
  });
});
