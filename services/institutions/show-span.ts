import { formatDay } from '@testamur/engines/kernel';
import type { Bound, Span } from '@testamur/engines/recognition/registry';

/** A day, or the first and the last day it can have been; an absent side is not known. */
export type BoundShown = string | { readonly earliest?: string; readonly latest?: string };
/** From `from` up to, not including, `to`; without `to` no end is known of. */
export type SpanShown = { readonly from?: BoundShown; readonly to?: BoundShown };

export function showSpan({ from, to }: Span): SpanShown {
  return {
    ...(from === undefined ? {} : { from: showBound(from) }),
    ...(to === undefined ? {} : { to: showBound(to) }),
  };
}

function showBound({ earliest, latest }: Bound): BoundShown {
  if (earliest !== undefined && earliest === latest) return formatDay(earliest);
  return {
    ...(earliest === undefined ? {} : { earliest: formatDay(earliest) }),
    ...(latest === undefined ? {} : { latest: formatDay(latest) }),
  };
}
