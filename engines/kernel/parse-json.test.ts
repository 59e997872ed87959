import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise } from './canonical-json.ts';
import { JSON_LIMITS, parseJson } from './parse-json.ts';

describe('what is JSON is read as the platform reads it', () => {
  it.each([
    'null',
    'true',
    ' false ',
    '0',
    '-0',
    '-12.50e+2',
    '1E-7',
    '""',
    String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`,
    '"é😀\u007f\u2028"',
    '[]',
    '{}',
    ' { "a" : [ 1 , { "b" : null } ] ,\r\n\t"c":"" } ',
    '{"constructor":1,"toString":2,"hasOwnProperty":3}',
    '[[1],[2,[3]]]',
  ])('%s', (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('any value, written compactly or over several lines', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = JSON.stringify(value, undefined, indent);
          if (text.includes('"__proto__"')) return;
          expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
        },
      ),
    );
  });
});

describe('what is not JSON is refused with the place', () => {
  it.each([
    // text, pointer, message
    ['', '', 'Line 1, column 1: The text ends too early. A value is missing here.'],
    ['  ', '', 'Line 1, column 3: The text ends too early. A value is missing here.'],
    ['{"a":[1,]}', '/a/1', 'Line 1, column 9: A value is missing here.'],
    ['{"a":1,}', '', 'Line 1, column 8: A name in double quotation marks is missing here.'],
    ["{'a':1}", '', 'Line 1, column 2: A name in double quotation marks is missing here.'],
    ['{a:1}', '', 'Line 1, column 2: A name in double quotation marks is missing here.'],
    ['{"a" 1}', '', 'Line 1, column 6: A colon is missing here.'],
    ['{"a":}', '/a', 'Line 1, column 6: A value is missing here.'],
    ['{"a":1 "b":2}', '', 'Line 1, column 8: A comma or a closing brace is missing here.'],
    ['{"a":1', '', 'Line 1, column 7: The text ends too early. A comma or a closing brace is missing here.'],
    ['[1 2]', '', 'Line 1, column 4: A comma or a closing bracket is missing here.'],
    ['[1', '', 'Line 1, column 3: The text ends too early. A comma or a closing bracket is missing here.'],
    ['[1]]', '', 'Line 1, column 4: Something follows the end of the value.'],
    ['1 2', '', 'Line 1, column 3: Something follows the end of the value.'],
    ['01', '', 'Line 1, column 2: Something follows the end of the value.'],
    ['1.', '', 'Line 1, column 2: Something follows the end of the value.'],
    ['.5', '', 'Line 1, column 1: A value is missing here.'],
    ['+1', '', 'Line 1, column 1: A value is missing here.'],
    ['[-]', '/0', 'Line 1, column 2: A number has digits after its sign.'],
    ['NaN', '', 'Line 1, column 1: A value is missing here.'],
    ['nul', '', 'Line 1, column 1: A value is missing here.'],
    ['truer', '', 'Line 1, column 5: Something follows the end of the value.'],
    [
      '"abc',
      '',
      'Line 1, column 5: The text ends too early. The closing quotation mark of a string is missing.',
    ],
    [
      '"a\tb"',
      '',
      'Line 1, column 3: A line break, a tab or another control character stands bare inside a string.',
    ],
    [String.raw`["\x41"]`, '/0', 'Line 1, column 3: A backslash begins no known escape here.'],
    [String.raw`"\u12g4"`, '', 'Line 1, column 2: A backslash begins no known escape here.'],
    ['// note\n1', '', 'Line 1, column 1: A value is missing here.'],
    ['\ufeff1', '', 'Line 1, column 1: A value is missing here.'],
    ['\u00a01', '', 'Line 1, column 1: A value is missing here.'],
    ['{\n  "a": [\n    1,\n    x\n  ]\n}', '/a/1', 'Line 4, column 5: A value is missing here.'],
  ])('%j', (text, at, message) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { code: 'KERNEL_JSON_SYNTAX', message, at } });
    expect(() => JSON.parse(text)).toThrow();
  });
});

describe('what other readers let pass is refused too', () => {
  it.each([
    ['a name twice', '{"x":{"a":1,"b":2,"a":1}}', 'KERNEL_JSON_DUPLICATE_KEY', '/x/a'],
    ['a name twice, once escaped', String.raw`{"a":1,"\u0061":2}`, 'KERNEL_JSON_DUPLICATE_KEY', '/a'],
    ['a name twice, before another fault', '{"a":1,"a":}', 'KERNEL_JSON_DUPLICATE_KEY', '/a'],
    ['__proto__', '[{"__proto__":{"admin":true}}]', 'KERNEL_JSON_FORBIDDEN_KEY', '/0/__proto__'],
    ['__proto__, escaped', String.raw`{"\u005f_proto__":1}`, 'KERNEL_JSON_FORBIDDEN_KEY', '/__proto__'],
    ['a high surrogate alone', String.raw`{"n":"\ud800x"}`, 'KERNEL_JSON_LONE_SURROGATE', '/n'],
    ['a low surrogate alone', String.raw`["\udc00"]`, 'KERNEL_JSON_LONE_SURROGATE', '/0'],
    ['a bare lone surrogate', '["\ud800"]', 'KERNEL_JSON_LONE_SURROGATE', '/0'],
    ['a lone surrogate in a name', String.raw`{"o":{"\ud800":1}}`, 'KERNEL_JSON_LONE_SURROGATE', '/o'],
    ['a number beyond a double', '{"n":[1e400]}', 'KERNEL_JSON_NUMBER_RANGE', '/n/0'],
    ['a negative one', '-1e400', 'KERNEL_JSON_NUMBER_RANGE', ''],
  ])('%s', (_, text, code, at) => {
    expect(parseJson(text)).toMatchObject({ ok: false, error: { code, at } });
  });

  it('names in different objects may repeat', () => {
    expect(parseJson('[{"a":1},{"a":{"a":2}}]').ok).toBe(true);
  });

  it('nothing on the platform has changed afterwards', () => {
    parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect('polluted' in {}).toBe(false);
  });
});

describe('limits', () => {
  const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('64 levels are read, 65 are not, unless the caller says otherwise', () => {
    expect(JSON_LIMITS.maxDepth).toBe(64);
    expect(parseJson(nest(64)).ok).toBe(true);
    expect(parseJson(nest(65))).toMatchObject({
      ok: false,
      error: { code: 'KERNEL_JSON_TOO_DEEP', at: '/0'.repeat(64) },
    });
    expect(parseJson('{"a":{"b":1}}', { maxDepth: 2 }).ok).toBe(true);
    expect(parseJson('{"a":{"b":[]}}', { maxDepth: 2 })).toMatchObject({ ok: false, error: { at: '/a/b' } });
  });

  it('half a million open brackets are a problem, not a crash', () => {
    expect(parseJson('['.repeat(500_000))).toMatchObject({
      ok: false,
      error: { code: 'KERNEL_JSON_TOO_DEEP' },
    });
  });

  it('text over the limit is refused unread, text of just the limit is read', () => {
    expect(parseJson(`"${'x'.repeat(JSON_LIMITS.maxLength - 2)}"`).ok).toBe(true);
    expect(parseJson(`"${'x'.repeat(JSON_LIMITS.maxLength - 1)}"`)).toMatchObject({
      ok: false,
      error: {
        code: 'KERNEL_JSON_TOO_LARGE',
        message: 'The text is 1048577 characters long; at most 1048576 are read.',
      },
    });
    expect(parseJson('[1]', { maxLength: 2 }).ok).toBe(false);
  });
});

describe('hostile text', () => {
  it('is read exactly when the platform reads it and the stricter rules have nothing to say', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      '.5',
      'e1',
      'null',
      ' ',
      '\n',
      '"',
      '\\',
      '\\u0041',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const ours = parseJson(text);
        const strict = !ours.ok && ours.error.code === 'KERNEL_JSON_DUPLICATE_KEY';
        expect(ours.ok || strict).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('of any characters gives an answer, and what it gives has a canonical form that reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseJson(text);
        if (!read.ok) return;
        const canonical = canonicalise(read.value);
        expect(canonical.ok && parseJson(canonical.value)).toEqual({ ok: true, value: read.value });
      }),
    );
  });
});

describe('canonical text', () => {
  it('is a fixed point: reading and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const first = canonicalise(value);
        if (!first.ok || first.value.includes('"__proto__"')) return;
        const read = parseJson(first.value);
        expect(read.ok && canonicalise(read.value)).toEqual(first);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
