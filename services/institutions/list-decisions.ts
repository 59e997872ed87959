import type { Citation } from '@testamur/engines/kernel';
import type { AccreditationOutcome, Registry } from '@testamur/engines/recognition/registry';
import { type SpanShown, showSpan } from './show-span.ts';

export type DecisionListed = {
  readonly agency: string;
  readonly outcome: AccreditationOutcome;
  readonly campus?: string;
  readonly span: SpanShown;
  readonly cite: readonly Citation[];
};

/** Decisions about one school that are known here. None listed is not "not accredited": nobody has told. */
export function listDecisions(registry: Registry, school: string): readonly DecisionListed[] {
  return (registry.decisions.get(school) ?? []).map(({ agency, outcome, campus, span, cite }) => ({
    agency,
    outcome,
    ...(campus === undefined ? {} : { campus }),
    span: showSpan(span),
    cite,
  }));
}
