/** Verdicts in words, with a sign and a colour of their own. */
import type { AuthorityResult, RequirementResult, RouteResult } from '@testamur/engines/recognition';
import type { Style } from './style.ts';

type Status = RouteResult['status'];
type Paint = (text: string) => string;

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  open: 'open now',
  withSteps: 'open with steps',
  closed: 'closed',
  unknown: 'unknown',
};
const STATUS_SIGNS: Readonly<Record<Status, string>> = {
  open: '✓',
  withSteps: '→',
  closed: '✗',
  unknown: '?',
};

type Qualified = {
  readonly status?: Status | undefined;
  readonly ifSelected?: boolean;
  readonly authorityDecides?: boolean;
};

export function statusWords({ status, ifSelected, authorityDecides }: Qualified): string {
  if (status === undefined) return '';
  const more = [
    ...(ifSelected && status !== 'closed' ? ['if selected'] : []),
    ...(authorityDecides && status !== 'closed' ? ['the authority decides'] : []),
  ];
  return [`${STATUS_SIGNS[status]} ${STATUS_WORDS[status]}`, ...more].join(', ');
}

export function statusPaint(status: Status | undefined, style: Style): Paint {
  if (status === 'open') return style.green;
  if (status === 'withSteps') return style.cyan;
  if (status === 'closed') return style.red;
  return style.yellow;
}

export const authorityWords = ({ status, ifSelected, authorityDecides }: AuthorityResult): string =>
  statusWords({ status, ifSelected, authorityDecides });

const CLOSED_BECAUSE = {
  notYourRoute: 'not your route',
  notInForce: 'not in force',
  requirement: '',
} as const;

export function routeWords({ status, ifSelected, authorityDecides, closedBecause }: RouteResult): string {
  const words = statusWords({ status, ifSelected, authorityDecides: authorityDecides.length > 0 });
  const why = closedBecause === undefined ? '' : CLOSED_BECAUSE[closedBecause];
  return why === '' ? words : `${words} (${why})`;
}

const REASONS = {
  notSaid: 'you have not said',
  notResearched: 'not researched',
  disputed: 'disputed',
  stale: 'to be read again',
} as const;
const REMEDIES = {
  curable: 'can be put right',
  final: 'cannot be put right',
  undetermined: 'not known whether it can be put right',
} as const;
const SIGNS = { met: '✓', notMet: '✗', unknown: '?', notApplicable: '–' } as const;
const WORDS = { met: 'met', notMet: 'not met', unknown: 'unknown', notApplicable: 'does not apply' } as const;
const EVIDENCE = {
  1: 'own statement',
  2: 'document seen',
  3: 'verified at source',
  4: 'verified credential',
} as const;

export const requirementSign = ({ verdict }: RequirementResult): string => SIGNS[verdict];

export function requirementWords(result: RequirementResult): string {
  const { verdict, remedy, reasons, waiverPossible, strength, grade } = result;
  const details = [
    ...(remedy === undefined ? [] : [REMEDIES[remedy]]),
    ...(verdict === 'unknown' ? reasons.map((reason) => REASONS[reason]) : []),
    ...(waiverPossible ? ['a waiver is possible'] : []),
    ...(strength === undefined ? [] : [`on ${EVIDENCE[strength]}`]),
    ...(grade === undefined ? [] : [`law of grade ${grade}`]),
  ];
  return details.length === 0 ? WORDS[verdict] : `${WORDS[verdict]} (${details.join(', ')})`;
}

export function verdictPaint(verdict: RequirementResult['verdict'], style: Style): Paint {
  if (verdict === 'met') return style.green;
  if (verdict === 'notMet') return style.red;
  return verdict === 'unknown' ? style.yellow : style.dim;
}
