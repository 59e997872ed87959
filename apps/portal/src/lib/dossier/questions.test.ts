import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { askOf, questionOf } from './questions.ts';
import { VOCABULARY } from './vocabulary.fixture.ts';

describe('the question behind a missing fact', () => {
  it.each([
    ['pmq.graduatedOn', 'fact', 'When did you graduate?'],
    ['pmq.hours', 'fact', 'Hours'],
    ['exams/e1.takenOn', 'field', 'Taken on'],
    ['exams/odd id.with dots.takenOn', 'field', 'Taken on'],
    ['exams[exam=gb.plab1]', 'code', 'Have you ever taken PLAB 1?'],
    ['exams[exam=no.such]', 'code', 'Have you ever taken no.such?'],
    ['exams', 'list', 'Examinations'],
  ] as const)('%s is a %s and reads “%s”', (name, kind, ask) => {
    const question = questionOf(name, VOCABULARY);
    expect(question?.kind).toBe(kind);
    expect(question && askOf(question, english)).toBe(ask);
  });

  it.each(['pmq.nothing', 'nowhere.fact', 'pmq', 'pmq.seat', '', 'exams[exam', '__proto__.x'])(
    'there is none for %j',
    (name) => {
      expect(questionOf(name, VOCABULARY)).toBeUndefined();
    },
  );
});
