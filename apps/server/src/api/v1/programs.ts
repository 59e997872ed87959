import { ok } from '@testamur/engines/kernel';
import { addAccountKey, listAccountKeys, retireAccountKey } from '@testamur/services/identifying';
import { Type } from 'typebox';
import { type Route, route } from '../../acting/route.ts';
import { closed, Instant, Uuid } from './shapes.ts';

const tags = ['programs'];

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

export const PROGRAM_ROUTES: readonly Route[] = [list, add, retire];
