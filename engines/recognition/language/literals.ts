/** Literals of the law as values, each read once. The loader refused any that cannot be read, so a failure here is a bug. */
import {
  type Day,
  expectOk,
  type PartialDate,
  type Period,
  parseDay,
  parsePartialDate,
  parsePeriod,
} from '../../kernel/index.ts';

export const literalDay = readOnce(
  (text: string): Day => expectOk(parseDay(text), `the day ${text} of a pack`),
);

export const literalPartialDate = readOnce(
  (text: string): PartialDate => expectOk(parsePartialDate(text), `the date ${text} of a pack`),
);

export const literalPeriod = readOnce(
  (text: string): Period => expectOk(parsePeriod(text), `the period ${text} of a pack`),
);

/** Laws hold a few hundred literals, so what was read is kept. */
function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const held = new Map<string, T>();
  return (text) => {
    const known = held.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    held.set(text, value);
    return value;
  };
}
