import { ok } from '@testamur/engines/kernel';
import { ACTS, ruleOf } from '@testamur/services/authorising';
import { addAccountKey, listAccountKeys, retireAccountKey } from '@testamur/services/identifying';
import { createServiceAccount, disableServiceAccount, listServiceAccounts } from '@testamur/services/people';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Line, oneOf, Uuid } from './shapes.ts';

const tags = ['programs'];

const House = closed({ organisation: Uuid });
const ProgramAct = oneOf(ACTS.filter((act) => ruleOf(act).who.includes('service-account')));

const programs = route({
  method: 'GET',
  url: '/organisations/:organisation/programs',
  acts: ['people.list-service-accounts'],
  ...{ summary: 'The programs that may act for the organisation, and those that were stopped', tags },
  params: House,
  answer: Type.Array(
    closed({
      ...{ accountId: Uuid, name: Type.String(), scopes: Type.Array(Type.String()) },
      ...{ createdAt: Instant, disabledAt: Type.Optional(Instant) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listServiceAccounts(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ accountId, name, scopes, createdAt, disabledAt }) => ({
        ...{ accountId, name, scopes: [...scopes], createdAt, ...(disabledAt && { disabledAt }) },
      })),
    );
  },
});

const create = route({
  method: 'POST',
  url: '/organisations/:organisation/programs',
  acts: ['people.create-service-account'],
  ...{ summary: 'Let a program act for the organisation, within scopes', tags, params: House },
  body: closed({
    name: Line,
    scopes: Type.Array(ProgramAct, { minItems: 1, maxItems: 50, uniqueItems: true }),
  }),
  answer: closed({ accountId: Uuid }),
  perform: ({ platform, request, body }) => createServiceAccount(platform, request, body),
});

const stop = route({
  method: 'DELETE',
  url: '/organisations/:organisation/programs/:program',
  acts: ['people.disable-service-account'],
  ...{ summary: 'Stop a program at once and for good', tags },
  params: closed({ organisation: Uuid, program: Uuid }),
  perform: ({ platform, request, params }) => disableServiceAccount(platform, request, params.program),
});

const list = route({
  method: 'GET',
  url: '/organisations/:organisation/program-keys',
  acts: ['identifying.list-account-keys'],
  ...{ summary: 'The keys of the organisation’s programs', tags, params: closed({ organisation: Uuid }) },
  answer: Type.Array(
    closed({
      ...{ keyId: Uuid, accountId: Uuid, publicJwk: Type.Record(Type.String(), Type.String()) },
      ...{ validFrom: Instant, validUntil: Type.Optional(Instant) },
    }),
  ),
  perform: async ({ platform, request }) => {
    const listed = await listAccountKeys(platform, request);
    if (!listed.ok) return listed;
    return ok(
      listed.value.map(({ keyId, accountId, publicJwk, validFrom, validUntil }) => ({
        ...{ keyId, accountId, publicJwk, validFrom, ...(validUntil && { validUntil }) },
      })),
    );
  },
});

const add = route({
  method: 'POST',
  url: '/organisations/:organisation/program-keys',
  acts: ['identifying.add-account-key'],
  ...{ summary: 'Give a program another key; those that it has serve on', tags },
  params: closed({ organisation: Uuid }),
  body: closed({ accountId: Uuid, publicJwk: Type.Record(Type.String(), Type.Unknown()) }),
  answer: closed({ keyId: Uuid }),
  perform: ({ platform, request, body }) => addAccountKey(platform, request, body),
});

const retire = route({
  method: 'PUT',
  url: '/organisations/:organisation/program-keys/:key/end',
  acts: ['identifying.retire-account-key'],
  ...{ summary: 'End a key of a program, now or later', tags },
  params: closed({ organisation: Uuid, key: Uuid }),
  body: closed({ until: Type.Optional(Instant) }),
  perform: ({ platform, request, params, body }) =>
    retireAccountKey(platform, request, { keyId: params.key, until: body.until ?? request.at }),
});

export const PROGRAM_ROUTES: readonly Route[] = [programs, create, stop, list, add, retire];
