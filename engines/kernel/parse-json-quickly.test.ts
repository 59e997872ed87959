import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonBytes, parseJsonSlowly } from './parse-json.ts';
import { parseJsonQuickly } from './parse-json-quickly.ts';

describe('the quick reader', () => {
  it('reads what is plain, so that the slow one is seldom asked', () => {
    expect(parseJsonQuickly('{"a":[1,{"b":"c:\\n"}],"d":null}', 64)).toEqual({
      a: [1, { b: 'c:\n' }],
      d: null,
    });
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, deeper', '[{"x":{"a":1,"a":2}}]'],
    ['__proto__', '{"__proto__":1}'],
    ['an escape that may be half a character', '"\\ud800"'],
    ['half a character', '"\ud800"'],
    ['a number too great', '[1e400]'],
    ['too deep', '[[[]]]'],
    ['no JSON', '{"a":}'],
  ])('leaves %s to the slow one', (_, text) => {
    expect(parseJsonQuickly(text, 2)).toBeUndefined();
  });

  it('never answers otherwise than the slow one', () => {
    const piece = fc.constantFrom(
      ...'{}[],:"\\',
      '"a"',
      '"b"',
      '"a":',
      '1',
      '1e999',
      'null',
      ' ',
      '\\u0061',
      '__proto__',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(5), (pieces, depth) => {
        const text = pieces.join('');
        const quick = parseJsonQuickly(text, depth);
        if (quick !== undefined) expect(parseJsonSlowly(text, depth)).toEqual({ ok: true, value: quick });
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        const quick = parseJsonQuickly(text, 64);
        if (quick !== undefined) expect(parseJsonSlowly(text, 64)).toEqual({ ok: true, value: quick });
      }),
    );
  });
});

describe('bytes', () => {
  it.each([
    ['a byte that no UTF-8 has', [0x22, 0xff, 0x22]],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
    ['half a character in three bytes', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x31]],
    ['UTF-16', [0xff, 0xfe, 0x31, 0x00]],
  ])('%s is refused', (_, bytes) => {
    expect(parseJsonBytes(Uint8Array.from(bytes))).toMatchObject({ error: { code: 'KERNEL_JSON_ENCODING' } });
  });

  it('too many are not even decoded', () => {
    expect(parseJsonBytes(new Uint8Array(10), { maxLength: 3 })).toMatchObject({
      error: { code: 'KERNEL_JSON_TOO_LARGE' },
    });
  });
});
