import { ok } from '@testamur/engines/kernel';
import {
  CONSENT_PURPOSES,
  decideRequest,
  eraseSelf,
  exportOwnData,
  giveConsent,
  liftRestriction,
  listConsents,
  listOwnRequests,
  listRequests,
  PURPOSES,
  REQUEST_KINDS,
  type RequestShown,
  restrictProcessing,
  reviewRefusal,
  sendRequest,
  showRestriction,
  withdrawConsent,
} from '@testamur/services/privacy';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { dropSessionCookie } from '../../acting/session-cookie.ts';
import { closed, Instant, Uuid } from './shapes.ts';

const tags = ['privacy'];
const Words = Type.String({ minLength: 1, maxLength: 2_000 });
const Text = Type.String();
const Kind = Type.Union(REQUEST_KINDS.map((kind) => Type.Literal(kind)));
const Purpose = Type.Union(CONSENT_PURPOSES.map((purpose) => Type.Literal(purpose)));
const State = Type.Union(
  (['open', 'granted', 'refusal-under-review', 'refused'] as const).map((state) => Type.Literal(state)),
);
const Restriction = closed({ isRestricted: Type.Boolean(), since: Type.Optional(Instant) });

const exported = route({
  method: 'GET',
  url: '/account/export',
  acts: ['privacy.export-own-data'],
  ...{ summary: 'Everything that is kept about oneself, as a file that programs read', tags },
  answer: closed({
    ...{ schema: Text, person: Uuid, exportedAt: Instant },
    records: Type.Array(
      closed({
        ...{ table: Text, purpose: Type.Union(Object.keys(PURPOSES).map((one) => Type.Literal(one))) },
        ...{ what: Text, why: Text, basis: Text, kept: Text, seenBy: Type.Array(Text) },
        rows: Type.Array(Type.Record(Text, Type.Unknown())),
      }),
    ),
  }),
  perform: async ({ platform, request, reply }) => {
    const written = await exportOwnData(platform, request);
    if (written.ok)
      reply.header('content-disposition', `attachment; filename="testamur-${written.value.person}.json"`);
    return written;
  },
});

const shownRestriction = route({
  method: 'GET',
  url: '/account/restriction',
  acts: ['privacy.show-restriction'],
  ...{ summary: 'Whether what is kept about oneself is hidden from everybody else', tags },
  answer: Restriction,
  perform: ({ platform, request }) => showRestriction(platform, request),
});

const restrict = route({
  method: 'POST',
  url: '/account/restriction',
  acts: ['privacy.restrict-processing'],
  ...{ summary: 'Hide what is kept about oneself from everybody else', tags, answer: Restriction },
  perform: ({ platform, request }) => restrictProcessing(platform, request),
});

const lift = route({
  method: 'DELETE',
  url: '/account/restriction',
  acts: ['privacy.lift-restriction'],
  ...{ summary: 'Let others see again what one had hidden', tags, answer: Restriction },
  perform: ({ platform, request }) => liftRestriction(platform, request),
});

const erase = route({
  method: 'POST',
  url: '/account/erasure',
  acts: ['privacy.erase-self'],
  ...{ summary: 'Have everything that tells of oneself erased, for ever; the answer is the receipt', tags },
  body: closed({ personId: Uuid }),
  answer: closed({
    ...{ schema: Text, erasure: Uuid, person: Uuid, erasedAt: Instant, copiesOfKeysGoneBy: Instant },
    ...{ keysDestroyed: Type.Integer(), membershipsEnded: Type.Integer(), signInsRemoved: Type.Integer() },
  }),
  perform: async ({ platform, request, body, origin, reply }) => {
    const erased = await eraseSelf(platform, request, body);
    // Every session of hers went with the account.
    if (erased.ok) dropSessionCookie(reply, origin);
    return erased;
  },
});

const Receipt = closed({
  ...{ schema_version: Text, record_id: Uuid, pii_principal_id: Uuid },
  processing: closed({
    ...{ purpose: Text, purpose_description: Text, lawful_basis: Text, privacy_notice_hash: Text },
    ...{ language: Text, withdrawal_method: Text },
  }),
  party_identification: Type.Array(closed({ party_id: Uuid, role: Text })),
  events: Type.Array(closed({ event_id: Uuid, event_time: Instant, event_state: Text, entity_id: Uuid })),
});

const consents = route({
  method: 'GET',
  url: '/account/consents',
  acts: ['privacy.list-consents'],
  ...{ summary: 'The receipts of what one agreed to and withdrew', tags, answer: Type.Array(Receipt) },
  perform: ({ platform, request }) => listConsents(platform, request),
});

