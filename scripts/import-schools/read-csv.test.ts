import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

describe('readCsv', () => {
  it('keeps NA as the text NA, because it is Namibia', () => {
    expect(readCsv('country,city\nNA,\n')).toEqual([{ country: 'NA', city: '' }]);
  });

  it('reads commas, doubled quotes and line breaks inside quotes', () => {
    expect(readCsv('a,b\r\n"x, ""y""","1\n2"\r\n')).toEqual([{ a: 'x, "y"', b: '1\n2' }]);
  });

  it('reads a last line without a line break', () => {
    expect(readCsv('a,b\n1,2')).toEqual([{ a: '1', b: '2' }]);
  });

  it('refuses a record of another width instead of shifting columns', () => {
    expect(() => readCsv('a,b\n1\n')).toThrow('record 2 has 1 fields');
  });
});
