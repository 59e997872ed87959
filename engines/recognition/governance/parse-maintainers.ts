/** The files of the maintainers: shapes checked, one file for each jurisdiction, named after it. */
import { type Origin, type RawFile, subjectOf } from '../language/origin.ts';
import { maintainers as shape } from '../schema/maintainers-shape.ts';
import type { PackProblem, Report } from '../schema/problem.ts';
import type { Maintainers } from './maintainers.ts';

export type ParsedMaintainers = {
  readonly maintainers?: Maintainers;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly PackProblem[];
};

export function parseMaintainers({ file, value }: RawFile): ParsedMaintainers {
  const problems: PackProblem[] = [];
  const report: Report = (code, at, message, mend) => void problems.push({ code, file, at, message, mend });
  shape(value, [], report);
  if (problems.length > 0) return { origins: new Map(), problems };
  const read = value as Maintainers;
  const wanted = `maintainers/${read.maintainers.toLowerCase()}.yaml`;
  if (file !== wanted)
    report(
      'PACK_CONFLICT',
      ['maintainers'],
      `The file of ${read.maintainers} is ${wanted}.`,
      'Rename the file, or correct the jurisdiction.',
    );
  for (const [index, holder] of read.roles.entries())
    if ('to' in holder && holder.to !== undefined && holder.to <= holder.from)
      report('PACK_DATE', ['roles', index, 'to'], 'The term ends before it begins.', 'Correct from or to.');
  if (problems.length > 0) return { origins: new Map(), problems };
  const subject = subjectOf('maintainers', read.maintainers);
  return { maintainers: read, origins: new Map([[subject, { file, at: [] }]]), problems };
}
