import { and, type Day, type Truth } from '../../kernel/index.ts';

/** The day something began or ended: not before `earliest`, not after `latest`. A missing side is not known. */
export type Bound = { readonly earliest?: Day; readonly latest?: Day };

/**
 * From `from` up to, not including, `to`. A missing bound means no such bound: always so far, no end. An empty bound
 * `{}` means that there is one, on an unknown day.
 */
export type Span = { readonly from?: Bound; readonly to?: Bound };

/** Whether the day lies in the span: unknown where it falls into the range of a bound. */
export function isInSpan(span: Span, day: Day): Truth {
  return and([hasBegun(span.from, day), hasNotEnded(span.to, day)]);
}

function hasBegun(from: Bound | undefined, day: Day): Truth {
  if (from === undefined) return 'true';
  if (from.latest !== undefined && day >= from.latest) return 'true';
  return from.earliest !== undefined && day < from.earliest ? 'false' : 'unknown';
}

function hasNotEnded(to: Bound | undefined, day: Day): Truth {
  if (to === undefined) return 'true';
  if (to.earliest !== undefined && day < to.earliest) return 'true';
  return to.latest !== undefined && day >= to.latest ? 'false' : 'unknown';
}

/** Certainly over on that day. */
export function isOver(span: Span, day: Day): boolean {
  return span.to !== undefined && hasNotEnded(span.to, day) === 'false';
}

/** The days on which an answer that rests on these spans can change. */
export function turningDays(spans: readonly Span[]): readonly Day[] {
  return spans
    .flatMap(({ from, to }) => [from?.earliest, from?.latest, to?.earliest, to?.latest])
    .filter((day): day is Day => day !== undefined);
}
