import type { RequestFound } from './privacy-store.ts';

export type RequestState = 'open' | 'granted' | 'refusal-under-review' | 'refused';

/** A refusal is none until a second person has upheld it; one that is overturned is granted. */
export function stateOf({ decision, review }: Pick<RequestFound, 'decision' | 'review'>): RequestState {
  if (decision === undefined) return 'open';
  if (decision.outcome === 'granted' || review?.outcome === 'overturned') return 'granted';
  return review === undefined ? 'refusal-under-review' : 'refused';
}
