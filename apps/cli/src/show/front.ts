/** A front as a table, the cheapest first; the wishes that stand in the way, in a sentence each. Unknown is shown with ≥, never as zero. */
import type { Anywhere, Exclusion, Front, FrontCertificate, FrontPoint } from '@testamur/engines/planner';
import { makeStyle } from './style.ts';
import { drawTable } from './table.ts';
import { indentText } from './wrap.ts';

type Screen = { readonly colour: boolean; readonly width: number };

const NONE = {
  notInForce: 'The route is not in force on that day.',
  closed: 'No step helps: the route is closed.',
  failsWhenTried: 'Every step can be taken, but together they do not open the route.',
  searchLimit: 'No way was found before the search reached its limit.',
  wishes: 'There are ways, but none that keeps to all the wishes.',
} as const;

const WISHES = {
  budget: 'the budget',
  deadline: 'the deadline',
  excludedCountries: 'the countries left out',
  refusedSteps: 'the steps refused',
  willLearn: 'the languages',
  notBefore: 'the day before which nothing begins',
  excludeSelection: 'doing without selection',
} as const;

export function showFront(front: Front, { colour, width }: Screen): string {
  const style = makeStyle(colour);
  const { target, none } = front;
  const name = target.route ?? target.pack;
  if (none !== undefined)
    return `${[
      style.bold(`No plan to ${name}`),
      NONE[none.reason],
      ...(none.blocking.length === 0 ? [] : [`Closed by: ${none.blocking.join(', ')}`]),
      ...front.excludedBy.map((each) => indentText(exclusionWords(each), '- ', width)),
    ].join('\n')}\n`;
  return `${[
    style.bold(`Plans to ${name} that no other betters in cost and time`),
    '',
    tableOf(front.points, width),
    '',
    indentText(certificateWords(front.certificate), '', width),
  ].join('\n')}\n`;
}

export function showAnywhere(anywhere: Anywhere, { colour, width }: Screen): string {
  const count = (outcome: Anywhere['targets'][number]['outcome']): number =>
    anywhere.targets.filter((target) => target.outcome === outcome).length;
  return `${[
    makeStyle(colour).bold('Plans to any licence that permits independent practice'),
    '',
    anywhere.points.length === 0 ? 'No plan was found.' : tableOf(anywhere.points, width),
    '',
    indentText(
      `Of ${anywhere.targets.length} routes ${count('solved')} were searched, ${count('dominated')} cannot better these plans, ${count('closed')} are closed, ${count('excluded')} left out. ${certificateWords(anywhere.certificate)}`,
      '',
      width,
    ),
  ].join('\n')}\n`;
}

function tableOf(points: readonly FrontPoint[], width: number): string {
  const rows = points.map(({ plan, bestAt, time, undetermined, state }) => [
    { text: plan.target.route },
    { text: costWords(plan.cost) },
    { text: `${time.atLeast ? '≥ ' : ''}${time.days} days` },
    { text: String(plan.steps.length) },
    {
      text: [
        ...bestAt,
        ...(undetermined ? ['prices open'] : []),
        ...(state === 'conditional' ? ['if unknowns turn out well'] : []),
        ...(plan.ifSelected ? ['if selected'] : []),
      ].join(', '),
    },
  ]);
  return drawTable(['Route', 'Cost', 'Time', 'Steps', 'Best at'], rows, width);
}

function costWords({ known, unknownParts }: FrontPoint['cost']): string {
  const sums = known.map(({ amount, currency }) => `${amount} ${currency}`).join(' + ');
  const parts = `${unknownParts.length} not established`;
  if (unknownParts.length === 0) return sums === '' ? 'nothing' : sums;
  return sums === '' ? parts : `≥ ${sums} (${parts})`;
}

function exclusionWords({ wish, value, cheapest, fastest }: Exclusion): string {
  const asked = `${WISHES[wish]}${value.length === 0 ? '' : ` (${value.join(wish === 'budget' ? ' ' : ', ')})`}`;
  if (cheapest === undefined || fastest === undefined)
    return `Giving up ${asked} alone opens nothing: another wish stands in the way too.`;
  return `Without ${asked} the cheapest is ${costWords(cheapest.cost)} by ${cheapest.plan.target.route}, the fastest ${fastest.time.atLeast ? '≥ ' : ''}${fastest.time.days} days by ${fastest.plan.target.route}.`;
}

function certificateWords({ claim, hopLimit, explored, questions }: FrontCertificate): string {
  const proof =
    claim === 'exact'
      ? 'Exact: no other plan is better in cost and time.'
      : 'The search reached its limit: better plans are possible.';
  const hops = `Licences on the way: ${hopLimit} at most. Plans tried on the rules: ${explored.tried}.`;
  const asked =
    questions.length === 0 ? '' : ` Answers that could change this: ${questions.slice(0, 8).join(', ')}.`;
  return `${proof} ${hops}${asked} Information, not legal advice.`;
}
