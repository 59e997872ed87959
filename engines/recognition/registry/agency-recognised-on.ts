import { and, type Citation, type Day, type Truth } from '../../kernel/index.ts';
import type { Recognition, RecognitionTerm, Registry } from './registry.ts';
import { isInSpan, isOver, type Span } from './span.ts';

/** Why the answer is what it is, in one word. */
export type RecognitionReason =
  | 'in-term'
  | 'refused-or-ended' // something says that it was not recognised on that day
  | 'before-programme' // the recogniser recognised nobody yet
  | 'bound-uncertain' // the day falls where a term may or may not have begun or ended
  | 'renewal-unknown' // the last term known has ended and no news was seen
  | 'before-known-terms' // nothing was seen about that time
  | 'country-not-listed' // recognised, but for other countries as far as is known
  | 'agency-unknown'; // no recognition of this agency by this recogniser is in the registry

export type RecognitionAnswer = {
  readonly truth: Truth;
  readonly reason: RecognitionReason;
  readonly cite: readonly Citation[];
};

export type RecognitionQuestion = {
  readonly agency: string;
  readonly country: string;
  readonly recogniser: string;
};

/** Whether the recogniser recognised the agency, for that country, on that day. */
export function agencyRecognisedOn(
  registry: Registry,
  question: RecognitionQuestion,
  day: Day,
): RecognitionAnswer {
  const recogniser = registry.recognisers.get(question.recogniser);
  if (recogniser !== undefined && isInSpan(recogniser.programme, day) === 'false') {
    return { truth: 'false', reason: 'before-programme', cite: recogniser.cite };
  }
  const agency = registry.agencies.get(question.agency);
  const recognition = agency?.recognitions.find((each) => each.recogniser === question.recogniser);
  if (recognition === undefined) return { truth: 'unknown', reason: 'agency-unknown', cite: [] };
  const byTerm = answerOfTerms(recognition, day);
  if (byTerm.truth === 'false') return byTerm;
  const territory = territoryOn(recognition, question.country, day);
  if (territory === 'unlisted') return { truth: 'unknown', reason: 'country-not-listed', cite: byTerm.cite };
  const truth = and([byTerm.truth, territory]);
  return truth === byTerm.truth ? byTerm : { truth, reason: 'bound-uncertain', cite: byTerm.cite };
}

function answerOfTerms({ terms }: Recognition, day: Day): RecognitionAnswer {
  const judged = terms.map((term) => ({ term, truth: isInSpan(term.span, day) }));
  const holding = judged.find(({ truth }) => truth === 'true');
  if (holding !== undefined) {
    const recognised = holding.term.outcome === 'recognised';
    const reason = recognised ? 'in-term' : 'refused-or-ended';
    return { truth: recognised ? 'true' : 'false', reason, cite: holding.term.cite };
  }
  const open = judged.filter(({ truth }) => truth === 'unknown').map(({ term }) => term);
  if (open.length > 0) return unknownBecause('bound-uncertain', open);
  const over = terms.filter((term) => isOver(term.span, day));
  return over.length > 0
    ? unknownBecause('renewal-unknown', over)
    : unknownBecause('before-known-terms', terms);
}

function unknownBecause(reason: RecognitionReason, terms: readonly RecognitionTerm[]): RecognitionAnswer {
  return { truth: 'unknown', reason, cite: terms.flatMap((term) => term.cite) };
}

function territoryOn({ territories }: Recognition, country: string, day: Day): Truth | 'unlisted' {
  const listed = territories.find((each) => each.country === country);
  if (listed === undefined) return 'unlisted';
  if (listed.span === undefined) return 'true';
  // Before the day from which a later country is known to count, nothing says that it did not.
  return isInSpan(listed.span, day) === 'true' ? 'true' : 'unknown';
}

/** The spans on which answers about this agency rest. */
export function spansOfRecognition(
  registry: Registry,
  agencyId: string,
  recogniserId: string,
): readonly Span[] {
  const recogniser = registry.recognisers.get(recogniserId);
  const recognitions = registry.agencies.get(agencyId)?.recognitions ?? [];
  const spans = recognitions
    .filter((each) => each.recogniser === recogniserId)
    .flatMap(({ terms, territories }) => [...terms, ...territories].map(({ span }) => span));
  return [recogniser?.programme, ...spans].filter((span): span is Span => span !== undefined);
}
