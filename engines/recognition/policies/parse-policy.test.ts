import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

const CITE = {
  title: 'The list',
  publisher: 'WHO',
  url: 'https://example.org',
  locator: 'whole page',
  seen: 'undated',
  grade: 'C',
};
const POLICY = {
  id: 'list-1',
  title: 'T',
  issuer: 'WHO',
  kind: 'safeguards-list',
  inForce: { from: '2023-03-08' },
  says: ['x'],
  appliesTo: { countries: { AFRO: ['AA'] } },
  cite: [CITE],
  openQuestions: [],
  recordedAt: '2026-01-01',
  reviewBy: '2027-01-01',
};
const parse = (more: object) => parsePolicy({ file: 'policies/list-1.yaml', value: { ...POLICY, ...more } });

it('names its source by title and publisher, and its place', () => {
  const { policy, origins } = parse({});
  expect(policy?.cite[0]?.source).toBe('The list, WHO');
  expect([...origins.keys()]).toEqual(['policy:list-1']);
});

describe('is refused where', () => {
  it.each<[string, object, string]>([
    ['its file has another name', { id: 'list-2' }, 'PACK_CONFLICT id'],
    ['a day cannot be', { inForce: { from: '2023-02-30' } }, 'PACK_DATE inForce/from'],
    ['a day is only a year', { inForce: { from: '2020' } }, 'PACK_DATE inForce/from'],
    ['it ends as it begins', { inForce: { from: '2023-03-08', to: '2023-03-08' } }, 'PACK_DATE inForce/to'],
    ['it is due before it was recorded', { reviewBy: '2026-01-01' }, 'PACK_DATE reviewBy'],
    ['nothing is cited', { cite: [] }, 'PACK_EMPTY cite'],
    ['a citation says no place', { cite: [{ ...CITE, locator: ' ' }] }, 'PACK_EMPTY cite/0/locator'],
    [
      'a code is no code of a country',
      { appliesTo: { countries: { AFRO: ['KEN'] } } },
      'PACK_VALUE appliesTo/countries/AFRO/0',
    ],
    [
      'WHO has no such region',
      { appliesTo: { countries: { AFRICA: ['KE'] } } },
      'PACK_KEY_UNKNOWN appliesTo/countries/AFRICA',
    ],
    [
      'it is for all and for some',
      { appliesTo: { everywhere: 'All', countries: {} } },
      'PACK_KEY_UNKNOWN appliesTo/countries',
    ],
    ['it says nothing', { says: [] }, 'PACK_EMPTY says'],
  ])('%s', (_name, more, line) => {
    const { policy, problems } = parse(more);
    expect(policy).toBeUndefined();
    expect(problems.map(({ code, at }) => `${code} ${at.join('/')}`)).toEqual([line]);
  });
});