const Consent = closed({ purpose: Purpose, language: Type.String({ minLength: 1, maxLength: 35 }) });

const agree = route({
  method: 'POST',
  url: '/account/consents',
  acts: ['privacy.give-consent'],
  ...{ summary: 'Agree to a use of one’s data; the answer is the receipt', tags },
  ...{ body: Consent, answer: Receipt },
  perform: ({ platform, request, body }) => giveConsent(platform, request, body),
});

const withdraw = route({
  method: 'POST',
  url: '/account/consents/withdrawal',
  acts: ['privacy.withdraw-consent'],
  ...{ summary: 'Withdraw what one agreed to; the answer is the receipt', tags },
  ...{ body: Consent, answer: Receipt },
  perform: ({ platform, request, body }) => withdrawConsent(platform, request, body),
});

const Found = {
  ...{ requestId: Uuid, kind: Kind, statement: Text, sentAt: Instant, state: State },
  decision: Type.Optional(closed({ outcome: Text, reason: Text, decidedAt: Instant })),
  review: Type.Optional(closed({ outcome: Text, reason: Text, reviewedAt: Instant })),
};

/** Without who decided: whoever asked is answered by the platform, not by one of its people. */
function describe({ requestId, kind, statement, sentAt, state, decision, review }: RequestShown) {
  return {
    ...{ requestId, kind, statement, sentAt, state },
    ...(decision && {
      decision: { outcome: decision.outcome, reason: decision.reason, decidedAt: decision.decidedAt },
    }),
    ...(review && {
      review: { outcome: review.outcome, reason: review.reason, reviewedAt: review.reviewedAt },
    }),
  };
}

const ownRequests = route({
  method: 'GET',
  url: '/account/requests',
  acts: ['privacy.list-own-requests'],
  ...{ summary: 'What one asked for about one’s data, and how it stands', tags },
  answer: Type.Array(closed(Found)),
  perform: async ({ platform, request }) => {
    const listed = await listOwnRequests(platform, request);
    return listed.ok ? ok(listed.value.map(describe)) : listed;
  },
});

const send = route({
  method: 'POST',
  url: '/account/requests',
  acts: ['privacy.send-request'],
  ...{ summary: 'Ask for something about one’s data that a person decides, or object', tags },
  body: closed({ kind: Kind, statement: Words }),
  answer: closed({ requestId: Uuid }),
  perform: ({ platform, request, body }) => sendRequest(platform, request, body),
});

const House = { organisation: Uuid };
const ToDecide = closed({ ...House, request: Uuid });

const requests = route({
  method: 'GET',
  url: '/organisations/:organisation/privacy-requests',
  acts: ['privacy.list-requests'],
  ...{ summary: 'What people ask for about their data, for those who decide', tags, params: closed(House) },
  answer: Type.Array(
    closed({ ...Found, personId: Uuid, decidedBy: Type.Optional(Uuid), reviewedBy: Type.Optional(Uuid) }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listRequests(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map((one) => ({
        ...{ ...describe(one), personId: one.personId },
        ...(one.decision && { decidedBy: one.decision.decidedBy }),
        ...(one.review && { reviewedBy: one.review.reviewedBy }),
      })),
    );
  },
});

const decide = route({
  method: 'POST',
  url: '/organisations/:organisation/privacy-requests/:request/decision',
  acts: ['privacy.decide-request'],
  ...{ summary: 'Grant a request about data, or propose to refuse it', tags, params: ToDecide },
  body: closed({ grants: Type.Boolean(), reason: Words }),
  answer: closed({ state: State }),
  perform: ({ platform, request, params, body }) =>
    decideRequest(platform, request, { requestId: params.request, ...body }),
});

const review = route({
  method: 'POST',
  url: '/organisations/:organisation/privacy-requests/:request/review',
  acts: ['privacy.review-refusal'],
  ...{ summary: 'Uphold or overturn a refusal that somebody else proposed', tags, params: ToDecide },
  body: closed({ upholds: Type.Boolean(), reason: Words }),
  answer: closed({ state: State }),
  perform: ({ platform, request, params, body }) =>
    reviewRefusal(platform, request, { requestId: params.request, ...body }),
});

export const PRIVACY_ROUTES: readonly Route[] = [
  ...[exported, shownRestriction, restrict, lift, erase],
  ...[consents, agree, withdraw, ownRequests, send],
  ...[requests, decide, review],
];
