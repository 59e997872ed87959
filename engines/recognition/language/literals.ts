/** Literals of the law as values. The loader refused any that cannot be read, so a failure here is a bug. */
import {
  type Day,
  expectOk,
  type PartialDate,
  type Period,
  parseDay,
  parsePartialDate,
  parsePeriod,
} from '../../kernel/index.ts';

export const literalDay = (text: string): Day => expectOk(parseDay(text), `the day ${text} of a pack`);
export const literalPartialDate = (text: string): PartialDate =>
  expectOk(parsePartialDate(text), `the date ${text} of a pack`);
export const literalPeriod = (text: string): Period =>
  expectOk(parsePeriod(text), `the period ${text} of a pack`);
