import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSettings, writeSetting } from './settings.ts';

const RULE = `- rule: xx.a
  title: At least 3 years # P9Y
  versions:
    - version: "1"
      inForce: { from: "2018-06-11" }
      recordedAt: "2026-11-22"
      reviewBy: "2027-11-22"
      cite: [{ source: s, locator: "12" }]
      when:
        all:
          - { id: hours, fact: pmq.hours, atLeast: 5500 }
          - fact: pmq.awardingCountry
            in: [GB, IE]
            cure: [step.a]
          - examWindow: { list: examAttempts, within: P2Y, rounding: clamp }
          - { waiver: "2026-01-01", fact: pmq.years, atLeast: 3 }
`;
const at = (name: string) => findSettings(RULE).find((each) => each.name === name)?.id ?? 'none';

describe('the settings of a rule', () => {
  it('are its numbers, days, spans and lists of values, each with its name, and nothing else', () => {
    expect(findSettings(RULE).map(({ name, kind, value, version }) => [version, name, kind, value])).toEqual([
      ['1', 'inForce from', 'day', '2018-06-11'],
      ['1', 'pmq.hours atLeast', 'number', 5500],
      ['1', 'pmq.awardingCountry in', 'list', ['GB', 'IE']],
      ['1', 'examWindow within', 'span', 2],
      ['1', 'pmq.years atLeast', 'number', 3],
    ]);
  });

  it.each([
    ['pmq.hours atLeast', 6000, 'atLeast: 5500', 'atLeast: 6000'],
    ['pmq.hours atLeast', 0.5, 'atLeast: 5500', 'atLeast: 0.5'],
    ['inForce from', '2019-01-31', '"2018-06-11"', '"2019-01-31"'],
    ['examWindow within', 18, 'P2Y', 'P18Y'],
    ['pmq.awardingCountry in', ['GB', 'NO'], '[GB, IE]', '[GB, "NO"]'],
  ])('%s becomes %s, and every other letter stays', (name, value, from, to) => {
    expect(writeSetting(RULE, at(name), value)).toBe(RULE.replace(from, to));
  });

  it.each([
    ['pmq.hours atLeast', Number.NaN],
    ['pmq.hours atLeast', 'many'],
    ['inForce from', ''],
    ['inForce from', '2019'],
    ['examWindow within', 0],
    ['examWindow within', 1.5],
    ['pmq.awardingCountry in', []],
    ['pmq.nothing', 3],
  ])('%s does not become %s', (name, value) => {
    expect(writeSetting(RULE, at(name), value)).toBe(RULE);
  });

  it('say in which condition they stand, where that has an id', () =>
    expect(findSettings(RULE).map(({ within }) => within)).toEqual([
      undefined,
      'hours',
      undefined,
      undefined,
      undefined,
    ]));

  it('are none where the text cannot be read', () => expect(findSettings('- rule: [')).toEqual([]));

  it('keep their places and hold what was written', () => {
    const lists = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.integer(), lists, (hours, values) => {
        const text = writeSetting(
          writeSetting(RULE, at('pmq.hours atLeast'), hours),
          at('pmq.awardingCountry in'),
          values,
        );
        const found = findSettings(text);
        expect(found.map(({ id }) => id)).toEqual(findSettings(RULE).map(({ id }) => id));
        expect(found.map(({ value }) => value)).toEqual(['2018-06-11', hours, values, 2, 3]);
      }),
    );
  });
});
