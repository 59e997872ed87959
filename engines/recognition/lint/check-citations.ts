/** Every rule says where it was read; every source is used and can be found; what is due to be read again is named. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { literalDay } from '../language/literals.ts';
import { sourceSubject, subjectOf } from '../language/origin.ts';
import type { Pack, RuleVersion, Source } from '../language/pack.ts';
import { STEP_TIME_FIELDS } from '../language/step-time.ts';
import type { Path } from '../schema/problem.ts';
import { checkQuestions, checkTranslations } from './check-translations.ts';
import { error, type Finding, warning } from './finding.ts';

export function checkCitations(pack: Pack, packs: readonly Pack[], today: Day): readonly Finding[] {
  return [
    ...pack.rules.flatMap((rule) =>
      rule.versions.flatMap((version, index) =>
        checkVersion(version, subjectOf('rule', rule.rule), ['versions', index], today),
      ),
    ),
    ...checkDoubts(pack),
    ...checkPlaceholders(pack),
    ...pack.routes.flatMap((route) => [
      ...uncited(route.cite, 'route', subjectOf('route', route.route), []),
      ...(route.mustBeValid ?? []).flatMap(({ cite }, index) =>
        uncited(cite, 'validity', subjectOf('route', route.route), ['mustBeValid', index]),
      ),
      ...(['discretion', 'notes'] as const).flatMap((name) =>
        route[name].flatMap(({ cite }, index) =>
          uncited(cite, name === 'notes' ? 'note' : 'condition', subjectOf('route', route.route), [
            name,
            index,
          ]),
        ),
      ),
    ]),
    ...pack.steps.flatMap((step) =>
      (['cost', 'duration', 'validFor', ...STEP_TIME_FIELDS] as const).flatMap((name) =>
        uncited(step[name]?.cite ?? [true], name, subjectOf('step', step.step), [name]),
      ),
    ),
    ...pack.tables.flatMap((table) => uncited(table.cite, 'table', subjectOf('table', table.table), [])),
    ...checkSources(pack),
    ...checkSharedSources(pack, packs),
    ...checkTranslations(pack),
    ...checkQuestions(pack),
  ];
}

/** An assumption needs no citation where the law is not known: the question is the content. */
function checkVersion(version: RuleVersion, subject: string, at: Path, today: Day): readonly Finding[] {
  const cited = 'notResearched' in version.when ? [] : uncited(version.cite, 'version', subject, at);
  if (literalDay(version.reviewBy) >= today) return cited;
  return [
    ...cited,
    warning(
      'LINT_REVIEW_PASSED',
      subject,
      [...at, 'reviewBy'],
      `Due to be read again by ${version.reviewBy}; it is ${formatDay(today)}: the rule is unknown until then.`,
      'Read the source again, and record what it says now.',
    ),
  ];
}

/** Names that RFC 2606 keeps for examples: an address that nobody has looked up yet. */
const RESERVED = /^https?:\/\/([^/]+\.)?(example|invalid|test)(\/|$)/i;

function checkPlaceholders(pack: Pack): readonly Finding[] {
  const say = (subject: string, at: Path): Finding =>
    warning(
      'LINT_PLACEHOLDER',
      subject,
      at,
      'This address holds a place until the real one is looked up.',
      'Write the address, and who publishes there.',
    );
  return [
    ...(RESERVED.test(pack.regulator.url) ? [say(subjectOf('pack', pack.pack), ['regulator', 'url'])] : []),
    ...pack.sources.flatMap(({ source, url }) =>
      url !== undefined && RESERVED.test(url) ? [say(sourceSubject(pack.pack, source), ['url'])] : [],
    ),
  ];
}

/** A doubt may name a source of the pack; its ids do not repeat. */
function checkDoubts(pack: Pack): readonly Finding[] {
  const sources = new Set(pack.sources.map(({ source }) => source));
  return pack.rules.flatMap(({ rule, doubts = [] }) =>
    doubts.flatMap(({ id, source }, index) => {
      const say = (at: string, message: string, mend: string): Finding =>
        error('LINT_DOUBT', subjectOf('rule', rule), ['doubts', index, at], message, mend);
      return [
        ...(doubts.findIndex((each) => each.id === id) < index
          ? [say('id', `The doubt ${id} stands twice.`, 'Give each doubt an id of its own.')]
          : []),
        ...(source === undefined || sources.has(source)
          ? []
          : [say('source', `No source ${source} in sources.yaml.`, 'Add the source, or correct the id.')]),
      ];
    }),
  );
}

const uncited = (cite: readonly unknown[], what: string, subject: string, at: Path): readonly Finding[] =>
  cite.length > 0
    ? []
    : [
        error(
          'LINT_CITE_MISSING',
          subject,
          at,
          `This ${what} has no citation.`,
          'Add cite with source, locator and seen.',
        ),
      ];

function checkSources(pack: Pack): readonly Finding[] {
  const used = new Set(sourcesUsed(pack));
  return pack.sources.flatMap((source) => {
    const subject = sourceSubject(pack.pack, source.source);
    return [
      ...(used.has(source.source)
        ? []
        : [
            warning(
              'LINT_SOURCE_DEAD',
              subject,
              [],
              `Nothing cites ${source.source}.`,
              'Cite it where it was used, or take it out.',
            ),
          ]),
      ...(source.url === undefined && source.citation === undefined
        ? [
            error(
              'LINT_SOURCE_DEAD',
              subject,
              [],
              `${source.source} has neither an address nor an official citation.`,
              'Add url or citation.',
            ),
          ]
        : []),
    ];
  });
}

/** Outside its pack a citation has only the id of its source: what two packs call alike has to be one thing, or a reader is shown the wrong one. */
function checkSharedSources(pack: Pack, packs: readonly Pack[]): readonly Finding[] {
  const earlier = packs.slice(
    0,
    packs.findIndex((each) => each.pack === pack.pack),
  );
  return pack.sources.flatMap((source) => {
    const other = earlier.find((each) =>
      each.sources.some((known) => known.source === source.source && !isSameWork(known, source)),
    );
    if (other === undefined) return [];
    return [
      error(
        'LINT_SOURCE_TWICE',
        sourceSubject(pack.pack, source.source),
        ['source'],
        `${source.source} is another source in ${other.pack}.`,
        `Begin the id with the code of the pack (${pack.pack}-…), also where it is cited; or give both the same title and address.`,
      ),
    ];
  });
}

const isSameWork = (one: Source, other: Source): boolean =>
  one.title === other.title && one.url === other.url && one.citation === other.citation;

/** Sources that something of the pack cites, or that a doubt names. */
export const sourcesUsed = (pack: Pack): readonly string[] => [
  ...citedIn([pack.rules, pack.routes, pack.steps, pack.tables]),
  ...pack.rules.flatMap(({ doubts = [] }) => doubts.flatMap(({ source }) => source ?? [])),
];

function citedIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(citedIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'cite' && Array.isArray(value)
      ? value.map((cite: { source: string }) => cite.source)
      : citedIn(value),
  );
}
