import type { Day } from '../../kernel/index.ts';
import type { RegistrySchool } from './registry.ts';
import { isInSpan } from './span.ts';

/** The names a school bore on a day: those that are certain, and those that are only not excluded. */
export function schoolNamesOn(
  school: RegistrySchool,
  day: Day,
): { readonly certain: readonly string[]; readonly possible: readonly string[] } {
  const judged = school.names.map(({ text, span }) => ({
    text,
    truth: span === undefined ? 'unknown' : isInSpan(span, day),
  }));
  return {
    certain: judged.filter(({ truth }) => truth === 'true').map(({ text }) => text),
    possible: judged.filter(({ truth }) => truth === 'unknown').map(({ text }) => text),
  };
}

/** The one name that the school certainly bore on the day; nothing when that is not known. */
export function schoolNameOn(school: RegistrySchool, day: Day): string | undefined {
  const { certain } = schoolNamesOn(school, day);
  return certain.length === 1 ? certain[0] : undefined;
}
