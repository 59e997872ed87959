import { openContexts } from '@testamur/adapters/contexts';
import {
  digestOnNode,
  fitsSchema,
  keepAnswers,
  reachAtMost,
  reachOutside,
  verifyOnNode,
} from '@testamur/adapters/credentials';
import { type EgressSettings, openEgress } from '@testamur/adapters/egress';
import { PROBLEM_MEDIA_TYPE, refTo, toProblemDocument, VerificationSchema } from '@testamur/adapters/http';
import {
  checkPresentation,
  judgeCredential,
  judgePresentation,
  LAYERS,
  type Verdict,
  type World,
} from '@testamur/engines/credentials';
import { type Day, type Json, type Problem, parseDay, utf8Of } from '@testamur/engines/kernel';
import type { Library } from '@testamur/services/recognising';
import { makeIssuerList, type VerifyOptions, verify } from '@testamur/services/verifying';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

export type VerificationOptions = {
  readonly library: Library;
  readonly egress: EgressSettings;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  readonly requestsPerMinute: number;
};

const tags = ['verification'];
/** It may reach several machines of others. */
const COST = 10;
/** Of one verification, whatever it shows: each may take seconds. */
const MOST_REACHED = 20;
const strict = { additionalProperties: false } as const;

const Question = Type.Object(
  {
    credential: Type.Optional(
      Type.Union([Type.String({ minLength: 1 }), Type.Object({}, { additionalProperties: true })], {
        description: 'JSON as an object or as text, a JWT, an SD-JWT',
      }),
    ),
    file: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        description: 'Any file, a badge picture too, in base64',
      }),
    ),
    on: Type.Optional(
      Type.String({ description: 'Recognition of this day, YYYY-MM-DD; today where absent' }),
    ),
    nonce: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    audience: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  strict,
);

/** What a credential is worth, for anybody who asks; and the proof alone, as suites of others ask for it. Nothing is stored or logged. */
export function serveVerifications(api: FastifyInstance, options: VerificationOptions): void {
  const { now, library, requestsPerMinute } = options;
  const machine = { contexts: openContexts(), verify: verifyOnNode, digest: digestOnNode, fitsSchema };
  const reach = reachOutside({ gate: openEgress(options.egress), now, kept: keepAnswers() });
  const worldNow = (): World => ({ ...machine, reach: reachAtMost(MOST_REACHED, reach), now: now() });
  const limited = { config: { rateLimit: { max: Math.max(1, Math.ceil(requestsPerMinute / COST)) } } };
  const issuers = makeIssuerList([]);
  api.post<{ Body: Static<typeof Question> }>(
    '/v1/verifications',
    {
      ...limited,
      schema: {
        summary: 'What a credential is worth, layer by layer',
        description:
          'Each layer passes, fails or stays unknown, with code, reason and evidence; unknown never becomes pass. Of a degree in medicine `acceptance.dossier` can be sent to POST /assess. Nothing of it is stored or logged.',
        tags,
        body: Question,
        response: { 200: refTo(VerificationSchema), ...refusals(400, 413, 415, 422, 429) },
      },
    },
    async ({ body }, reply) => {
      const asked = readQuestion(body);
      if ('code' in asked) return sendProblem(reply, asked);
      const answered = await verify(asked.bytes, { world: worldNow(), library, issuers }, asked.options);
      return answered.ok
        ? reply.header('cache-control', 'no-store').send(answered.value)
        : sendProblem(reply, answered.error);
    },
  );
  serveProofs(api, worldNow, limited);
}

type Asked = { readonly bytes: Uint8Array; readonly options: VerifyOptions };

function readQuestion({ credential, file, on, nonce, audience }: Static<typeof Question>) {
  const wrong = (at: string, message: string, hint: string) => ({
    code: 'HTTP_REQUEST_INVALID' as const,
    message,
    at,
    hint,
  });
  if ((credential === undefined) === (file === undefined))
    return wrong(
      '/credential',
      'A credential or a file is verified, one at a time.',
      'Send credential, or file in base64.',
    );
  if ((nonce === undefined) !== (audience === undefined))
    return wrong('/nonce', 'A question has a nonce and an audience.', 'Send both, or neither.');
  const day: { readonly ok: true; readonly value: Day | undefined } | ReturnType<typeof parseDay> =
    on === undefined ? { ok: true, value: undefined } : parseDay(on);
  if (!day.ok) return { ...day.error, at: '/on' };
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  return {
    bytes: file === undefined ? utf8Of(text) : new Uint8Array(Buffer.from(file, 'base64')),
    options: {
      jurisdictions: [],
      ...(day.value === undefined ? {} : { on: day.value }),
      ...(nonce === undefined || audience === undefined ? {} : { challenge: { nonce, audience } }),
    },
  } satisfies Asked;
}

