import { describe, expect, it } from 'vitest';
import { mintSchoolId, slugOf, sourceKeyOf } from './school-id.ts';

const row = {
  ror_id: '',
  notes: '',
  sources: 'nmc_in|hipo',
  country: 'IN',
  name: "St. John's Medical College, Bangalore",
  city: 'Bangalore',
};

describe('sourceKeyOf', () => {
  const claims = [
    { claim: 'a ROR id wins', change: { ror_id: '05nydfs77' }, key: 'ror:05nydfs77' },
    {
      claim: 'the ministry code is next',
      change: { notes: 'MOE code 4133010344; x' },
      key: 'moe-cn:4133010344',
    },
    {
      claim: 'else the first source with country, name and city',
      change: {},
      key: 'nmc-in:in:st-john-s-medical-college-bangalore:bangalore',
    },
    {
      claim: 'an unknown city is left out',
      change: { city: '' },
      key: 'nmc-in:in:st-john-s-medical-college-bangalore',
    },
  ];
  it.each(claims)('$claim', ({ change, key }) => expect(sourceKeyOf({ ...row, ...change })).toBe(key));
});

describe('mintSchoolId', () => {
  it('gives the same id for the same key and another for another', () => {
    const id = mintSchoolId('IN', 'ror:1');
    expect(id).toMatch(/^sch-in-[0-9a-hjkmnp-tv-z]{7}$/);
    expect(mintSchoolId('IN', 'ror:1')).toBe(id);
    expect(mintSchoolId('IN', 'ror:2')).not.toBe(id);
  });

  it('is the first 35 bits of SHA-256 in base 32', () => {
    // SHA-256("abc") begins ba7816bf 8f (FIPS 180-2, appendix B.1): 10111 01001 11100 00001 01101 01111 11100
    expect(mintSchoolId('XX', 'abc')).toBe('sch-xx-q9w1dfw');
  });
});

describe('slugOf', () => {
  it('keeps letters of every script', () => expect(slugOf('浙江 中医药大学 (2)')).toBe('浙江-中医药大学-2'));
});
