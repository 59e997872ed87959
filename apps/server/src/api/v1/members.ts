import { ok } from '@testamur/engines/kernel';
import { MEMBER_ROLES } from '@testamur/services/authorising';
import {
  assignRole,
  endMembership,
  inviteMember,
  listInvitations,
  listMembers,
  withdrawInvitation,
  withdrawRole,
} from '@testamur/services/people';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Line, Mail, oneOf, Secret, Uuid } from './shapes.ts';

const tags = ['members'];
const House = closed({ organisation: Uuid });
const Role = oneOf(MEMBER_ROLES);

const members = route({
  method: 'GET',
  url: '/organisations/:organisation/members',
  acts: ['people.list-members'],
  ...{ summary: 'Who belongs to the organisation, with which roles; who has left, with the day', tags },
  params: House,
  answer: Type.Array(
    closed({
      ...{ personId: Uuid, knownAs: Type.String(), roles: Type.Array(Role) },
      ...{ joinedAt: Instant, endedAt: Type.Optional(Instant) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listMembers(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ personId, knownAs, roles, joinedAt, endedAt }) => ({
        ...{ personId, knownAs, roles, joinedAt, ...(endedAt && { endedAt }) },
      })),
    );
  },
});

const invitations = route({
  method: 'GET',
  url: '/organisations/:organisation/invitations',
  acts: ['people.list-invitations'],
  ...{ summary: 'The invitations of the organisation that are open', tags, params: House },
  answer: Type.Array(
    closed({
      ...{ invitationId: Uuid, role: Role, invitedAs: Type.String() },
      ...{ invitedBy: Type.Optional(Uuid), invitedAt: Instant, expiresAt: Instant },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listInvitations(platform, request);
    if (!listed.ok) return listed;
    return ok(listed.value.map(({ invitedBy, ...one }) => ({ ...one, ...(invitedBy && { invitedBy }) })));
  },
});

const invite = route({
  method: 'POST',
  url: '/organisations/:organisation/invitations',
  acts: ['people.invite-member'],
  ...{
    summary:
      'Invite somebody for one role. The secret of the one-time link (/join#SECRET) is answered once, unless a letter with it leaves for the address',
    tags,
  },
  params: House,
  body: closed({
    ...{ role: Role, invitedAs: Line, expiresAt: Instant },
    mail: Type.Optional(closed({ address: Mail, language: Type.String({ maxLength: 35 }) })),
  }),
  answer: closed({ invitationId: Uuid, secret: Type.Optional(Secret) }),
  perform: async ({ platform, request, body }) => {
    const invited = await inviteMember(platform, request, body);
    if (!invited.ok) return invited;
    const { invitationId, secret } = invited.value;
    return ok(body.mail && platform.sendsLetters ? { invitationId } : { invitationId, secret });
  },
});

const withdraw = route({
  method: 'DELETE',
  url: '/organisations/:organisation/invitations/:invitation',
  acts: ['people.withdraw-invitation'],
  ...{ summary: 'Take an invitation back before it is accepted', tags },
  params: closed({ organisation: Uuid, invitation: Uuid }),
  perform: ({ platform, request, params }) => withdrawInvitation(platform, request, params.invitation),
});

const assign = route({
  method: 'POST',
  url: '/organisations/:organisation/roles',
  acts: ['people.assign-role'],
  ...{ summary: 'Give a member a role', tags, params: House, body: closed({ personId: Uuid, role: Role }) },
  perform: ({ platform, request, body }) => assignRole(platform, request, body),
});

const take = route({
  method: 'DELETE',
  url: '/organisations/:organisation/members/:member/roles/:role',
  acts: ['people.withdraw-role'],
  ...{ summary: 'Take a role from a member, and what she delegated of it', tags },
  params: closed({ organisation: Uuid, member: Uuid, role: Role }),
  perform: ({ platform, request, params }) =>
    withdrawRole(platform, request, { personId: params.member, role: params.role }),
});

const end = route({
  method: 'DELETE',
  url: '/organisations/:organisation/members/:member',
  acts: ['people.end-membership'],
  ...{ summary: 'End somebody’s membership', tags, params: closed({ organisation: Uuid, member: Uuid }) },
  perform: ({ platform, request, params }) => endMembership(platform, request, { personId: params.member }),
});

export const MEMBER_ROUTES: readonly Route[] = [members, invitations, invite, withdraw, assign, take, end];
