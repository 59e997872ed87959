/** Sentences from a phrasebook. The engine knows English by itself; another language brings its phrases, its plurals and its numerals. */
import { EN, type Phrasebook, type PhraseKey } from './en.ts';
import { type Pattern, readPattern } from './read-pattern.ts';

export type PhraseValues = Readonly<Record<string, string | number>>;

/** The port by which operators speak. */
export type Say = (key: PhraseKey, values?: PhraseValues) => string;

export type Grammar = {
  /** The plural category of a number: `one`, `few`, `other`. */
  readonly plural: (count: number) => string;
  readonly number: (value: number) => string;
};

/** Each pattern is read once, when it is first said. A pattern that cannot be read, or a value that is not given, is a bug: thrown. */
export function makeSay(phrases: Phrasebook, grammar: Grammar): Say {
  const read = new Map<PhraseKey, Pattern>();
  return (key, values = {}) => {
    const pattern = read.get(key) ?? readPattern(phrases[key]);
    read.set(key, pattern);
    return fill(pattern, values, grammar);
  };
}

function fill(pattern: Pattern, values: PhraseValues, grammar: Grammar, count?: number): string {
  return pattern
    .map((part) => {
      if ('text' in part) return part.text;
      if ('number' in part) return count === undefined ? '#' : grammar.number(count);
      const value = values[part.name];
      if (value === undefined) throw new Error(`A phrase asks for {${part.name}}, which nobody gives.`);
      if (!('choose' in part)) return typeof value === 'number' ? grammar.number(value) : value;
      const way = part.choose === 'select' ? part.ways.get(String(value)) : wayOf(part.ways, value, grammar);
      return fill(way ?? part.ways.get('other') ?? [], values, grammar, Number(value));
    })
    .join('');
}

const wayOf = (ways: ReadonlyMap<string, Pattern>, value: string | number, { plural }: Grammar) =>
  ways.get(`=${value}`) ?? ways.get(plural(Number(value)));

/** Numerals as the law writes them, without grouping: published bytes depend on it. */
export const sayEnglish: Say = makeSay(EN, {
  plural: (count) => (count === 1 ? 'one' : 'other'),
  number: String,
});
