/** An assessment for a person at a terminal: the overview first, then each pack with its requirements and citations. */
import type {
  Assessment,
  AuthorityResult,
  LawBook,
  RequirementResult,
  RouteResult,
} from '@testamur/engines/recognition';
import { citationLine, type FindSource, sourceFinder } from './citation.ts';
import {
  authorityWords,
  requirementSign,
  requirementWords,
  routeWords,
  statusPaint,
  statusWords,
  verdictPaint,
} from './status.ts';
import { stepTitle } from './step-title.ts';
import { makeStyle, type Style } from './style.ts';
import { drawTable } from './table.ts';
import { cleanText, indentText } from './wrap.ts';

export type ShowOptions = {
  readonly colour: boolean;
  readonly width: number;
  readonly allRoutes: boolean;
  readonly title?: string;
};

type Page = ShowOptions & { readonly style: Style; readonly book: LawBook; readonly findSource: FindSource };

const MOST_QUESTIONS = 10;

export function showAssessment(assessment: Assessment, book: LawBook, options: ShowOptions): string {
  const page: Page = {
    ...options,
    style: makeStyle(options.colour),
    book,
    findSource: sourceFinder(book.packs),
  };
  const parts = [
    ...(options.title === undefined ? [] : [page.style.bold(cleanText(options.title))]),
    indentText(
      `The law of ${assessment.on}, as known on ${assessment.knownOn}. Information, not legal advice.`,
      '',
      page.width,
    ),
    overview(assessment.authorities, page),
    ...assessment.authorities.map((authority) => packSection(authority, page)),
    questions(assessment, page),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function overview(authorities: readonly AuthorityResult[], { style, width }: Page): string {
  const licensing = authorities.filter(({ kind }) => kind === 'authority');
  const others = authorities.filter(({ kind }) => kind !== 'authority');
  const rows = licensing.map((authority) => [
    { text: authority.name },
    { text: authorityWords(authority), paint: statusPaint(authority.status, style) },
    {
      text: statusWords({ status: authority.restrictedStatus }),
      paint: statusPaint(authority.restrictedStatus, style),
    },
    { text: `${authority.decided} / ${authority.unknown}` },
    { text: titleOfBest(authority) },
  ]);
  const layers = others.map((layer) => [
    { text: layer.name },
    { text: kindWords(layer.kind) },
    { text: `${layer.decided} / ${layer.unknown}` },
    { text: titleOfBest(layer) },
  ]);
  return [
    ...(rows.length === 0
      ? []
      : [
          drawTable(
            ['Authority', 'Independent practice', 'Restricted licence', 'Decided / unknown', 'Best route'],
            rows,
            width,
          ),
        ]),
    ...(layers.length === 0
      ? []
      : [drawTable(['Layer or regime', 'Kind', 'Decided / unknown', 'Nearest route'], layers, width)]),
  ].join('\n\n');
}

const kindWords = (kind: AuthorityResult['kind']): string =>
  kind === 'regime' ? 'regime' : 'national layer';

const titleOfBest = ({ bestRoute, routes }: AuthorityResult): string =>
  routes.find(({ route }) => route === bestRoute)?.title ?? '';

/** An authority by its best route; a layer or a regime, which has no status of its own, by every route. */
function packSection(authority: AuthorityResult, page: Page): string {
  const { style, allRoutes } = page;
  const { name, pack, packVersion, regulator, basis, decided, unknown } = authority;
  const isWhole = allRoutes || authority.kind !== 'authority';
  const shown = authority.routes.filter(({ route }) => isWhole || route === authority.bestRoute);
  const rest = authority.routes.filter((route) => !shown.includes(route));
  return [
    style.bold(`${name} (${pack} ${packVersion})`),
    indentText(`${regulator.name}, ${regulator.url}`, '  ', page.width),
    indentText(
      `${decided} requirement states decided, ${unknown} unknown${basis === undefined ? '' : `; judged on the degree “${basis}”`}`,
      '  ',
      page.width,
    ),
    ...shown.map((route) => routeSection(route, page)),
    ...rest.map(
      (route) => `  ${statusPaint(route.status, style)(routeWords(route))}: ${route.title} (${route.route})`,
    ),
  ].join('\n');
}

function routeSection(route: RouteResult, page: Page): string {
  const { style, width } = page;
  const steps = [...route.remainingSteps, ...(route.status === 'closed' ? [] : route.finally)];
  return [
    `  ${statusPaint(route.status, style)(routeWords(route))}: ${style.bold(route.title)} (${route.route})`,
    ...[...route.scope, ...route.requirements].map((result) => requirementLines(result, page)),
    ...(steps.length === 0
      ? []
      : [indentText(steps.map((step) => stepTitle(step, page.book)).join('; '), '    To do: ', width)]),
    ...route.authorityDecides.map(({ text }) => indentText(text, '    The authority decides: ', width)),
  ].join('\n');
}

function requirementLines(result: RequirementResult, page: Page): string {
  const { style, width, findSource } = page;
  const paint = verdictPaint(result.verdict, style);
  return [
    `    ${paint(`${requirementSign(result)} ${result.title}: ${requirementWords(result)}`)} ${style.dim(result.rule)}`,
    ...result.questions.map((question) => indentText(question, '        not researched: ', width)),
    ...result.cite
      .slice(0, 2)
      .map((cite) => style.dim(indentText(citationLine(cite, findSource, result.rule), '        ', width))),
  ].join('\n');
}

function questions({ decidingQuestions }: Assessment, page: Page): string {
  if (decidingQuestions.length === 0) return '';
  const rows = decidingQuestions
    .slice(0, MOST_QUESTIONS)
    .map(({ fact, authorities }) => [{ text: fact }, { text: authorities.join(', ') }]);
  return [
    page.style.bold('Answers that would decide most'),
    drawTable(['Fact of the dossier', 'For'], rows, page.width),
  ].join('\n');
}
