import { ok } from '@testamur/engines/kernel';
import {
  claimParent,
  confirmChild,
  findOrganisations,
  ORGANISATION_KINDS,
  registerOrganisation,
  showOrganisation,
  VERIFICATION_METHODS,
  verifyOrganisation,
  withdrawVerification,
} from '@testamur/services/institutions';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Line, oneOf, Text, Uuid } from './shapes.ts';

const tags = ['organisations'];
const House = closed({ organisation: Uuid });
const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, two letters' });
const Named = { organisation: Uuid, kind: Type.String(), name: Line, country: Type.Optional(Country) };

const find = route({
  method: 'GET',
  url: '/organisations',
  acts: ['institutions.find-organisations'],
  ...{ summary: 'Look for organisations by a part of their name; at most 50', tags, perMinute: 120 },
  querystring: closed({
    q: Type.Optional(Line),
    standing: Type.Optional(
      Type.Literal('unverified', { description: 'Only those whom nobody vouches for' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  answer: Type.Array(closed({ ...Named, isVerified: Type.Boolean() })),
  perform: async ({ platform, request, query: { q, standing, limit = 20 } }) => {
    const wanted = { ...(q !== undefined && { words: q }), ...(standing && { standing }), limit };
    const found = await findOrganisations(platform, request, wanted);
    if (!found.ok) return found;
    return ok(found.value.map(({ country, ...one }) => ({ ...one, ...(country && { country }) })));
  },
});

const register = route({
  method: 'POST',
  url: '/organisations',
  acts: ['institutions.register-organisation'],
  ...{ summary: 'Register an organisation, not yet verified, and become its administrator', tags },
  perMinute: 20,
  body: closed({ kind: oneOf(ORGANISATION_KINDS), name: Line, country: Country, knownAs: Line }),
  answer: House,
  perform: ({ platform, request, body }) => registerOrganisation(platform, request, body),
});

const show = route({
  method: 'GET',
  url: '/organisations/:organisation',
  acts: ['institutions.show-organisation'],
  ...{
    summary: 'What an organisation is, who verified it and how, and where it stands in a hierarchy',
    tags,
  },
  params: House,
  answer: closed({
    ...{ ...Named, createdAt: Instant },
    verifications: Type.Array(
      closed({
        ...{ verificationId: Uuid, by: Uuid, method: Type.String(), evidence: Type.String() },
        ...{ verifiedAt: Instant, withdrawnAt: Type.Optional(Instant) },
      }),
    ),
    links: Type.Array(closed({ child: Uuid, parent: Uuid, isConfirmed: Type.Boolean() })),
    neighbours: Type.Array(closed({ organisation: Uuid, name: Line })),
  }),
  perform: async ({ platform, request, params }) => {
    const shown = await showOrganisation(platform, request, params.organisation);
    if (!shown.ok) return shown;
    const { organisation, kind, name, country, createdAt, verifications, links, neighbours } = shown.value;
    return ok({
      ...{ organisation, kind, name, ...(country && { country }), createdAt, links, neighbours },
      // Who checked it is a person: the organisation answers for her.
      verifications: verifications.map(
        ({ verificationId, by, method, evidence, verifiedAt, withdrawnAt }) => ({
          ...{ verificationId, by, method, evidence, verifiedAt, ...(withdrawnAt && { withdrawnAt }) },
        }),
      ),
    });
  },
});

const claim = route({
  method: 'POST',
  url: '/organisations/:organisation/parents',
  acts: ['institutions.claim-parent'],
  ...{ summary: 'Say that the organisation is part of another; it stands when the other confirms it', tags },
  ...{ params: House, body: closed({ parent: Uuid }) },
  perform: ({ platform, request, body }) => claimParent(platform, request, body.parent),
});

const confirm = route({
  method: 'POST',
  url: '/organisations/:organisation/children',
  acts: ['institutions.confirm-child'],
  ...{ summary: 'Confirm that another organisation is part of this one', tags },
  ...{ params: House, body: closed({ child: Uuid }) },
  perform: ({ platform, request, body }) => confirmChild(platform, request, body.child),
});

const verify = route({
  method: 'POST',
  url: '/organisations/:organisation/verifications',
  acts: ['institutions.verify-organisation'],
  ...{ summary: 'Say that another organisation is what it claims to be, and how that was checked', tags },
  params: House,
  body: closed({ subject: Uuid, method: oneOf(VERIFICATION_METHODS), evidence: Text }),
  answer: closed({ verificationId: Uuid, leafId: Uuid }),
  perform: ({ platform, request, body }) => verifyOrganisation(platform, request, body),
});

const withdraw = route({
  method: 'PUT',
  url: '/organisations/:organisation/verifications/:verification/end',
  acts: ['institutions.withdraw-verification'],
  ...{ summary: 'Take a verification back, with the reason', tags },
  params: closed({ organisation: Uuid, verification: Uuid }),
  ...{ body: closed({ reason: Text }), answer: closed({ leafId: Uuid }) },
  perform: ({ platform, request, params, body }) =>
    withdrawVerification(platform, request, { verificationId: params.verification, reason: body.reason }),
});

export const ORGANISATION_ROUTES: readonly Route[] = [find, register, show, claim, confirm, verify, withdraw];
