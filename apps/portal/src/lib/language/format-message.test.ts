import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { compileMessage } from './compile-message.ts';
import { formatMessage, formatRuns, type Values } from './format-message.ts';
import { LANGUAGES } from './languages.ts';

const formats = Object.values(LANGUAGES).map(({ format }) => format);

const MESSAGES = [
  'Plain words, it’s true',
  "A brace: '{' and an apostrophe: it's",
  '{name} decides',
  '{count, plural, one {# step} other {# steps}}, then apply.',
  '{count, plural, =0 {nothing} =2 {a pair} one {# rule} two {# rules of two} few {# some} many {# many} other {# rules} } left',
  '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} attempt',
  '{sex, select, f {her} m {his} other {their}} degree, {count, plural, one {{name} and # more} other {{name} and # others}}',
];

describe('a compiled message', () => {
  it('reads as intl-messageformat reads it, in every language', () => {
    const values = fc.record({
      name: fc.string(),
      sex: fc.constantFrom('f', 'm', 'x', 'toString'),
      count: fc.nat(2_000_000),
      place: fc.nat(200),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...MESSAGES),
        fc.constantFrom(...formats),
        values,
        (message, format, filled) => {
          const expected = new IntlMessageFormat(message, format).format(filled as Values);
          expect(formatMessage(compileMessage(message), filled, format)).toBe(expected);
        },
      ),
    );
  });

  it('stays text where there is nothing to fill in', () => {
    expect(compileMessage("It's a '{'")).toBe("It's a {");
  });

  it('says which words stand between tags', () => {
    const compiled = compileMessage('Ask <link>the {who}</link> first.');
    expect(formatRuns(compiled, { who: 'council' }, 'en')).toEqual([
      'Ask ',
      { tag: 'link', text: 'the council' },
      ' first.',
    ]);
    expect(formatMessage(compiled, { who: 'council' }, 'en')).toBe('Ask the council first.');
  });

  it.each([
    ['fr', '1\u202f250 écoles'],
    ['es', '1250 écoles'],
    ['ar-u-nu-latn', '1,250 écoles'],
  ])('writes numbers as %s does: %s', (format, shown) => {
    expect(formatMessage(compileMessage('{count} écoles'), { count: 1250 }, format)).toBe(shown);
  });

  it('leaves no hole open unseen', () => {
    expect(() => formatMessage(compileMessage('{name} decides'), {}, 'en')).toThrow('{name}');
  });

  it.each(['{on, date, long}', '{n, number}', '{n, plural, offset:1 one {#} other {#}}'])(
    'refuses %s when it is built',
    (message) => {
      expect(() => compileMessage(message)).toThrow('Not understood');
    },
  );
});
