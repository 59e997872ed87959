import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';

/** ASCII decimal without leading zeroes. The formats go to 2^63; beyond 2^53 - 1 we refuse by name rather than count wrongly. */
export function parseDecimal(text: string): Result<number, TransparencyProblem> {
  const value = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value)
    ? ok(value)
    : err(
        refuse(
          'TRANSPARENCY_NUMBER_FORMAT',
          `${quoteText(text)} is not a whole number that can be counted here.`,
        ),
      );
}
