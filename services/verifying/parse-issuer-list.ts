import { type Citation, err, type Json, ok, parseDay, type Result } from '@testamur/engines/kernel';
import { refuse, type VerifyingProblem } from './errors.ts';
import type { IssuerEntry } from './issuer-list.ts';

/**
 * A list of issuers as people write it: `{ "schema": "testamur/issuers/1", "issuers": [{ "id", "school", "campus"?, "from"?, "to"?, "source" }] }`.
 * Days are YYYY-MM-DD; `to` is the first day on which it was no longer theirs; `source` says how it was established.
 *
 * @param value untrusted
 */
export function parseIssuerList(value: Json): Result<readonly IssuerEntry[], VerifyingProblem> {
  const file = value as { readonly schema?: Json; readonly issuers?: Json } | null;
  if (typeof file !== 'object' || file?.schema !== 'testamur/issuers/1' || !Array.isArray(file.issuers))
    return err(malformed('it is no list of issuers'));
  const entries = file.issuers.map(readEntry);
  const wrong = entries.indexOf(undefined);
  return wrong >= 0
    ? err(malformed(`its entry ${wrong + 1} lacks id, school or source, or has a day that is none`))
    : ok(entries as readonly IssuerEntry[]);
}

function readEntry(value: Json): IssuerEntry | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, school, campus, from, to, source } = value as Readonly<Record<string, Json>>;
  if (typeof id !== 'string' || typeof school !== 'string' || typeof source !== 'string' || source === '')
    return undefined;
  if (campus !== undefined && typeof campus !== 'string') return undefined;
  const bounds = [from, to].map((day) => (day === undefined ? undefined : parseDay(String(day))));
  if (bounds.some((day) => day?.ok === false)) return undefined;
  const [start, end] = bounds.map((day) =>
    day?.ok ? { earliest: day.value, latest: day.value } : undefined,
  );
  const cite: Citation = { source, locator: id, seen: 'undated', grade: 'B' };
  const span = { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) };
  return {
    id,
    school,
    ...(campus === undefined ? {} : { campus }),
    ...(start === undefined && end === undefined ? {} : { span }),
    cite: [cite],
  };
}

const malformed = (what: string): VerifyingProblem =>
  refuse(
    'VERIFYING_RECORD_FORMAT',
    `The list of issuers cannot be used: ${what}.`,
    'docs/command-line.md shows one.',
  );
