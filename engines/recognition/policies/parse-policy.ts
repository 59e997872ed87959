/** The files of policies: shapes checked, one file for each, named after it. */
import { type Origin, type RawFile, subjectOf } from '../language/origin.ts';
import { citeWhole, type WholeCitation } from '../schema/citation-shape.ts';
import { policy as shape } from '../schema/policy-shape.ts';
import type { PackProblem, Report } from '../schema/problem.ts';
import type { Policy } from './policy.ts';

export type ParsedPolicy = {
  readonly policy?: Policy;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly PackProblem[];
};

export function parsePolicy({ file, value }: RawFile): ParsedPolicy {
  const problems: PackProblem[] = [];
  const report: Report = (code, at, message, mend) => void problems.push({ code, file, at, message, mend });
  shape(value, [], report);
  if (problems.length > 0) return { origins: new Map(), problems };
  const { cite, ...rest } = value as Omit<Policy, 'cite'> & { readonly cite: readonly WholeCitation[] };
  const { id, inForce, recordedAt, reviewBy } = rest;
  if (file !== `policies/${id}.yaml`)
    report(
      'PACK_CONFLICT',
      ['id'],
      `The file of ${id} is policies/${id}.yaml.`,
      'Rename the file, or the id.',
    );
  if (inForce.from !== undefined && inForce.to !== undefined && inForce.to <= inForce.from)
    report('PACK_DATE', ['inForce', 'to'], 'It ends before it begins.', 'Correct from or to.');
  if (reviewBy <= recordedAt)
    report('PACK_DATE', ['reviewBy'], 'It is due before it was recorded.', 'Write a later day.');
  if (problems.length > 0) return { origins: new Map(), problems };
  return {
    policy: { ...rest, cite: cite.map(citeWhole) },
    origins: new Map([[subjectOf('policy', id), { file, at: [] }]]),
    problems,
  };
}