const anything = Type.Object({}, { additionalProperties: true });
const Options = Type.Optional(
  Type.Object(
    { challenge: Type.Optional(Type.String()), domain: Type.Optional(Type.String()) },
    { additionalProperties: true },
  ),
);
const Verified = Type.Object({ verified: Type.Boolean() }, { additionalProperties: true });
const answers = { 200: Verified, ...refusals(400, 413, 415, 422, 429) };

/** VC-API: the proof and what hangs on it, and nothing of recognition. */
function serveProofs(api: FastifyInstance, worldNow: () => World, limited: object): void {
  api.post<{ Body: { readonly verifiableCredential: Json } }>(
    '/v1/vc/credentials/verify',
    {
      ...limited,
      schema: {
        summary: 'Verify the proof of a credential (VC-API)',
        description:
          'For suites of others: says nothing of whose it is and who recognised them. 400 where it is not verified.',
        tags,
        body: Type.Object(
          { verifiableCredential: anything, options: Options },
          { additionalProperties: true },
        ),
        response: answers,
      },
    },
    async ({ body }, reply) =>
      tell(reply, problemsOf(await judgeCredential(bytesOf(body.verifiableCredential), worldNow()))),
  );
  api.post<{
    Body: {
      readonly verifiablePresentation: Json;
      readonly options?: { readonly challenge?: string; readonly domain?: string };
    };
  }>(
    '/v1/vc/presentations/verify',
    {
      ...limited,
      schema: {
        summary: 'Verify the proof of a presentation and of what it shows (VC-API)',
        description: 'One that nobody signed is verified when all it shows is. 400 where it is not verified.',
        tags,
        body: Type.Object(
          { verifiablePresentation: anything, options: Options },
          { additionalProperties: true },
        ),
        response: answers,
      },
    },
    async ({ body }, reply) => tell(reply, await judgeShown(body, worldNow())),
  );
}

const ENVELOPE = /^data:application\/(?:vc|vp)(?:\+jwt|\+sd-jwt|-ld\+jwt)?[;,](.+)$/u;

function bytesOf(document: Json): Uint8Array {
  const id = (document as { readonly id?: Json }).id;
  const token = typeof id === 'string' ? ENVELOPE.exec(id)?.[1] : undefined;
  return utf8Of(token ?? JSON.stringify(document));
}

type Told = readonly { readonly code?: string | undefined; readonly title: string; readonly layer: string }[];

/** Who holds it is asked of presentations only; a schema that cannot be had says nothing against the proof. */
const problemsOf = ({ layers }: Verdict): Told =>
  LAYERS.filter(
    (layer) =>
      layer !== 'holder' &&
      (layers[layer].outcome === 'fail' || (layer !== 'schema' && layers[layer].outcome !== 'pass')),
  ).map((layer) => ({ layer, code: layers[layer].code, title: layers[layer].reason }));

type Shown = {
  readonly verifiablePresentation: Json;
  readonly options?: { readonly challenge?: string; readonly domain?: string };
};

async function judgeShown({ verifiablePresentation: shown, options }: Shown, world: World): Promise<Told> {
  const document = shown as { readonly [name: string]: Json };
  const isSigned = document['proof'] !== undefined || document['type'] === 'EnvelopedVerifiablePresentation';
  if (isSigned) {
    const challenge = { nonce: options?.challenge ?? '', audience: options?.domain ?? '' };
    const { holder, credentials } = await judgePresentation(bytesOf(shown), world, challenge);
    const own =
      holder.outcome === 'pass' ? [] : [{ layer: 'holder', code: holder.code, title: holder.reason }];
    return [...own, ...credentials.flatMap(problemsOf)];
  }
  const wrong = checkPresentation(document);
  if (wrong !== undefined) return [{ layer: 'form', code: wrong.code, title: wrong.message }];
  const { verifiableCredential: held } = document;
  const each = held === undefined ? [] : Array.isArray(held) ? held : [held];
  const told: Told[number][] = [];
  for (const one of each.slice(0, 100))
    told.push(...problemsOf(await judgeCredential(bytesOf(one as Json), world)));
  return told;
}

/** A problem document with the member that VC-API wants. */
function tell(reply: FastifyReply, told: Told): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (told.length === 0) return reply.send({ verified: true });
  const problems = told.map(({ code, title, layer }) => ({
    code: code ?? 'CREDENTIALS_PROOF_MISSING',
    message: title,
    hint: `This is of the layer ${layer}.`,
  }));
  const document = toProblemDocument(problems as [Problem, ...Problem[]], `urn:uuid:${reply.request.id}`);
  return reply
    .code(400)
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send({ ...document, status: 400, verified: false });
}
