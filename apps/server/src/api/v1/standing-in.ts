import { ok } from '@testamur/engines/kernel';
import { MEMBER_ROLES } from '@testamur/services/authorising';
import { showOrganisation } from '@testamur/services/institutions';
import {
  declareInterest,
  delegateRole,
  INTEREST_NATURES,
  listDelegations,
  listInterests,
  revokeDelegation,
} from '@testamur/services/people';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, oneOf, Text, Uuid } from './shapes.ts';

/** Who stands in for whom, and who has an interest where. */
const tags = ['members'];
const House = closed({ organisation: Uuid });
const Lent = { to: Uuid, role: oneOf(MEMBER_ROLES), startsAt: Instant, endsAt: Instant };
const Declared = { subject: Uuid, nature: oneOf(INTEREST_NATURES) };

const delegations = route({
  method: 'GET',
  url: '/organisations/:organisation/delegations',
  acts: ['people.list-delegations'],
  ...{ summary: 'Who lends which role to whom, and until when', tags, params: House },
  answer: Type.Array(closed({ delegationId: Uuid, from: Uuid, ...Lent, revokedAt: Type.Optional(Instant) })),
  perform: async ({ platform, request }) => {
    const listed = await listDelegations(platform, request);
    if (!listed.ok) return listed;
    return ok(listed.value.map(({ revokedAt, ...one }) => ({ ...one, ...(revokedAt && { revokedAt }) })));
  },
});

const delegate = route({
  method: 'POST',
  url: '/organisations/:organisation/delegations',
  acts: ['people.delegate-role'],
  ...{ summary: 'Lend one’s own role to another member until an instant', tags, params: House },
  ...{ body: closed(Lent), answer: closed({ delegationId: Uuid }) },
  perform: ({ platform, request, body }) => delegateRole(platform, request, body),
});

const revoke = route({
  method: 'DELETE',
  url: '/organisations/:organisation/delegations/:delegation',
  acts: ['people.revoke-delegation'],
  ...{ summary: 'Take back what one has delegated', tags },
  params: closed({ organisation: Uuid, delegation: Uuid }),
  perform: ({ platform, request, params }) => revokeDelegation(platform, request, params.delegation),
});

const interests = route({
  method: 'GET',
  url: '/organisations/:organisation/interests',
  acts: ['people.list-interests', 'institutions.show-organisation'],
  ...{ summary: 'The interests that members have declared', tags, params: House },
  answer: Type.Array(
    closed({
      ...{ declarationId: Uuid, personId: Uuid, ...Declared, subjectName: Type.Optional(Type.String()) },
      ...{ statement: Type.String(), declaredAt: Instant },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listInterests(platform, request);
    if (!listed.ok) return listed;
    const names = new Map<string, string>();
    for (const subject of new Set(listed.value.map((one) => one.subject))) {
      const shown = await showOrganisation(platform, request, subject);
      if (shown.ok) names.set(subject, shown.value.name);
      else if (shown.error.code !== 'INSTITUTIONS_NOT_FOUND') return shown;
    }
    return ok(
      listed.value.map((one) => {
        const subjectName = names.get(one.subject);
        return { ...one, ...(subjectName !== undefined && { subjectName }) };
      }),
    );
  },
});

const declare = route({
  method: 'POST',
  url: '/organisations/:organisation/interests',
  acts: ['people.declare-interest'],
  ...{ summary: 'Declare an interest in an organisation; it is not taken back', tags, params: House },
  ...{ body: closed({ ...Declared, statement: Text }), answer: closed({ declarationId: Uuid }) },
  perform: ({ platform, request, body }) => declareInterest(platform, request, body),
});

export const STANDING_IN_ROUTES: readonly Route[] = [delegations, delegate, revoke, interests, declare];
