/** The two tokens of RFC 8259 that need reading: strings (section 7) and numbers (section 6). Both start at `start` in untrusted text. */

export type Token<T> = { readonly value: T; readonly end: number };

/** Where and why a token could not be read. */
export type TokenFault = { readonly fault: string; readonly position: number };

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads a string whose opening quotation mark stands at `start`. */
export function readString(text: string, start: number): Token<string> | TokenFault {
  let value = '';
  let position = start + 1;
  for (;;) {
    const end = endOfPlainRun(text, position);
    value += text.slice(position, end);
    const next = text[end];
    if (next === '"') return { value, end: end + 1 };
    if (next === undefined)
      return { fault: 'The closing quotation mark of a string is missing.', position: end };
    if (next !== '\\') {
      return {
        fault: 'A line break, a tab or another control character stands bare inside a string.',
        position: end,
      };
    }
    const escaped = readEscape(text, end);
    if ('fault' in escaped) return escaped;
    value += escaped.value;
    position = escaped.end;
  }
}

export function readNumber(text: string, start: number): Token<number> | TokenFault {
  const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  number.lastIndex = start;
  const found = number.exec(text)?.[0];
  if (found === undefined) return { fault: 'A number has digits after its sign.', position: start };
  return { value: Number(found), end: start + found.length };
}

function readEscape(text: string, start: number): Token<string> | TokenFault {
  const letter = text[start + 1] ?? '';
  const simple = Object.hasOwn(ESCAPED, letter) ? ESCAPED[letter] : undefined;
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const hex = text.slice(start + 2, start + 6);
  if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
    return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: start + 6 };
  }
  return { fault: 'A backslash begins no known escape here.', position: start };
}

/** The first place that is a quotation mark, a backslash, a control character or the end of the text. */
function endOfPlainRun(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c) break;
    end += 1;
  }
  return end;
}
