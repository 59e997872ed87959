import { expect, it } from 'vitest';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import { EN } from '../phrases/en.ts';
import { makeSay } from '../phrases/say.ts';
import { englishWords } from './index.ts';
import { quantityLabel } from './words.ts';

const number = (unit: string, years: boolean): FactDefinition => ({
  ...{ type: 'number', unit, label: unit, definition: unit, standard: 'own' },
  ...(years ? { years } : {}),
});
const vocabulary: Vocabulary = {
  sections: new Map([
    [
      'pmq',
      {
        ...{ section: 'pmq', kind: 'singular', label: 'PMQ', definition: 'PMQ' },
        facts: { hours: number('hours', false), academicYear: number('academic year', true) },
      },
    ],
  ]),
  codeLists: new Map(),
  groups: new Map(),
};
/** A language that groups digits by a point. */
const words = {
  ...englishWords(vocabulary, (id) => id),
  say: makeSay(EN, { plural: () => 'other', number: (value) => value.toLocaleString('de') }),
};

it('the digits of a number are grouped as the language does, those of a year never', () => {
  expect(quantityLabel('pmq.hours', 5500, words)).toBe('5.500 hours');
  expect(quantityLabel('pmq.academicYear', 2003, words)).toBe('2003 academic year');
});
