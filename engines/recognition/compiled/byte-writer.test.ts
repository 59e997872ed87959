import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newWriter, putWhole, writeBytes, writeText } from './byte-writer.ts';
import { utf8Of } from './utf8.ts';

const textOf = ({ bytes, length }: { bytes: Uint8Array; length: number }): string =>
  new TextDecoder().decode(bytes.subarray(0, length));

describe('bytes written one after another', () => {
  it('texts are UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...utf8Of(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect(new TextDecoder().decode(utf8Of('Мечников 医 🩺'))).toBe('Мечников 医 🩺');
  });

  it('whole numbers are written as ECMAScript writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        const bytes = new Uint8Array(20);
        const length = putWhole(number, bytes, 3);
        expect(textOf({ bytes: bytes.subarray(3), length: length - 3 })).toBe(String(number));
        expect(bytes[length]).toBe(0);
      }),
    );
  });

  it('the buffer grows', () => {
    const writer = newWriter();
    const long = 'x'.repeat(50_000);
    for (const text of [long, 'y', long, 'z']) writeText(writer, text);
    writeBytes(writer, utf8Of('!'));
    expect(textOf(writer)).toBe(`${long}y${long}z!`);
  });
});
