import { parsePartialDate } from '@testamur/engines/kernel';
import type { RegistryProblem } from './errors.ts';

const DATE = /^\d{4}(-\d{2}){0,2}$/;
const DATE_FIELDS = new Set(['from', 'through', 'notBefore', 'notAfter']);

/** Dates that have the right form but that the calendar does not have. */
export function checkDates(value: unknown, at: string): readonly RegistryProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    if (typeof inner !== 'string') return checkDates(inner, `${at}/${field}`);
    if (!DATE_FIELDS.has(field) || !DATE.test(inner)) return [];
    const date = parsePartialDate(inner);
    if (date.ok) return [];
    const problem = {
      code: 'REGISTRY_RECORD_INVALID' as const,
      message: date.error.message,
      at: `${at}/${field}`,
    };
    return [{ ...problem, hint: 'Check the date in the source.' }];
  });
}
