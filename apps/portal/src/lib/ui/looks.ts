import type { RouteStatus, UnknownReason } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';

/** The five ways a status can look, and `none` for what does not apply. Each has a colour, an icon, a pattern and a word. */
export type Look = 'open' | 'steps' | 'closed' | 'notsaid' | 'notresearched' | 'none';

/** `key` is the word in the catalogue: `say(shown.key)`. */
export type Shown = { readonly look: Look; readonly key: MessageKey };

/** In the order of a legend: what is best for the person first. */
export const LOOKS: readonly (Shown & { readonly meaning: MessageKey })[] = [
  { look: 'open', key: 'common.look.open', meaning: 'common.look.open.meaning' },
  { look: 'steps', key: 'common.look.steps', meaning: 'common.look.steps.meaning' },
  { look: 'closed', key: 'common.look.closed', meaning: 'common.look.closed.meaning' },
  { look: 'notsaid', key: 'common.look.notsaid', meaning: 'common.look.notsaid.meaning' },
  {
    look: 'notresearched',
    key: 'common.look.notresearched',
    meaning: 'common.look.notresearched.meaning',
  },
];

const BY_STATUS: Readonly<Record<Exclude<RouteStatus, 'unknown'>, Shown>> = {
  open: { look: 'open', key: 'common.look.open' },
  withSteps: { look: 'steps', key: 'common.look.steps' },
  closed: { look: 'closed', key: 'common.look.closed' },
};

const BY_REASON: readonly (readonly [UnknownReason, Shown])[] = [
  ['notSaid', { look: 'notsaid', key: 'common.look.notsaid' }],
  ['disputed', { look: 'notsaid', key: 'common.unknown.disputed' }],
  ['stale', { look: 'notresearched', key: 'common.unknown.stale' }],
  ['notResearched', { look: 'notresearched', key: 'common.look.notresearched' }],
];

/** What the person can answer comes before what only research can. */
export function showUnknown(reasons: readonly UnknownReason[]): Shown {
  const found = BY_REASON.find(([reason]) => reasons.includes(reason));
  return found?.[1] ?? { look: 'notresearched', key: 'common.unknown' };
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
  if (verdict === 'met') return { look: 'open', key: 'common.verdict.met' };
  if (verdict === 'notApplicable') return { look: 'none', key: 'common.look.none' };
  if (verdict === 'unknown') return showUnknown(reasons);
  if (remedy === 'curable') return { look: 'steps', key: 'common.verdict.curable' };
  if (remedy === 'undetermined') return { look: 'closed', key: 'common.verdict.undetermined' };
  return { look: 'closed', key: 'common.verdict.final' };
}
