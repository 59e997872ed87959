/** The words for kinds and states of requests about one's data, whole keys, so that a search finds them. */
import type { RequestKind, RequestState } from '@testamur/services/privacy';
import type { MessageKey } from '$lib/language/messages.ts';

export const REQUEST_WORDS = {
  access: 'rights.kind.access',
  rectification: 'rights.kind.rectification',
  erasure: 'rights.kind.erasure',
  restriction: 'rights.kind.restriction',
  portability: 'rights.kind.portability',
  objection: 'rights.kind.objection',
  review: 'rights.kind.review',
} as const satisfies Readonly<Record<RequestKind, MessageKey>>;

/** The order in which they are offered: what one cannot do oneself comes first. */
export const REQUEST_ORDER = [
  'objection',
  'review',
  'rectification',
  'access',
  'portability',
  'restriction',
  'erasure',
] as const satisfies readonly RequestKind[];

export const STATE_WORDS = {
  open: 'rights.state.open',
  granted: 'rights.state.granted',
  'refusal-under-review': 'rights.state.under-review',
  refused: 'rights.state.refused',
} as const satisfies Readonly<Record<RequestState, MessageKey>>;
