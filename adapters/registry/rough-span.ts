import { addDays, expectOk, type PartialDate, parsePartialDate } from '@testamur/engines/kernel';
import type { Bound, Span } from '@testamur/engines/recognition/registry';
import type { RoughDate } from './agency-file.ts';

/** Files name the last day, as sources do; spans end before their `to`. The schemas have checked the form of dates. */
export function spanOf(from: RoughDate | undefined, through: RoughDate | undefined): Span {
  return {
    ...(from === undefined ? {} : { from: boundOf(from) }),
    ...(through === undefined ? {} : { to: shiftByOne(boundOf(through)) }),
  };
}

export function boundOf(date: RoughDate): Bound {
  if (typeof date === 'string') return daysOf(date);
  return {
    ...(date.notBefore === undefined ? {} : { earliest: daysOf(date.notBefore).earliest }),
    ...(date.notAfter === undefined ? {} : { latest: daysOf(date.notAfter).latest }),
  };
}

/** The calendar may still refuse what the schema let through, "2024-02-31": `checkDates` reports it before this runs. */
function daysOf(text: string): PartialDate {
  return expectOk(parsePartialDate(text), 'dates are checked when the file is read');
}

function shiftByOne({ earliest, latest }: Bound): Bound {
  return {
    ...(earliest === undefined ? {} : { earliest: addDays(earliest, 1) }),
    ...(latest === undefined ? {} : { latest: addDays(latest, 1) }),
  };
}
