import type { Citation } from '@testamur/engines/kernel';
import type { Source } from '@testamur/engines/recognition';

/** A citation with the source that its id names, as a page shows it. */
export type Cited = { readonly cite: Citation; readonly source?: Source };

/** Finds sources by id among those of one pack: ids are private to a pack. */
export function citedIn(sources: readonly Source[], cites: readonly Citation[]): readonly Cited[] {
  return cites.map((cite) => {
    const source = sources.find((each) => each.source === cite.source);
    return source === undefined ? { cite } : { cite, source };
  });
}
