/** What can be wrong with policies that read well: codes of countries, editions of one day, addresses, what is due to be read again. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { groupBy } from '../language/group-by.ts';
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { editionOf, type Policy, WHO_REGIONS } from '../policies/policy.ts';
import { error, type Finding, warning } from './finding.ts';

export type PoliciesInput = {
  readonly policies: readonly Policy[];
  readonly vocabulary: Vocabulary;
  readonly today: Day;
};

export function lintPolicies({ policies, vocabulary, today }: PoliciesInput): readonly Finding[] {
  const known = new Set(vocabulary.codeLists.get('countries')?.entries.map(({ code }) => code));
  return [
    ...policies.flatMap((policy) => [
      ...checkCountries(policy, known),
      ...checkSources(policy),
      ...checkQuestions(policy),
      ...checkReview(policy, today),
    ]),
    ...[...groupBy(policies, editionOf).values()].flatMap(checkEditions),
  ];
}

const subjectFor = ({ id }: Policy): string => subjectOf('policy', id);

function checkCountries(policy: Policy, known: ReadonlySet<string>): readonly Finding[] {
  const { appliesTo } = policy;
  if (!('countries' in appliesTo)) return [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const region of WHO_REGIONS)
    for (const [index, code] of (appliesTo.countries[region] ?? []).entries()) {
      const say = (message: string, mend: string): void =>
        void findings.push(
          error(
            'LINT_CODE_UNKNOWN',
            subjectFor(policy),
            ['appliesTo', 'countries', region, index],
            message,
            mend,
          ),
        );
      if (!known.has(code)) say(`No country has the code ${code}.`, 'Use the code of ISO 3166-1.');
      if (seen.has(code)) say(`${code} stands twice.`, 'Leave it where WHO counts it.');
      seen.add(code);
    }
  return findings;
}

const checkSources = (policy: Policy): readonly Finding[] =>
  policy.cite.flatMap(({ url, citation }, index) =>
    url === undefined && citation === undefined
      ? [
          error(
            'LINT_SOURCE_DEAD',
            subjectFor(policy),
            ['cite', index],
            'This citation has neither an address nor an official citation.',
            'Add url or citation.',
          ),
        ]
      : [],
  );

const checkQuestions = (policy: Policy): readonly Finding[] =>
  policy.openQuestions.flatMap(({ id }, index) =>
    policy.openQuestions.findIndex((each) => each.id === id) < index
      ? [
          error(
            'LINT_OPEN_QUESTION',
            subjectFor(policy),
            ['openQuestions', index, 'id'],
            `The question ${id} stands twice.`,
            'Give each question an id of its own.',
          ),
        ]
      : [],
  );

/** What was left to its end is not read again. */
const checkReview = (policy: Policy, today: Day): readonly Finding[] =>
  policy.inForce.to !== undefined || literalDay(policy.reviewBy) >= today
    ? []
    : [
        warning(
          'LINT_REVIEW_PASSED',
          subjectFor(policy),
          ['reviewBy'],
          `Due to be read again by ${policy.reviewBy}; it is ${formatDay(today)}: whom it names is unknown until then.`,
          'Read the source again, and record what it says now.',
        ),
      ];

/** Of several editions at most one holds on a day. */
function checkEditions(editions: readonly Policy[]): readonly Finding[] {
  const sorted = [...editions].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1));
  return sorted.flatMap((policy, index) => {
    const next = sorted[index + 1];
    const { to } = policy.inForce;
    if (next === undefined || (to !== undefined && to <= (next.inForce.from ?? ''))) return [];
    return [
      error(
        'LINT_VERSION_OVERLAP',
        subjectFor(policy),
        ['inForce'],
        `It holds on a day on which ${next.id} holds too.`,
        'Say from when to when each edition holds; only the first may leave out its beginning.',
      ),
    ];
  });
}
