import type { Dossier } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import {
  addEntry,
  DEGREES,
  entriesOf,
  freshId,
  isComplete,
  isCompleteFor,
  removeEntry,
  setComplete,
  setCompleteFor,
} from './lists.ts';

describe('lists of a dossier', () => {
  it('give every entry an id that none has yet, also after one was removed', () => {
    let dossier: Dossier = {};
    for (let count = 0; count < 3; count += 1) dossier = addEntry(dossier, 'exams', { exam: 'x' });
    dossier = addEntry(removeEntry(dossier, 'exams', 'exams-2'), 'exams');
    expect(entriesOf(dossier, 'exams').map(({ id }) => id)).toEqual(['exams-1', 'exams-3', 'exams-2']);
    expect(freshId(addEntry({}, DEGREES), DEGREES)).toBe('degree-2');
  });

  it('say nothing of completeness until the person does', () => {
    const dossier = addEntry({}, 'exams', { exam: 'x' });
    expect(isComplete(dossier, 'exams')).toBe(false);
    expect(isCompleteFor(dossier, 'exams', 'x')).toBe(false);
  });

  it('are complete for every code when they are complete', () => {
    const dossier = setComplete({}, 'exams', true);
    expect(isCompleteFor(dossier, 'exams', 'anything')).toBe(true);
    expect(setComplete(dossier, 'exams', false)).toEqual({ exams: {} });
  });

  it('are complete for the codes named, each once, and take it back', () => {
    const twice = setCompleteFor(
      setCompleteFor(setCompleteFor({}, 'exams', 'a', true), 'exams', 'b', true),
      'exams',
      'a',
      true,
    );
    expect(twice).toEqual({ exams: { completeFor: ['b', 'a'] } });
    expect(isCompleteFor(twice, 'exams', 'a')).toBe(true);
    expect(isCompleteFor(setCompleteFor(twice, 'exams', 'a', false), 'exams', 'a')).toBe(false);
  });

  it('keep what was said of completeness while entries come and go', () => {
    const dossier = removeEntry(addEntry(setComplete({}, 'exams', true), 'exams'), 'exams', 'exams-1');
    expect(isComplete(dossier, 'exams')).toBe(true);
  });
});
