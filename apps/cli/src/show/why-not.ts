/** What remains and what would turn it: conditions common to all ways once, then what differs. */
import type { LawBook, LeafChange, Obstacle } from '@testamur/engines/recognition';
import type { WhyNotAnswer } from '../why-not-answer.ts';
import { stepTitle } from './step-title.ts';
import { makeStyle, type Style } from './style.ts';
import { indentText } from './wrap.ts';

type Screen = { readonly colour: boolean; readonly width: number };
type Page = { readonly style: Style; readonly width: number };

const STANDS: Readonly<Record<string, string>> = {
  ...{ open: 'open now', withSteps: 'open with steps', closed: 'closed', unknown: 'unknown' },
  ...{ met: 'met', notMet: 'not met', notApplicable: 'does not apply' },
};
const REASONS = {
  notSaid: 'you have not said',
  notResearched: 'not researched',
  disputed: 'disputed',
  stale: 'to be read again',
} as const;

export function showWhyNot(answer: WhyNotAnswer, book: LawBook, { colour, width }: Screen): string {
  const page: Page = { style: makeStyle(colour), width };
  const { residual, whyNot, title, target, stands, basis } = answer;
  const lines = [
    page.style.bold(
      `${title} (${'rule' in target ? target.rule : target.route}): ${STANDS[stands] ?? stands}`,
    ),
    indentText(
      `The law of ${answer.on}, as known on ${answer.knownOn}${basis === undefined ? '' : `, judged on the degree “${basis}”`}. Information, not legal advice.`,
      '',
      width,
    ),
    ...section(
      'Steps that help',
      residual.steps.map((step) => stepTitle(step, book)),
      page,
    ),
    ...section('Closed by', residual.closedBy.map(obstacleWords), page),
    ...section('Left undecided by', residual.undecided.map(obstacleWords), page),
    ...changeLines(answer, page),
    ...(whyNot.cut ? ['', 'There are more ways; the smallest that were found are shown.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const section = (heading: string, items: readonly string[], { style, width }: Page): readonly string[] =>
  items.length === 0
    ? []
    : ['', style.bold(heading), ...items.map((item) => indentText(item, '  • ', width))];

const obstacleWords = ({ sentence, at, truth, reasons, missing }: Obstacle): string => {
  const why = truth === 'unknown' ? [...reasons.map((reason) => REASONS[reason]), ...missing] : [];
  return `${sentence} (${[...why, at].join('; ')})`;
};

function changeLines({ whyNot }: WhyNotAnswer, page: Page): readonly string[] {
  const { sets, to } = whyNot;
  if (sets.length === 0) return ['', 'No change of single conditions turns it.'];
  const isCommon = ({ at }: LeafChange): boolean =>
    sets.every((changes) => changes.some((other) => other.at.join() === at.join()));
  const common = sets[0]?.filter(isCommon) ?? [];
  const rest = sets
    .map((changes) => changes.filter((change) => !isCommon(change)))
    .filter((changes) => changes.length > 0);
  const turned = to === 'met' ? 'It would be met' : 'It would be lost';
  return [
    '',
    page.style.bold(common.length > 0 ? `${turned} if` : `${turned} in any of these cases`),
    ...common.map((change) => changeLine(change, '  • ', page)),
    ...(common.length > 0 && rest.length > 0 ? [`  and, in any of these cases:`] : []),
    ...rest.flatMap((changes, index) =>
      changes.map((change, place) =>
        changeLine(change, place === 0 ? `${String(index + 1).padStart(4)}. ` : '      and ', page),
      ),
    ),
  ];
}

function changeLine(
  { sentence, to, from, standing, at }: LeafChange,
  first: string,
  { width }: Page,
): string {
  const help = to === 'true' && standing === 'curable' ? ', a step brings it about' : '';
  const now = from === 'unknown' ? 'unknown now' : from === 'true' ? 'true now' : 'not true now';
  return indentText(
    `${to === 'true' ? '' : 'not: '}${sentence} (${now}${help}; ${at.join(', ')})`,
    first,
    width,
  );
}
