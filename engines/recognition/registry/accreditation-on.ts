import type { Day, Truth } from '../../kernel/index.ts';
import type { AccreditationDecision, Registry } from './registry.ts';
import { isInSpan } from './span.ts';
import { standingOn } from './successor-on.ts';

/** A school, or one of its campuses. */
export type Site = { readonly school: string; readonly campus?: string };

/** A decision that was, or may have been, in force on the day. */
export type DecisionOn = { readonly decision: AccreditationDecision; readonly inForce: 'true' | 'unknown' };

/**
 * The decisions about a site on a day, whatever their outcome. A school that had ended by then is asked about through
 * its legal successor; a campus never is, because accreditation of one site says nothing of another.
 */
export function accreditationOn(registry: Registry, site: Site, day: Day): readonly DecisionOn[] {
  const standing = standingOn(registry, site.school, day);
  if (standing.state === 'unknown' || standing.state === 'ended') return [];
  if (standing.state === 'successor' && site.campus !== undefined) return [];
  const decisions = registry.decisions.get(standing.school.id) ?? [];
  return decisions
    .filter((decision) => decision.campus === site.campus)
    .map((decision) => ({ decision, inForce: isInSpan(decision.span, day) }))
    .filter((each): each is DecisionOn => isNotFalse(each.inForce));
}

function isNotFalse(truth: Truth): boolean {
  return truth !== 'false';
}

/** Where the teaching takes place; nothing when the registry does not know the site. */
export function countryOf(registry: Registry, site: Site): string | undefined {
  const school = registry.schools.get(site.school);
  if (site.campus === undefined) return school?.country;
  return school?.campuses.find((campus) => campus.id === site.campus)?.country;
}
