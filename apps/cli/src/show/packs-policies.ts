import { countriesNamed, type Policy, type PolicyAnswer } from '@testamur/engines/recognition';
import { citationLine } from './citation.ts';

type Because = Extract<PolicyAnswer, { readonly state: 'unknown' }>['because'];
type Shown = {
  readonly policy: Policy;
  readonly state?: PolicyAnswer['state'];
  readonly because?: Because;
};

const WHY: Readonly<Record<Because, string>> = {
  beforeFirstRead: 'the day lies before the first edition of which it was read whom it names',
  afterLastRead: 'no edition of that day was read',
  reviewPassed: 'it was due to be read again before that day',
};

/** `country`: the name of the country asked about, where one was. */
export const showPolicies = (shown: readonly Shown[], country?: string): string =>
  `${shown.map((each) => showPolicy(each, country)).join('\n')}\nNone of them decides a verdict.\n`;

function showPolicy({ policy, state, because }: Shown, country = ''): string {
  const { id, title, issuer, inForce, says, criteria = [], cite, openQuestions, reviewBy } = policy;
  const standing: Readonly<Record<PolicyAnswer['state'], string>> = {
    named: `  ${country}: named`,
    notNamed: `  ${country}: not named`,
    unknown: `  ${country}: unknown, ${because === undefined ? '' : WHY[because]}`,
  };
  return [
    `${title} (${id})`,
    `  ${issuer}; ${inForce.from === undefined ? 'beginning not known' : `from ${inForce.from}`}${inForce.to === undefined ? '' : `, until ${inForce.to}`}; to be read again by ${reviewBy}`,
    ...(state === undefined ? [] : [standing[state]]),
    ...says.map((text) => `  ${text}`),
    `  ${whom(policy)}`,
    ...criteria.map(({ indicator, below }) => `  criterion: ${indicator}, below ${below}`),
    ...cite.map((each) => `  source: ${citationLine(each, () => undefined)} · grade ${each.grade}`),
    ...openQuestions.map(({ question }) => `  not established: ${question}`),
    '',
  ].join('\n');
}

function whom(policy: Policy): string {
  const { appliesTo } = policy;
  if ('everywhere' in appliesTo) return `For: ${appliesTo.everywhere}`;
  if ('notEstablished' in appliesTo) return `Names: not established. ${appliesTo.notEstablished}`;
  const named = countriesNamed(policy);
  return `Names ${named.length} countries: ${named.join(' ')}`;
}
