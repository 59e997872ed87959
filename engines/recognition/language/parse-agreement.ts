/** An agreement between states or regulators without conditions that could be evaluated: information only. */
import type { Citation } from '../../kernel/index.ts';
import { listOf, matching, oneOf, record, text } from '../schema/check.ts';
import { citeWhole, type WholeCitation, wholeCitation } from '../schema/citation-shape.ts';
import type { PackProblem } from '../schema/problem.ts';
import type { RawFile } from './origin.ts';

export type Agreement = {
  readonly id: string;
  readonly title: string;
  /** ISO codes of the states, or codes of our own for a regime. */
  readonly parties: readonly string[];
  readonly kind: 'information';
  readonly text: string;
  readonly status: string;
  readonly cite: readonly Citation[];
};

export const agreementShape = record({
  id: matching(/^[a-z0-9-]+$/, 'an id of small letters, digits and hyphens'),
  title: text,
  parties: listOf(text, 2),
  kind: oneOf('information'),
  text,
  status: text,
  cite: listOf(wholeCitation, 1),
});

export function parseAgreement({ file, value }: RawFile): {
  readonly agreement?: Agreement;
  readonly problems: readonly PackProblem[];
} {
  const problems: PackProblem[] = [];
  agreementShape(
    value,
    [],
    (code, at, message, mend) => void problems.push({ code, file, at, message, mend }),
  );
  if (problems.length > 0) return { problems };
  const { cite, ...rest } = value as Omit<Agreement, 'cite'> & { readonly cite: readonly WholeCitation[] };
  return { agreement: { ...rest, cite: cite.map(citeWhole) }, problems };
}
