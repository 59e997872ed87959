/** The reader of phrases, the port that speaks with them, and the English phrasebook. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EN, type Phrasebook, type PhraseKey } from './en.ts';
import { type Pattern, readPattern } from './read-pattern.ts';
import { type Grammar, makeSay, sayEnglish } from './say.ts';

const RUSSIAN: Grammar = {
  plural: (count) => new Intl.PluralRules('ru').select(count),
  number: (value) => value.toLocaleString('ru'),
};

/** One phrase in place of a known one. */
const sayOne = (pattern: string, grammar: Grammar = RUSSIAN) => {
  const say = makeSay({ ...EN, wording: pattern } as Phrasebook, grammar);
  return (values = {}) => say('wording', values);
};

describe('a phrase', () => {
  it.each<[string, Readonly<Record<string, string | number>>, string]>([
    ['{a} before {b}', { a: 'x', b: 'y' }, 'x before y'],
    ['{b} after { a }', { a: 'x', b: 'y' }, 'y after x'],
    ["the table's {a}", { a: 'x' }, "the table's x"],
    ["l''{a} and '{'a'}'", { a: 'x' }, "l'x and {a}"],
    ['# is no number here', {}, '# is no number here'],
    ['{n, plural, one {# год} few {# года} other {# лет}}', { n: 1 }, '1 год'],
    ['{n, plural, one {# год} few {# года} other {# лет}}', { n: 3 }, '3 года'],
    ['{n, plural, one {# год} few {# года} other {# лет}}', { n: 11 }, '11 лет'],
    ['{n, plural, =0 {нет} other {#}}', { n: 0 }, 'нет'],
    ['{n, plural, one {#} other {# из {all}}}', { n: 5, all: 'семи' }, '5 из семи'],
    ['{who, select, school {её} other {его}} день', { who: 'school' }, 'её день'],
    ['{who, select, school {её} other {его}} день', { who: 'toString' }, 'его день'],
    ['{a}', { a: '{b}' }, '{b}'],
    ['{n}', { n: 1234.5 }, (1234.5).toLocaleString('ru')],
  ])('%s', (pattern, values, said) => {
    expect(sayOne(pattern)(values)).toBe(said);
  });

  it.each([
    '{',
    '}',
    '{a',
    '{a b}',
    '{1}',
    '{n, plural, one {#}}',
    '{n, number}',
    "'{",
    '{n, plural, other {#}',
    'a } b',
  ])('is refused as “%s”', (pattern) => {
    expect(() => readPattern(pattern)).toThrow('The phrase');
  });

  it('with a value that nobody gives is a bug, not a gap in a sentence', () => {
    expect(() => sayOne('{a} of {b}')({ a: 'x' })).toThrow('{b}');
  });

  it('says any text without a sign of its own as it stands', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[{}']/g, '');
        expect(sayOne(plain)()).toBe(plain);
        expect(sayOne('{a}')({ a: text })).toBe(text);
      }),
    );
  });
});

const namesIn = (pattern: Pattern): readonly string[] =>
  pattern.flatMap((part) => [
    ...('name' in part ? [part.name] : []),
    ...('ways' in part ? [...part.ways.values()].flatMap(namesIn) : []),
  ]);

describe('the English phrasebook', () => {
  it.each(Object.keys(EN) as PhraseKey[])('can say %s', (key) => {
    const names = new Set(namesIn(readPattern(EN[key])));
    const said = sayEnglish(
      key,
      Object.fromEntries([...names].map((name) => [name, name === 'count' ? 2 : name])),
    );
    for (const name of names) if (name !== 'count') expect(said).toContain(name);
    expect(said).not.toMatch(/[{}#]/);
  });

  it('writes numbers as the law does, without grouping', () => {
    expect(sayEnglish('quantity', { amount: 5500, unit: 'hours' })).toBe('5500 hours');
    expect(sayEnglish('period.days', { count: 1000 })).toBe('1000 days');
  });
});
