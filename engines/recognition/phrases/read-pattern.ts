/**
 * The part of ICU MessageFormat that sentences need: `{name}`, `{name, plural, =0 {…} one {…} other {…}}`, `{name, select, a {…} other {…}}`,
 * `#` for the number of a plural, and the apostrophe that quotes braces. Anything else is a fault of the phrasebook and is refused when read.
 */
export type Part =
  | { readonly text: string }
  | { readonly name: string }
  | {
      readonly name: string;
      readonly choose: 'plural' | 'select';
      readonly ways: ReadonlyMap<string, Pattern>;
    }
  | { readonly number: true };

export type Pattern = readonly Part[];

type Reader = { readonly source: string; at: number };

/** @example readPattern('{n, plural, one {# day} other {# days}}') */
export function readPattern(source: string): Pattern {
  const reader: Reader = { source, at: 0 };
  const pattern = readParts(reader, 'outside');
  if (reader.at < source.length) throw fault(reader, 'a brace that opens nothing');
  return pattern;
}

const fault = ({ source, at }: Reader, what: string): Error =>
  new Error(`The phrase “${source}” has ${what} at ${at}.`);

type Place = 'outside' | 'inPlural' | 'inSelect';

function readParts(reader: Reader, place: Place): Pattern {
  const parts: Part[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  while (reader.at < reader.source.length) {
    const sign = reader.source.charAt(reader.at);
    if (sign === '}') break;
    if (sign === "'") text += readApostrophe(reader);
    else if (sign === '{' || (sign === '#' && place === 'inPlural')) {
      close();
      parts.push(sign === '{' ? readArgument(reader) : { number: true });
      if (sign === '#') reader.at += 1;
    } else {
      text += sign;
      reader.at += 1;
    }
  }
  close();
  return parts;
}

/** `''` is an apostrophe; one before a brace or `#` quotes up to the next; any other stands for itself. */
function readApostrophe(reader: Reader): string {
  const { source, at } = reader;
  const next = source.charAt(at + 1);
  if (!/[{}#']/.test(next) || next === '') {
    reader.at += 1;
    return "'";
  }
  if (next === "'") {
    reader.at += 2;
    return "'";
  }
  const end = source.indexOf("'", at + 1);
  if (end < 0) throw fault(reader, 'a quotation that does not end');
  reader.at = end + 1;
  return source.slice(at + 1, end);
}

function readArgument(reader: Reader): Part {
  const [whole = '', name = '', next] = take(reader, /\{\s*([A-Za-z]\w*)\s*([,}])/y);
  if (whole === '') throw fault(reader, 'no name in braces');
  if (next === '}') return { name };
  const [, choose] = take(reader, /\s*(plural|select)\s*,/y);
  if (choose !== 'plural' && choose !== 'select') throw fault(reader, 'neither plural nor select');
  const ways = new Map<string, Pattern>();
  for (;;) {
    const [, way] = take(reader, /\s*(=\d+|\w+)\s*\{/y);
    if (way === undefined) break;
    ways.set(way, readParts(reader, choose === 'plural' ? 'inPlural' : 'inSelect'));
    expectBrace(reader);
  }
  if (!ways.has('other')) throw fault(reader, `no other for ${name}`);
  take(reader, /\s*/y);
  expectBrace(reader);
  return { name, choose, ways };
}

function expectBrace(reader: Reader): void {
  if (reader.source.charAt(reader.at) !== '}') throw fault(reader, 'a brace that does not close');
  reader.at += 1;
}

/** What stands here, passed over; nothing where it does not. */
function take(reader: Reader, expected: RegExp): readonly (string | undefined)[] {
  expected.lastIndex = reader.at;
  const found = expected.exec(reader.source);
  if (found === null) return [];
  reader.at = expected.lastIndex;
  return found;
}
