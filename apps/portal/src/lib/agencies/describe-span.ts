import { addDays, type Day, formatDay, formatPartialDate } from '@testamur/engines/kernel';
import type { Bound, Span } from '@testamur/engines/recognition/registry';
import { formatDate } from '../ui/format-date.ts';

/** A span with rough ends in words: `from September 2022, at least to 3 May 2024; the end is not known`. */
export function describeSpan({ from, to }: Span): string {
  return `${describeStart(from)}, ${describeEnd(to)}`;
}

function describeStart(from: Bound | undefined): string {
  if (from === undefined) return 'always so far';
  const { earliest, latest } = from;
  if (earliest !== undefined && latest !== undefined) return `from ${roughly(earliest, latest)}`;
  if (latest !== undefined) return `since ${day(latest)} at the latest`;
  if (earliest !== undefined) return `from a day not before ${day(earliest)}`;
  return 'from a day that is not known';
}

/** Spans end before their `to`; people name the last day. */
function describeEnd(to: Bound | undefined): string {
  if (to === undefined) return 'with no end that we know of';
  const earliest = to.earliest === undefined ? undefined : addDays(to.earliest, -1);
  const latest = to.latest === undefined ? undefined : addDays(to.latest, -1);
  if (earliest !== undefined && latest !== undefined) return `to ${roughly(earliest, latest)}`;
  if (earliest !== undefined) return `at least to ${day(earliest)}; the end is not known`;
  if (latest !== undefined) return `to ${day(latest)} at the latest`;
  return 'to a day that is not known';
}

function roughly(earliest: Day, latest: Day): string {
  const [first = '', last] = formatPartialDate({ earliest, latest }).split('/');
  return last === undefined
    ? formatDate(first)
    : `a day between ${formatDate(first)} and ${formatDate(last)}`;
}

const day = (value: Day): string => formatDate(formatDay(value));
