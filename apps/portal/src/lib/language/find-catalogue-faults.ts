/** What is wrong with a catalogue, one sentence per fault; an empty list is a pass. */
import { compileMessage } from './compile-message.ts';
import type { Piece } from './compiled-message.ts';

export type Catalogue = Readonly<Record<string, string>>;

/** By `area.key`: in which languages the value may equal the English one, and why. */
export type SameAsEnglish = Readonly<
  Record<string, { readonly locales: readonly string[]; readonly reason: string }>
>;

export type CatalogueCheck = {
  readonly area: string;
  readonly locale: string;
  readonly english: Catalogue;
  readonly translated: Catalogue;
  readonly same: SameAsEnglish;
};

export function findCatalogueFaults({
  area,
  locale,
  english,
  translated,
  same,
}: CatalogueCheck): readonly string[] {
  const at = (key: string): string => `${locale} ${area}.${key}`;
  const missing = Object.keys(english).filter((key) => translated[key] === undefined);
  const strange = Object.keys(translated).filter((key) => english[key] === undefined);
  const shared = Object.keys(english).flatMap((key) => {
    const [from, to] = [english[key], translated[key]];
    return from === undefined || to === undefined ? [] : [{ key, from, to }];
  });
  return [
    ...missing.map((key) => `${at(key)} is missing.`),
    ...strange.map((key) => `${at(key)} is not in English.`),
    ...shared.flatMap(({ key, from, to }) =>
      [
        holesFault(from, to),
        pluralFault(to, locale),
        sameFault(from === to, same[`${area}.${key}`], locale),
      ].flatMap((fault) => (fault === undefined ? [] : [`${at(key)} ${fault}`])),
    ),
  ];
}

function holesFault(from: string, to: string): string | undefined {
  const [expected, found] = [holesOf(from), holesOf(to)];
  return expected === found ? undefined : `has the holes and tags ${found}, not ${expected}.`;
}

function sameFault(
  isSame: boolean,
  entry: SameAsEnglish[string] | undefined,
  locale: string,
): string | undefined {
  const isListed = entry?.locales.includes(locale) === true;
  if (isSame && !isListed) return 'is the English text.';
  return !isSame && isListed ? 'is listed as the English text, and is not.' : undefined;
}

/** Names with their kind, sorted: `{count} {name} <link>`. How a hole is counted or chosen may differ by language. */
export function holesOf(message: string): string {
  const names = everyPiece(message).flatMap((piece) => {
    const [kind, name] = piece;
    if (kind === '#') return [];
    return [kind === 'tag' ? `<${name}>` : `{${name}}`];
  });
  return [...new Set(names)].sort().join(' ');
}

type Part = Exclude<Piece, string>;

function everyPiece(message: string): readonly Part[] {
  const compiled = compileMessage(message);
  return typeof compiled === 'string' ? [] : compiled.flatMap(partsWithin);
}

function partsWithin(piece: Piece): readonly Part[] {
  if (typeof piece === 'string') return [];
  const inside = piece[2];
  if (inside === undefined) return [piece];
  const pieces = Array.isArray(inside) ? (inside as readonly Piece[]) : Object.values(inside).flat();
  return [piece, ...pieces.flatMap(partsWithin)];
}

const MOST_COUNTED = 200;

/** A plural says every form that the language has for numbers people count to: Russian one, few, many; Arabic six. */
function pluralFault(message: string, locale: string): string | undefined {
  const rules = new Intl.PluralRules(locale);
  const forms = new Set(Array.from({ length: MOST_COUNTED }, (_, number) => rules.select(number)));
  for (const [kind, name, options] of everyPiece(message)) {
    if (kind !== 'plural') continue;
    const lacking = [...forms].filter(
      (form) => !(form in options) && form !== 'other' && !isExact(form, options, rules),
    );
    if (lacking.length > 0) return `lacks the plural ${lacking.join(', ')} of {${name}}.`;
  }
  return undefined;
}

/** A form that only one number has may be said for that number: `=0` stands for zero. */
function isExact(form: string, options: object, rules: Intl.PluralRules): boolean {
  const numbers = Array.from({ length: MOST_COUNTED }, (_, number) => number).filter(
    (number) => rules.select(number) === form,
  );
  return numbers.every((number) => `=${number}` in options);
}
