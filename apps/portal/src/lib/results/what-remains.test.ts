import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../dossier/vocabulary.fixture.ts';
import { english } from '../language/language.fixture.ts';
import { assessment, authority, requirement, route } from './results.fixture.ts';
import { rowsOf } from './rows.ts';
import { whatRemains } from './what-remains.ts';

function remains(best: ReturnType<typeof route>): string {
  const [row] = rowsOf(assessment(authority({ status: best.status, bestRoute: best.route, routes: [best] })));
  return row === undefined ? '' : whatRemains(row, VOCABULARY, english);
}

describe('what stands between the person and the licence', () => {
  it('is the application, when everything is met', () => {
    expect(remains(route({ status: 'open' }))).toBe('Apply.');
  });

  it('is counted in steps', () => {
    expect(remains(route({ status: 'withSteps', remainingSteps: ['a'] }))).toBe('1 step, then apply.');
    expect(remains(route({ status: 'withSteps', remainingSteps: ['a', 'b'] }))).toBe('2 steps, then apply.');
  });

  it('is the first question, with the number of others', () => {
    expect(remains(route({ status: 'unknown', decidingQuestions: ['pmq.graduatedOn'] }))).toBe(
      'When did you graduate?',
    );
    expect(remains(route({ status: 'unknown', decidingQuestions: ['pmq.graduatedOn', 'pmq.hours'] }))).toBe(
      'When did you graduate? (and 1 more)',
    );
  });

  it('is a point of law where no question would help', () => {
    expect(remains(route({ status: 'unknown' }))).toBe('A point of the law is not researched.');
  });

  it('is the first requirement that nothing meets', () => {
    const requirements = [
      requirement({ title: 'Exam', verdict: 'notMet', remedy: 'curable' }),
      requirement({ title: 'Citizen', verdict: 'notMet', remedy: 'final' }),
    ];
    expect(remains(route({ status: 'closed', requirements }))).toBe('Not met: Citizen.');
  });
});
