import type { RouteStatus, UnknownReason } from '@testamur/engines/recognition';

/** The five ways a status can look, and `none` for what does not apply. Each has a colour, an icon, a pattern and a word. */
export type Look = 'open' | 'steps' | 'closed' | 'notsaid' | 'notresearched' | 'none';

export type Shown = { readonly look: Look; readonly word: string };

/** In the order of a legend: what is best for the person first. */
export const LOOKS: readonly { readonly look: Look; readonly word: string; readonly meaning: string }[] = [
  { look: 'open', word: 'Open now', meaning: 'Every requirement of a route is met.' },
  {
    look: 'steps',
    word: 'Open with steps',
    meaning: 'What is missing can still be done: an exam, a test, a document.',
  },
  {
    look: 'closed',
    word: 'Closed',
    meaning: 'A requirement is not met and nothing that we know of would meet it.',
  },
  {
    look: 'notsaid',
    word: 'Unknown: you have not said',
    meaning: 'An answer of yours would decide it.',
  },
  {
    look: 'notresearched',
    word: 'Unknown: not researched',
    meaning: 'We have not established what the law asks. No answer of yours can help.',
  },
];

const BY_STATUS: Readonly<Record<Exclude<RouteStatus, 'unknown'>, Shown>> = {
  open: { look: 'open', word: 'Open now' },
  withSteps: { look: 'steps', word: 'Open with steps' },
  closed: { look: 'closed', word: 'Closed' },
};

const BY_REASON: readonly (readonly [UnknownReason, Shown])[] = [
  ['notSaid', { look: 'notsaid', word: 'Unknown: you have not said' }],
  ['disputed', { look: 'notsaid', word: 'Unknown: sources disagree' }],
  ['stale', { look: 'notresearched', word: 'Unknown: must be read again' }],
  ['notResearched', { look: 'notresearched', word: 'Unknown: not researched' }],
];

/** What the person can answer comes before what only research can. */
export function showUnknown(reasons: readonly UnknownReason[]): Shown {
  const found = BY_REASON.find(([reason]) => reasons.includes(reason));
  return found?.[1] ?? { look: 'notresearched', word: 'Unknown' };
}

export function showStatus(status: RouteStatus, reasons: readonly UnknownReason[] = []): Shown {
  return status === 'unknown' ? showUnknown(reasons) : BY_STATUS[status];
}

export type VerdictShown = {
  readonly verdict: 'met' | 'notMet' | 'unknown' | 'notApplicable';
  readonly remedy?: 'curable' | 'final' | 'undetermined' | undefined;
  readonly reasons?: readonly UnknownReason[];
};

/** How one requirement reads. */
export function showVerdict({ verdict, remedy, reasons = [] }: VerdictShown): Shown {
  if (verdict === 'met') return { look: 'open', word: 'Met' };
  if (verdict === 'notApplicable') return { look: 'none', word: 'Does not apply' };
  if (verdict === 'unknown') return showUnknown(reasons);
  if (remedy === 'curable') return { look: 'steps', word: 'Not met yet' };
  if (remedy === 'undetermined') return { look: 'closed', word: 'Not met; unknown whether it can be' };
  return { look: 'closed', word: 'Not met' };
}
