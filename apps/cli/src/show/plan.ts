/** A plan as steps in the order in which they can be taken; the earliest licence everywhere as a table. Unknown is shown with ≥, never as zero. */
import type { Plan, PlanAnswer, PlannedStep, PlanTime, Reach } from '@testamur/engines/planner';
import type { LawBook } from '@testamur/engines/recognition';
import type { Reaches } from '@testamur/services/recognising';
import { citationLine, type FindSource, sourceFinder } from './citation.ts';
import { statusPaint, statusWords } from './status.ts';
import { makeStyle, type Style } from './style.ts';
import { drawTable } from './table.ts';
import { indentText } from './wrap.ts';

type Screen = { readonly colour: boolean; readonly width: number };
type Page = Screen & { readonly style: Style; readonly findSource: FindSource };

const CLAIMS = {
  cheapest: 'No other way costs less.',
  lowestKnown: 'The lowest known cost; another way might still cost less, for some prices are not known.',
  bestFound: 'The best way that was found before the search reached its limit.',
} as const;
const NONE = {
  notInForce: 'The route is not in force on that day.',
  closed: 'The route is closed: no step helps.',
  failsWhenTried: 'Every step can be taken, but together they do not open the route.',
  searchLimit: 'No way was found before the search reached its limit.',
} as const;
const CONTROL = { self: '', selection: 'somebody else selects', authority: 'the authority decides' } as const;

export function showPlan(answer: PlanAnswer, book: LawBook, screen: Screen): string {
  const page: Page = { ...screen, style: makeStyle(screen.colour), findSource: sourceFinder(book.packs) };
  if (answer.state === 'none')
    return `${[
      page.style.bold(`No plan to ${answer.target.route}`),
      NONE[answer.reason],
      ...(answer.blocking.length === 0 ? [] : [`Closed by: ${answer.blocking.join(', ')}`]),
      ...(answer.questions.length === 0
        ? []
        : [`Answers that could change this: ${answer.questions.join(', ')}`]),
    ].join('\n')}\n`;
  const { plan, proof } = answer;
  const lines = [
    page.style.bold(`${plan.target.title} (${plan.target.route})`),
    answer.state === 'planned'
      ? 'With these steps the route is open.'
      : 'With these steps the route is open if what is unknown turns out well.',
    indentText(
      `Cost ${costWords(plan)}; ${timeWords(plan.time)}. ${CLAIMS[proof.claim]}${plan.ifSelected ? ' Somebody else selects: a match, a quota or a job offer.' : ''}`,
      '',
      page.width,
    ),
    '',
    ...plan.steps.map((step, index) => stepLines(step, index, plan.target.route, page)),
    ...plan.assumes.map(({ title, rule, missing }) =>
      indentText(
        `${title} (${rule})${missing.length === 0 ? ': not researched' : `: ${missing.join(', ')}`}`,
        'Assumed: ',
        page.width,
      ),
    ),
    ...(plan.questions.length === 0
      ? []
      : [indentText(plan.questions.join(', '), 'Answers that could change the plan: ', page.width)]),
    ...plan.authorityDecides.map(({ text }) => indentText(text, 'The authority decides: ', page.width)),
    `The law is assumed unchanged since ${plan.assumesLawUnchangedSince}. Information, not legal advice.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A shared step cites what the rules that ask for it cite, else what the route does. */
function stepLines(step: PlannedStep, index: number, target: string, page: Page): string {
  const { style, width, findSource } = page;
  const writtenIn = [step.step, ...step.unlocks.rules, target];
  const { schedule, cost, duration, controller } = step;
  const least = schedule.unknownBefore > 0 ? '≥ ' : '';
  const details = [
    `done ${least}${schedule.doneOn}`,
    cost.known
      ? `${cost.amount}${cost.to === undefined ? '' : `–${cost.to}`} ${cost.currency} (${cost.asOf})`
      : 'cost not established',
    duration.known
      ? `takes ${duration.min}${duration.max === undefined ? '' : ` to ${duration.max}`}`
      : 'duration not established',
    ...(CONTROL[controller] === '' ? [] : [CONTROL[controller]]),
    ...(schedule.critical ? ['no slack'] : []),
  ];
  return [
    `${String(index + 1).padStart(3)}. ${style.bold(step.title)} (${step.key})`,
    indentText(details.join('; '), '     ', width),
    ...step.cite
      .slice(0, 1)
      .map((cite) => style.dim(indentText(citationLine(cite, findSource, ...writtenIn), '     ', width))),
  ].join('\n');
}

function costWords({ cost }: Plan): string {
  const known = cost.known.map(({ amount, currency }) => `${amount} ${currency}`).join(' + ');
  const parts = cost.unknownParts.length;
  if (known === '')
    return parts === 0 ? 'nothing' : `not established (${parts} ${parts === 1 ? 'part' : 'parts'})`;
  return cost.atLeast ? `≥ ${known} (${parts} ${parts === 1 ? 'part' : 'parts'} not established)` : known;
}

const timeWords = ({ days, finishOn, atLeast }: Pick<PlanTime, 'days' | 'finishOn' | 'atLeast'>): string =>
  `${atLeast ? '≥ ' : ''}${days} days, until ${finishOn}${atLeast ? ' or later' : ''}`;

const REACH = {
  reachable: 'by steps',
  conditional: 'if unknowns turn out well',
  unreachable: 'no way known',
} as const;

/** Soonest first; what cannot be reached at the end. */
export function showReaches({ routes, on }: Reaches, book: LawBook, screen: Screen): string {
  const style = makeStyle(screen.colour);
  const shown = routes
    .filter(({ reach }) => reach !== 'unreachable')
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) || (a.time?.days ?? 0) - (b.time?.days ?? 0) || (a.route < b.route ? -1 : 1),
    );
  const titles = new Map(book.packs.flatMap((pack) => pack.routes.map(({ route, title }) => [route, title])));
  const rows = shown.map((reach) => [
    { text: reach.route },
    {
      text: statusWords({ status: reach.status, ifSelected: reach.ifSelected }),
      paint: statusPaint(reach.status, style),
    },
    { text: REACH[reach.reach] },
    { text: reach.time === undefined ? '' : `${reach.time.atLeast ? '≥ ' : ''}${reach.time.days} days` },
    { text: String(reach.steps) },
    {
      text: `${titles.get(reach.route) ?? ''}${reach.via.length === 0 ? '' : `, by way of ${reach.via.map(({ route }) => route).join(', ')}`}`,
    },
  ]);
  const closed = routes.length - shown.length;
  return [
    indentText(
      `From ${on}: the earliest on each route, as a lower bound (≥ where a duration is not established). Information, not legal advice.`,
      '',
      screen.width,
    ),
    '',
    drawTable(['Route', 'Today', 'Reached', 'Earliest', 'Steps', 'Title'], rows, screen.width),
    ...(closed === 0 ? [] : ['', `No way is known on ${closed} other routes.`]),
    '',
  ].join('\n');
}

const rankOf = ({ reach }: Reach): number => (reach === 'reachable' ? 0 : 1);
