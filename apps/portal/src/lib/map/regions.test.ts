import { expect, it } from 'vitest';
import { REGIONS, regionOf } from './regions.ts';

it.each([
  ['US-TX', 'americas'],
  ['GB', 'europe'],
  ['SG', 'asia'],
  ['KE', 'africa'],
  ['NZ', 'oceania'],
  ['XX-ATLANTIS', undefined],
])('%s lies in %s', (jurisdiction, region) => expect(regionOf(jurisdiction)).toBe(region));

it('every country but Antarctica, by the names of the language, has one region', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => names.of(code) !== undefined);
  // Codes of old countries, of groups and of exceptional reservations name no country of today.
  const NOT_TODAY = new Set(
    'AN BU CS DD FX NH NT PZ SU TP YD YU ZR RH VD DY HV QU AC CP CQ CT DG EA EU EZ IC JT MI NQ PC PU QO SF TA UK UN WK XA XB ZZ FQ AQ'.split(
      ' ',
    ),
  );
  expect(codes.filter((code) => !NOT_TODAY.has(code) && regionOf(code) === undefined)).toEqual([]);
  expect(new Set(codes.flatMap((code) => regionOf(code) ?? []))).toEqual(new Set(REGIONS));
});
