import type { Day, Truth } from '../../kernel/index.ts';
import type { Registry, RegistrySchool, Succession } from './registry.ts';
import { isInSpan, isOver } from './span.ts';

/** Who answers for a school on a day. */
export type SchoolStanding =
  | { readonly state: 'itself'; readonly school: RegistrySchool }
  | { readonly state: 'successor'; readonly school: RegistrySchool; readonly by: readonly Succession[] }
  /** It ended, and no legal successor is known. */
  | { readonly state: 'ended'; readonly school: RegistrySchool }
  | { readonly state: 'unknown' };

/** Whether the school existed on the day; unknown where its dates are. */
export function isOpenOn(school: RegistrySchool, day: Day): Truth {
  return school.open === undefined ? 'unknown' : isInSpan(school.open, day);
}

/**
 * Follows a school that had ended by the day to its legal successor on that day, through any number of steps. A split
 * into several legal successors, or a circle in the data, gives unknown.
 */
export function standingOn(registry: Registry, schoolId: string, day: Day): SchoolStanding {
  const path: Succession[] = [];
  const seen = new Set<string>();
  for (let id = schoolId; !seen.has(id); ) {
    seen.add(id);
    const school = registry.schools.get(id);
    if (school === undefined) return { state: 'unknown' };
    if (school.open === undefined || !isOver(school.open, day)) return answered(school, path);
    const legal = school.successions.filter((each) => each.legal && isInSpan(each.span, day) === 'true');
    const [next, ...others] = legal;
    if (next === undefined) return { state: 'ended', school };
    if (others.length > 0) return { state: 'unknown' };
    path.push(next);
    id = next.into;
  }
  return { state: 'unknown' };
}

function answered(school: RegistrySchool, path: readonly Succession[]): SchoolStanding {
  return path.length === 0 ? { state: 'itself', school } : { state: 'successor', school, by: path };
}
