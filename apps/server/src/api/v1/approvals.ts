import { ok } from '@testamur/engines/kernel';
import {
  ACTS,
  decideApproval,
  listApprovalPolicies,
  listApprovals,
  requestApproval,
  ruleOf,
  setApprovalPolicy,
} from '@testamur/services/authorising';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, oneOf, Text, Uuid } from './shapes.ts';

/** Four eyes: which acts need a second pair of them, and what waits for it. */
const tags = ['approvals'];
const House = closed({ organisation: Uuid });
const Act = oneOf(ACTS.filter((act) => ruleOf(act).fourEyes));
const Policy = closed({ act: Act, approvals: Type.Integer({ minimum: 0, maximum: 5 }) });

const policies = route({
  method: 'GET',
  url: '/organisations/:organisation/approval-policies',
  acts: ['authorising.list-approval-policies'],
  ...{ summary: 'Which acts need how many approvals; one that is not listed, or with 0, needs none', tags },
  ...{ params: House, answer: Type.Array(Policy) },
  perform: ({ platform, request }) => listApprovalPolicies(platform, request),
});

const setPolicy = route({
  method: 'PUT',
  url: '/organisations/:organisation/approval-policies',
  acts: ['authorising.set-approval-policy'],
  ...{ summary: 'Say how many approvals an act needs; 0 takes the policy back', tags },
  ...{ params: House, body: Policy },
  perform: ({ platform, request, body }) => setApprovalPolicy(platform, request, body),
});

const approvals = route({
  method: 'GET',
  url: '/organisations/:organisation/approvals',
  acts: ['authorising.list-approvals'],
  ...{ summary: 'What waits for approval, and what was decided', tags, params: House },
  answer: Type.Array(
    closed({
      ...{ requestId: Uuid, act: Type.String(), content: Type.Unknown(), requestedBy: Uuid },
      ...{ requestedAt: Instant, expiresAt: Instant, isUsed: Type.Boolean() },
      decisions: Type.Array(
        closed({ personId: Uuid, approves: Type.Boolean(), reason: Type.String(), decidedAt: Instant }),
      ),
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listApprovals(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ contentHash: _hash, decisions, ...one }) => ({
        ...one,
        decisions: decisions.map(({ requestId: _request, ...decision }) => decision),
      })),
    );
  },
});

const ask = route({
  method: 'POST',
  url: '/organisations/:organisation/approvals',
  acts: ['authorising.request-approval'],
  ...{
    summary: 'Ask for approval of one act with exactly this content: the body that is to be sent then',
    tags,
  },
  params: House,
  body: closed({ act: Act, content: Type.Object({}, { additionalProperties: true }), expiresAt: Instant }),
  answer: closed({ requestId: Uuid }),
  perform: ({ platform, request, body }) => requestApproval(platform, request, body),
});

const decide = route({
  method: 'POST',
  url: '/organisations/:organisation/approvals/:approval/decision',
  acts: ['authorising.decide-approval'],
  ...{ summary: 'Approve or refuse what somebody else asks for', tags },
  params: closed({ organisation: Uuid, approval: Uuid }),
  ...{
    body: closed({ approves: Type.Boolean(), reason: Text }),
    answer: closed({ approvals: Type.Integer() }),
  },
  perform: ({ platform, request, params, body }) =>
    decideApproval(platform, request, { requestId: params.approval, ...body }),
});

export const APPROVAL_ROUTES: readonly Route[] = [policies, setPolicy, approvals, ask, decide];
