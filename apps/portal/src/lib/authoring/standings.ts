/** Words for how a route or a rule stands, as keys of the catalogue. */
import type { MessageKey } from '../language/messages.ts';

const STANDINGS: Readonly<Record<string, MessageKey>> = {
  open: 'authoring.standing.open',
  withSteps: 'authoring.standing.withSteps',
  closed: 'authoring.standing.closed',
  unknown: 'authoring.standing.unknown',
  notThere: 'authoring.standing.notThere',
  met: 'authoring.standing.met',
  notMet: 'authoring.standing.notMet',
  notApplicable: 'authoring.standing.notApplicable',
};

type Standing = string | { readonly verdict: string };

/** Of a route its status, of a rule its verdict. */
export const standingKey = (standing: Standing): MessageKey =>
  STANDINGS[typeof standing === 'string' ? standing : standing.verdict] ?? 'authoring.standing.unknown';
