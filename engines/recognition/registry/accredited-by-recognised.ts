import {
  type Citation,
  type CitationGrade,
  type Day,
  or,
  type Truth,
  weakestGrade,
} from '../../kernel/index.ts';
import { accreditationOn, countryOf, type DecisionOn, type Site } from './accreditation-on.ts';
import { agencyRecognisedOn, type RecognitionReason, spansOfRecognition } from './agency-recognised-on.ts';
import { lineageOf, spansOfLineage } from './lineage.ts';
import type { Registry } from './registry.ts';
import { turningDays } from './span.ts';
import { standingOn } from './successor-on.ts';

/** One decision with the recognition of its agency on the same day. */
export type AccreditationReason = {
  readonly agency: string;
  readonly outcome: string;
  readonly inForce: 'true' | 'unknown';
  readonly recognition: Truth;
  readonly recognitionReason?: RecognitionReason;
  readonly truth: Truth;
  /** The weakest link of decision and recognition. */
  readonly grade: CitationGrade;
  readonly cite: readonly Citation[];
};

export type AccreditationAnswer = { readonly truth: Truth; readonly reasons: readonly AccreditationReason[] };

/**
 * Whether the site was accredited on the day by an agency which the recogniser recognised, on that day, for the country
 * of the site. Without a recogniser any agency will do. No decision known about the day: unknown, with no reasons.
 *
 * @example accreditedByRecognisedOn(registry, { school: 'sch-xa-1' }, day, 'wfme').truth // 'true'
 */
export function accreditedByRecognisedOn(
  registry: Registry,
  site: Site,
  day: Day,
  recogniser: string | undefined,
): AccreditationAnswer {
  const country = countryOfAnswering(registry, site, day);
  if (country === undefined) return { truth: 'unknown', reasons: [] };
  const decisions = accreditationOn(registry, site, day);
  const reasons = decisions.map((each) => judgeDecision(registry, each, { country, recogniser, day }));
  return { truth: reasons.length === 0 ? 'unknown' : or(reasons.map((reason) => reason.truth)), reasons };
}

type Asked = { readonly country: string; readonly recogniser: string | undefined; readonly day: Day };

function judgeDecision(
  registry: Registry,
  { decision, inForce }: DecisionOn,
  asked: Asked,
): AccreditationReason {
  const { country, recogniser, day } = asked;
  const question = recogniser === undefined ? undefined : { agency: decision.agency, country, recogniser };
  const recognition = question === undefined ? undefined : agencyRecognisedOn(registry, question, day);
  const cite = [...decision.cite, ...(recognition?.cite ?? [])];
  const recognised = recognition?.truth ?? 'true';
  return {
    agency: decision.agency,
    outcome: decision.outcome,
    inForce,
    recognition: recognised,
    ...(recognition === undefined ? {} : { recognitionReason: recognition.reason }),
    truth: inForce === 'true' ? truthOfOutcome(decision.outcome, recognised) : 'unknown',
    grade: weakestGrade(cite.map((each) => each.grade)) ?? 'D',
    cite,
  };
}

/** A refusal counts only from an agency whose word counts; an accreditation counts for as much as its agency does. */
function truthOfOutcome(outcome: DecisionOn['decision']['outcome'], recognised: Truth): Truth {
  const granted = outcome === 'accredited' || outcome === 'accredited-with-conditions';
  if (granted) return recognised;
  return recognised === 'true' ? 'false' : 'unknown';
}

function countryOfAnswering(registry: Registry, site: Site, day: Day): string | undefined {
  if (site.campus !== undefined) return countryOf(registry, site);
  const standing = standingOn(registry, site.school, day);
  return standing.state === 'unknown' ? undefined : standing.school.country;
}

/** The days on which the answer about this site can change, in order. */
export function turningDaysOfSite(
  registry: Registry,
  site: Site,
  recogniser: string | undefined,
): readonly Day[] {
  const lineage = lineageOf(registry, site.school);
  const decisions = lineage.flatMap((id) => registry.decisions.get(id) ?? []);
  const agencies = [...new Set(decisions.map(({ agency }) => agency))];
  const recognitions = agencies.flatMap((agency) =>
    recogniser === undefined ? [] : spansOfRecognition(registry, agency, recogniser),
  );
  const turns = turningDays([...spansOfLineage(registry, lineage), ...recognitions]);
  return [...new Set(turns)].sort((a, b) => a - b);
}
