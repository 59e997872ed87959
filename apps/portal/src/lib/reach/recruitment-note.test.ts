import { realLaw } from '@testamur/testing/real-law';
import { expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import type { Reading } from '../reference/read-in.ts';
import { noteRecruitment } from './recruitment-note.ts';

const { policies } = realLaw();
const countries = new Map([
  ['NG', 'Nigeria'],
  ['GH', 'Ghana'],
]);
const reading = { reference: { law: { policies }, countries }, language: english } as unknown as Reading;
const told = (schools: readonly string[], on: string) =>
  noteRecruitment(reading, schools, on).map(({ policy, names, isKnown }) => ({ policy, names, isKnown }));

it('names the countries on the list of the day, by name, and leaves out the others', () => {
  expect(told(['NG', 'IN', 'GH'], '2026-11-22')).toEqual([
    { policy: 'who-safeguards-2023', names: ['Ghana', 'Nigeria'], isKnown: true },
  ]);
});
it('says nothing where none of them is on it', () => expect(told(['IN'], '2026-11-22')).toEqual([]));
it.each(['2023-03-07', '2028-01-01'])('on %s it says that nobody knows', (on) => {
  expect(told(['NG', 'IN'], on)).toMatchObject([{ isKnown: false }]);
});
