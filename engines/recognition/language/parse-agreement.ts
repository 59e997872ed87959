/** Three things are often taken for one another: that a degree counts, that a step falls away, that one may practise. */
export const AGREEMENT_KINDS = [
  'right-to-practise',
  'exemption',
  'eligibility',
  'academic',
  'not-for-doctors',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** An agreement between states or regulators without conditions that could be evaluated: information only. */
import type { Citation } from '../../kernel/index.ts';
import { listOf, matching, oneOf, partialDate, record, seen, text, url } from '../schema/check.ts';
import { grade } from '../schema/citation-shape.ts';
import type { PackProblem } from '../schema/problem.ts';
import type { RawFile } from './origin.ts';

export type Agreement = {
  readonly id: string;
  readonly title: string;
  /** ISO codes of the states, or codes of our own for a regime. */
  readonly parties: readonly string[];
  /** What it is worth to a doctor. */
  readonly kind: AgreementKind;
  readonly text: string;
  readonly status: string;
  readonly cite: readonly Citation[];
};

type RawCitation = Omit<Citation, 'source'> & { readonly title: string; readonly publisher: string };

const citation = record(
  { title: text, publisher: text, locator: text, seen, grade },
  {
    url,
    citation: text,
    published: partialDate,
    inForceFrom: partialDate,
    lang: text,
    translation: oneOf('official', 'own'),
  },
);

export const agreementShape = record({
  id: matching(/^[a-z0-9-]+$/, 'an id of small letters, digits and hyphens'),
  title: text,
  parties: listOf(text, 2),
  kind: oneOf(...AGREEMENT_KINDS),
  text,
  status: text,
  cite: listOf(citation, 1),
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
  const { cite, ...rest } = value as Omit<Agreement, 'cite'> & { readonly cite: readonly RawCitation[] };
  return {
    agreement: {
      ...rest,
      cite: cite.map(({ title, publisher, ...each }) => ({ source: `${title}, ${publisher}`, ...each })),
    },
    problems,
  };
}
