import { describe, expect, it } from 'vitest';
import { groupCodes } from './group-codes.ts';

const many = Array.from({ length: 21 }, (_, index) => ({
  code: `c${index}`,
  label: `Label ${String.fromCharCode(117 - index)}`,
}));
const names = new Map([
  ['US', 'United States'],
  ['DE', 'Germany'],
]);

describe('the codes to choose from', () => {
  it('keep the order of their author while they are few', () => {
    const levels = ['C1', 'A1', 'B1'].map((code) => ({ code, label: code }));
    expect(groupCodes(levels, names)).toEqual([{ entries: levels }]);
  });

  it('are sorted by name when they are many, and lose none', () => {
    const [group] = groupCodes(many, names);
    const labels = group?.entries.map(({ label }) => label);
    expect(labels).toEqual(many.map(({ label }) => label).sort());
  });

  it('stand under the name of their country, the countries by name, what belongs to none first', () => {
    const entries = [
      ...many,
      { code: 'tx', label: 'Texas', of: 'US' },
      { code: 'al', label: 'Alabama', of: 'US' },
      { code: 'be', label: 'Berlin', of: 'DE' },
      { code: 'US', label: 'United States', of: 'US' },
    ];
    const groups = groupCodes(entries, names);
    expect(groups.map(({ label }) => label)).toEqual([undefined, 'Germany', 'United States']);
    expect(groups[2]?.entries.map(({ code }) => code)).toEqual(['al', 'tx']);
    expect(groups.flatMap((group) => group.entries).length).toBe(entries.length);
  });

  it('put “another” at the end', () => {
    const [group] = groupCodes([{ code: 'other', label: 'Another title' }, ...many], names);
    expect(group?.entries.at(-1)?.code).toBe('other');
  });
});
