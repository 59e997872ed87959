import { addDays, type Day, formatDay, formatPartialDate } from '@testamur/engines/kernel';
import type { Bound, Span } from '@testamur/engines/recognition/registry';
import type { Language } from '../language/language.ts';

/** A span with rough ends in words: `from September 2022, at least to 3 May 2024; the end is not known`. */
export function describeSpan({ from, to }: Span, language: Language): string {
  return language.say('agencies.span', {
    start: describeStart(from, language),
    end: describeEnd(to, language),
  });
}

function describeStart(from: Bound | undefined, language: Language): string {
  const { say } = language;
  if (from === undefined) return say('agencies.span.always');
  const { earliest, latest } = from;
  if (earliest !== undefined && latest !== undefined)
    return say('agencies.span.from', { day: roughly(earliest, latest, language) });
  if (latest !== undefined) return say('agencies.span.since', { day: write(latest, language) });
  if (earliest !== undefined) return say('agencies.span.notBefore', { day: write(earliest, language) });
  return say('agencies.span.fromUnknown');
}

/** Spans end before their `to`; people name the last day. */
function describeEnd(to: Bound | undefined, language: Language): string {
  const { say } = language;
  if (to === undefined) return say('agencies.span.open');
  const earliest = to.earliest === undefined ? undefined : addDays(to.earliest, -1);
  const latest = to.latest === undefined ? undefined : addDays(to.latest, -1);
  if (earliest !== undefined && latest !== undefined)
    return say('agencies.span.to', { day: roughly(earliest, latest, language) });
  if (earliest !== undefined) return say('agencies.span.atLeast', { day: write(earliest, language) });
  if (latest !== undefined) return say('agencies.span.atMost', { day: write(latest, language) });
  return say('agencies.span.toUnknown');
}

function roughly(earliest: Day, latest: Day, { say, day }: Language): string {
  const [first = '', last] = formatPartialDate({ earliest, latest }).split('/');
  return last === undefined ? day(first) : say('agencies.span.between', { from: day(first), to: day(last) });
}

const write = (value: Day, { day }: Language): string => day(formatDay(value));
