/** Cases and stories: of rules that exist, of dossiers that read, and enough of them. */
import type { Day } from '../../kernel/index.ts';
import { dossierOf } from '../cases/run-case.ts';
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import type { PackSuite, Placed, RuleCase, Story } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { Path } from '../schema/problem.ts';
import { checkDossier } from './check-dossier.ts';
import type { Say } from './fact-types.ts';
import { error, type Finding } from './finding.ts';
import type { LawIndex } from './law-index.ts';

/** A pack that only shows the steps has less to try. */
const LEAST_CASES = { ready: 12, 'with-unknowns': 12, 'steps-only': 6 } as const;
const LEAST_STORIES = 2;

/** The key of a case in the origins: cases have no ids, so their file and place name them. */
export const caseSubject = (file: string, index: string | number | undefined): string =>
  subjectOf('case', `${file}#${index ?? 0}`);

export type SuiteContext = { readonly law: LawIndex; readonly vocabulary: Vocabulary; readonly today: Day };

export function checkSuite(pack: Pack, suite: PackSuite, context: SuiteContext): readonly Finding[] {
  return [
    ...suite.cases.flatMap((each) => checkCase(pack, each, context)),
    ...suite.stories.flatMap((each) => checkStory(pack, each, context)),
    ...checkNumbers(pack, suite),
  ];
}

/** What a person holds is told on the law date of the case, or today if that is earlier. */
const toldOn = (on: string | undefined, today: Day): Day =>
  on === undefined ? today : (Math.max(literalDay(on), today) as Day);

function checkCase(
  pack: Pack,
  { value, origin }: Placed<RuleCase>,
  { law, vocabulary, today }: SuiteContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const short = value.given.pmq !== undefined;
  const say: Say = (code, at, message, mend) =>
    void findings.push(
      error(code, caseSubject(origin.file, origin.at[0]), short ? asWritten(at) : at, message, mend),
    );
  if (law.rules.get(value.rule)?.pack !== pack.pack)
    say(
      'LINT_CASE_RULE',
      ['rule'],
      `The pack ${pack.pack} has no rule ${value.rule}.`,
      'Correct the id: the case tests nothing.',
    );
  checkDossier(
    dossierOf(value.given),
    ['given'],
    { vocabulary, today: toldOn(value.on, today), strict: false },
    say,
  );
  return findings;
}

/** `pmq: {…}` is short for the only qualification. */
const asWritten = ([given, section, index, ...rest]: Path): Path =>
  section === 'qualifications' && index === 0
    ? [given ?? '', 'pmq', ...rest]
    : [given ?? '', section ?? '', index ?? '', ...rest].filter((step) => step !== '');

function checkStory(
  pack: Pack,
  { value, origin }: Placed<Story>,
  { law, vocabulary, today }: SuiteContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const say: Say = (code, at, message, mend) =>
    void findings.push(error(code, caseSubject(origin.file, 0), at, message, mend));
  checkDossier(value.dossier, ['dossier'], { vocabulary, today: toldOn(value.on, today), strict: true }, say);
  for (const { route } of pack.routes)
    if (value.expect[route] === undefined)
      say(
        'LINT_STORY_ROUTES',
        ['expect'],
        `The story does not say how ${route} stands.`,
        'A story asserts every route of the pack.',
      );
  for (const route of Object.keys(value.expect))
    if (law.routes.get(route)?.pack !== pack.pack)
      say('LINT_STORY_ROUTES', ['expect', route], `The pack has no route ${route}.`, 'Correct the id.');
  return findings;
}

function checkNumbers(pack: Pack, { cases, stories }: PackSuite): readonly Finding[] {
  const subject = subjectOf('pack', pack.pack);
  const reached = new Set(stories.flatMap(({ value }) => Object.values(value.expect)));
  const least = LEAST_CASES[pack.readiness];
  return [
    ...(cases.length < least
      ? [
          error(
            'LINT_CASES_FEW',
            subject,
            [],
            `${cases.length} cases; a pack that is ${pack.readiness} has at least ${least}.`,
            'Add cases: met, not met, unknown, both sides of every threshold and date.',
          ),
        ]
      : []),
    ...(stories.length < LEAST_STORIES
      ? [
          error(
            'LINT_STORIES_FEW',
            subject,
            [],
            `${stories.length} stories; a pack has at least ${LEAST_STORIES}.`,
            'Add whole dossiers that assert the status of every route.',
          ),
        ]
      : []),
    ...(pack.readiness === 'ready' && stories.length >= LEAST_STORIES
      ? (['open', 'closed'] as const)
          .filter((status) => !reached.has(status))
          .map((status) =>
            error(
              'LINT_STORIES_FEW',
              subject,
              [],
              `No story reaches a route that is ${status}.`,
              'A ready pack shows one open and one closed route.',
            ),
          )
      : []),
  ];
}
