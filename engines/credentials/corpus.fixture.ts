/** Good credentials with one thing wrong, and what must be said of each: the adversarial table as files. */
import { gzipSync } from 'node:zlib';
import { expectOk, type Json, utf8Of } from '@testamur/engines/kernel';
import { toBase64url } from './bytes/base64url.ts';
import { type CorpusCase, edit, json, listed, presented, sdJwt, token } from './corpus-tools.fixture.ts';
import { addProof, type Members, makeToken } from './index.ts';
import {
  AUDIENCE,
  bytesOf,
  CLAIMS,
  DIPLOMA,
  graduate,
  LIST,
  makeList,
  makePresentation,
  NONCE,
  other,
  SCHOOL,
  SCHOOL_DOCUMENT,
  SCHOOL_KEY,
  school,
  serve,
  sign,
  signingOf,
} from './seeds.fixture.ts';
import { NOW } from './world.fixture.ts';

const CRED = 'https://www.w3.org/2018/credentials#';
const contexts = DIPLOMA['@context'] as readonly Json[];
const subject = DIPLOMA['credentialSubject'] as Members;
const achievement = subject['achievement'] as Members;

/** Signed, then changed. */
const rdfc = (name: string, code: string, change: (document: Members) => Members): CorpusCase =>
  json(`rdfc: ${name}`, code, async () => change(await sign(DIPLOMA, 'eddsa-rdfc-2022')));
const jcs = (name: string, code: string, change: (document: Members) => Members): CorpusCase =>
  json(`jcs: ${name}`, code, async () => change(await sign(DIPLOMA)));
/** Changed, then signed: its issuer means it. */
const meant = (name: string, code: string, document: Members): CorpusCase =>
  json(`meant: ${name}`, code, () => sign(document));
const proofOf = (document: Members): Members => document['proof'] as Members;
const withProof = (document: Members, change: Members): Members => ({
  ...document,
  proof: { ...proofOf(document), ...change },
});
const text = (name: string, code: string, change: (text: string) => string): CorpusCase => ({
  name: `bytes: ${name}`,
  code,
  make: async () => ({ bytes: utf8Of(change(JSON.stringify(await sign(DIPLOMA)))), world: await serve() }),
});
const raw = (name: string, code: string, bytes: Uint8Array): CorpusCase => ({
  name: `bytes: ${name}`,
  code,
  make: async () => ({ bytes, world: await serve() }),
});

/** 1 and 2: the meaning of what was signed. */
const meaning: readonly CorpusCase[] = [
  rdfc(
    'the second context written into the document, two terms swapped',
    'CREDENTIALS_CONTEXT_INLINE',
    (document) => ({
      ...document,
      '@context': [
        contexts[0] as Json,
        { name: 'https://schema.org/description', description: 'https://schema.org/name' },
      ],
    }),
  ),
  jcs('a context written into the document', 'CREDENTIALS_PROOF_CONTEXT', (document) => ({
    ...document,
    '@context': [...contexts, { name: 'https://schema.org/description' }],
  })),
  jcs('another pinned context added', 'CREDENTIALS_PROOF_CONTEXT', (document) => ({
    ...document,
    '@context': [...contexts, 'https://w3id.org/security/data-integrity/v2'],
  })),
  rdfc('a context that is not pinned', 'CREDENTIALS_CONTEXT_UNKNOWN', (document) => ({
    ...document,
    '@context': [...contexts, 'https://evil.example/context.json'],
  })),
  rdfc('a context within the subject', 'CREDENTIALS_CONTEXT_INLINE', (document) => ({
    ...document,
    credentialSubject: { ...subject, '@context': { value: 'https://schema.org/name' } },
  })),
  rdfc('a term that no context defines', 'CREDENTIALS_TERM_UNDEFINED', (document) => ({
    ...document,
    honours: 'summa cum laude',
  })),
  rdfc('a term that no context defines, deeper', 'CREDENTIALS_TERM_UNDEFINED', (document) =>
    edit(document, ['credentialSubject', 'honours'], 'x'),
  ),
  rdfc('a type that no context defines', 'CREDENTIALS_TERM_UNDEFINED', (document) => ({
    ...document,
    type: [...(document['type'] as string[]), 'MedicalLicence'],
  })),
  rdfc('null', 'CREDENTIALS_VALUE_UNSIGNED', (document) =>
    edit(document, ['credentialSubject', 'identifier'], null),
  ),
  rdfc('an empty list', 'CREDENTIALS_VALUE_UNSIGNED', (document) =>
    edit(document, ['credentialSubject', 'identifier'], []),
  ),
  rdfc('@nest', 'CREDENTIALS_TERM_DISGUISED', (document) => ({ ...document, '@nest': {} })),
  rdfc('@included', 'CREDENTIALS_TERM_DISGUISED', (document) => ({ ...document, '@included': [] })),
  rdfc('@reverse', 'CREDENTIALS_TERM_DISGUISED', (document) => ({ ...document, '@reverse': {} })),
  rdfc('@graph', 'CREDENTIALS_TERM_DISGUISED', (document) =>
    edit(document, ['credentialSubject', '@graph'], []),
  ),
  rdfc('@id in the place of id', 'CREDENTIALS_TERM_DISGUISED', ({ id, ...document }) => ({
    ...document,
    '@id': id as Json,
  })),
  rdfc(
    'its end under its address, where no reader looks',
    'CREDENTIALS_TERM_DISGUISED',
    ({ validUntil, ...document }) => ({
      ...document,
      [`${CRED}validUntil`]: {
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': validUntil as Json,
      },
    }),
  ),
  rdfc('its status under its address', 'CREDENTIALS_TERM_DISGUISED', ({ credentialStatus, ...document }) => ({
    ...document,
    [`${CRED}credentialStatus`]: credentialStatus as Json,
  })),
  rdfc('a type by its address', 'CREDENTIALS_TERM_DISGUISED', (document) =>
    edit(
      document,
      ['credentialSubject', 'achievement', 'type'],
      ['Achievement', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'],
    ),
  ),
  rdfc('the same item twice', 'CREDENTIALS_VALUE_UNSIGNED', (document) =>
    edit(document, ['credentialSubject', 'achievement', 'tag'], ['medicine', 'degree', 'degree']),
  ),
  rdfc('a value with more than a value', 'CREDENTIALS_TERM_DISGUISED', (document) =>
    edit(document, ['credentialSubject', 'achievement', 'criteria', 'narrative'], {
      '@value': 'All examinations passed.',
      '@index': 'x',
    }),
  ),
  rdfc('another name of the degree', 'CREDENTIALS_SIGNATURE_WRONG', (document) => ({
    ...document,
    name: 'Doctor of Philosophy',
  })),
  rdfc('one result fewer', 'CREDENTIALS_SIGNATURE_WRONG', (document) =>
    edit(document, ['credentialSubject', 'result'], [{ type: ['Result'], value: '1.0' }]),
  ),
  rdfc('two alike results in the place of one', 'CREDENTIALS_SIGNATURE_WRONG', (document) =>
    edit(
      document,
      ['credentialSubject', 'result'],
      ['1.0', '1.3', '1.3'].map((value) => ({ type: ['Result'], value })),
    ),
  ),
  rdfc('its end taken away', 'CREDENTIALS_SIGNATURE_WRONG', ({ validUntil: _, ...document }) => document),
  jcs(
    'its status taken away',
    'CREDENTIALS_SIGNATURE_WRONG',
    ({ credentialStatus: _, ...document }) => document,
  ),
  jcs('types in another order', 'CREDENTIALS_SIGNATURE_WRONG', (document) => ({
    ...document,
    type: ['OpenBadgeCredential', 'VerifiableCredential'],
  })),
  jcs('a member added', 'CREDENTIALS_SIGNATURE_WRONG', (document) => ({
    ...document,
    description: 'with honours',
  })),
];

/** 4, 5, 10 and what a proof says of itself. */
const proofs: readonly CorpusCase[] = [
  jcs('no proof', 'CREDENTIALS_PROOF_MISSING', ({ proof: _, ...document }) => document),
  jcs('no proof in its list', 'CREDENTIALS_PROOF_MISSING', (document) => ({ ...document, proof: [] })),
  jcs('a proof of an unknown kind', 'CREDENTIALS_SUITE_UNKNOWN', (document) =>
    withProof(document, { cryptosuite: 'eddsa-none-2030' }),
  ),
  jcs('a proof of another suite', 'CREDENTIALS_SIGNATURE_WRONG', (document) =>
    withProof(document, { cryptosuite: 'eddsa-rdfc-2022' }),
  ),
  jcs('a suite for other keys', 'CREDENTIALS_KEY_KIND', (document) =>
    withProof(document, { cryptosuite: 'ecdsa-jcs-2019' }),
  ),
  jcs('a proof with a word too many', 'CREDENTIALS_PROOF_FORMAT', (document) =>
    withProof(document, { trusted: true }),
  ),
  jcs('a signature cut short', 'CREDENTIALS_PROOF_FORMAT', (document) =>
    withProof(document, { proofValue: String(proofOf(document)['proofValue']).slice(0, -2) }),
  ),
  jcs('a signature with a letter that base58 does not have', 'CREDENTIALS_PROOF_FORMAT', (document) =>
    withProof(document, { proofValue: `z0${String(proofOf(document)['proofValue']).slice(2)}` }),
  ),
  jcs('a signature that is no text', 'CREDENTIALS_PROOF_FORMAT', (document) =>
    withProof(document, { proofValue: 7 }),
  ),
  jcs('another time of signing', 'CREDENTIALS_SIGNATURE_WRONG', (document) =>
    withProof(document, { created: '2020-07-02T00:00:00Z' }),
  ),
  jcs('a time of signing that is none', 'CREDENTIALS_INSTANT_FORMAT', (document) =>
    withProof(document, { created: '2020-02-30T00:00:00Z' }),
  ),
  jcs('its purpose changed', 'CREDENTIALS_KEY_NOT_FOR_THIS', (document) =>
    withProof(document, { proofPurpose: 'authentication' }),
  ),
  jcs('a purpose that nobody knows', 'CREDENTIALS_PROOF_FORMAT', (document) =>
    withProof(document, { proofPurpose: 'anything' }),
  ),
  jcs('a proof before it that is not there', 'CREDENTIALS_PROOF_CHAIN', (document) =>
    withProof(document, { previousProof: 'urn:uuid:x' }),
  ),
  json('a proof to show who it is, used to claim', 'CREDENTIALS_PROOF_PURPOSE', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { purpose: 'authentication', method: `${SCHOOL}#login` }, graduate),
  ),
  json('a key for signing in only', 'CREDENTIALS_KEY_NOT_FOR_THIS', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: `${SCHOOL}#login` }, graduate),
  ),
  json('signed by somebody else', 'CREDENTIALS_ISSUER_DIFFERS', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: other.method }, other),
  ),
  json('signed by somebody else in the name of the school', 'CREDENTIALS_SIGNATURE_WRONG', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', {}, other),
  ),
  json('a look-alike of the school', 'CREDENTIALS_ISSUER_DIFFERS', () =>
    sign({ ...DIPLOMA, issuer: { ...(DIPLOMA['issuer'] as Members), id: 'did:web:schoo1.example' } }),
  ),
  json('a key that is not listed', 'CREDENTIALS_KEY_NOT_FOUND', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: `${SCHOOL}#key-9` }),
  ),
  json('two keys in the name of one did:key', 'CREDENTIALS_KEY_NOT_FOUND', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: `${school.did}#${other.multikey}` }),
  ),
  json('a did:web that climbs', 'CREDENTIALS_KEY_NAME', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: 'did:web:school.example:..:admin#key-1' }),
  ),
  json('a did:web on an address', 'CREDENTIALS_KEY_NAME', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: 'did:web:127.0.0.1#key-1' }),
  ),
  json('a DID of an unknown kind', 'CREDENTIALS_DID_METHOD', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: 'did:example:school#key-1' }),
  ),
  json('a key that cannot be reached', 'CREDENTIALS_KEY_UNREACHABLE', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { method: 'did:web:gone.example#key-1' }),
  ),
  json('signed in 2031', 'CREDENTIALS_PROOF_IN_FUTURE', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { createdAt: Date.UTC(2031, 0, 1) }),
  ),
  json('a proof that has ended', 'CREDENTIALS_PROOF_EXPIRED', () =>
    sign(DIPLOMA, 'eddsa-jcs-2022', { expiresAt: NOW }),
  ),
  meant('expired', 'CREDENTIALS_EXPIRED', { ...DIPLOMA, validUntil: '2026-02-28T23:59:59Z' }),
  meant('not valid yet', 'CREDENTIALS_NOT_YET_VALID', { ...DIPLOMA, validFrom: '2026-03-01T00:00:01Z' }),
  {
    name: 'keys: the document of another',
    code: 'CREDENTIALS_DOCUMENT_FORMAT',
    make: async () => ({
      bytes: bytesOf(await sign(DIPLOMA)),
      world: await serve({
        'https://school.example/.well-known/did.json': { ...SCHOOL_DOCUMENT, id: 'did:web:else.example' },
      }),
    }),
  },
  {
    name: 'keys: a key that belongs to another',
    code: 'CREDENTIALS_KEY_CONTROLLER',
    make: async () => ({
      bytes: bytesOf(await sign(DIPLOMA)),
      world: await serve({
        'https://school.example/.well-known/did.json': keyWith({ controller: 'did:web:else.example' }),
      }),
    }),
  },
  {
    name: 'keys: revoked by its own document',
    code: 'CREDENTIALS_KEY_ENDED',
    make: async () => ({
      bytes: bytesOf(await sign(DIPLOMA)),
      world: await serve({
        'https://school.example/.well-known/did.json': keyWith({ revoked: '2021-01-01T00:00:00Z' }),
      }),
    }),
  },
  {
    name: 'keys: the document names a key twice',
    code: 'CREDENTIALS_DOCUMENT_FORMAT',
    make: async () => ({
      bytes: bytesOf(await sign(DIPLOMA)),
      world: await serve({
        'https://school.example/.well-known/did.json': {
          ...SCHOOL_DOCUMENT,
          verificationMethod: [...keys, { ...keys[0], publicKeyMultibase: other.multikey } as Members],
        },
      }),
    }),
  },
];
const keys = SCHOOL_DOCUMENT['verificationMethod'] as readonly Members[];
function keyWith(change: Members): Members {
  return { ...SCHOOL_DOCUMENT, verificationMethod: [{ ...keys[0], ...change } as Members, ...keys.slice(1)] };
}

/** The data model, signed as it is: a signature makes it no better. */
const model: readonly CorpusCase[] = [
  meant('no first context', 'CREDENTIALS_CONTEXT_FIRST', { ...DIPLOMA, '@context': [...contexts].reverse() }),
  meant('a context written into it by its issuer', 'CREDENTIALS_CONTEXT_INLINE', {
    ...DIPLOMA,
    '@context': [...contexts, { name: 'https://schema.org/description' }],
  }),
  meant('a context that is not pinned', 'CREDENTIALS_CONTEXT_UNKNOWN', {
    ...DIPLOMA,
    '@context': [...contexts, 'https://school.example/context'],
  }),
  meant('no type', 'CREDENTIALS_TYPE_MISSING', { ...DIPLOMA, type: ['OpenBadgeCredential'] }),
  meant('an id that is no URL', 'CREDENTIALS_ID_FORMAT', { ...DIPLOMA, id: 'diploma 7' }),
  meant('an issuer without a name', 'CREDENTIALS_ISSUER_FORMAT', {
    ...DIPLOMA,
    issuer: { type: ['Profile'] },
  }),
  meant('no subject', 'CREDENTIALS_SUBJECT_FORMAT', { ...DIPLOMA, credentialSubject: [] }),
  meant('an empty subject', 'CREDENTIALS_SUBJECT_FORMAT', { ...DIPLOMA, credentialSubject: {} }),
  meant('a day that no calendar has', 'CREDENTIALS_DATE_FORMAT', {
    ...DIPLOMA,
    validFrom: '2021-02-29T00:00:00Z',
  }),
  meant('a time without its offset', 'CREDENTIALS_DATE_FORMAT', {
    ...DIPLOMA,
    validFrom: '2020-07-01T00:00:00',
  }),
  meant('an end before its beginning', 'CREDENTIALS_DATE_ORDER', {
    ...DIPLOMA,
    validUntil: '2019-07-01T00:00:00Z',
  }),
  meant('a status without a type', 'CREDENTIALS_STATUS_FORMAT', {
    ...DIPLOMA,
    credentialStatus: { id: LIST },
  }),
  meant('a schema without an id', 'CREDENTIALS_SCHEMA_FORMAT', {
    ...DIPLOMA,
    credentialSchema: { type: 'JsonSchema' },
  }),
  meant('evidence without a type', 'CREDENTIALS_PART_FORMAT', {
    ...DIPLOMA,
    evidence: [{ id: 'https://school.example/e' }],
  }),
  meant('a name that is a number', 'CREDENTIALS_PART_FORMAT', { ...DIPLOMA, name: 7 }),
  meant('a resource without a digest', 'CREDENTIALS_RELATED_FORMAT', {
    ...DIPLOMA,
    relatedResource: [{ id: 'https://school.example/logo' }],
  }),
  meant(
    'an achievement without criteria',
    'CREDENTIALS_BADGE_FORMAT',
    edit(DIPLOMA, ['credentialSubject', 'achievement'], { ...achievement, criteria: 'none' }),
  ),
  meant('a schema that cannot be reached', 'CREDENTIALS_SCHEMA_UNREACHABLE', {
    ...DIPLOMA,
    credentialSchema: { id: 'https://gone.example/s', type: 'JsonSchema' },
  }),
  meant('a schema at no https address', 'CREDENTIALS_SCHEMA_UNREACHABLE', {
    ...DIPLOMA,
    credentialSchema: { id: 'http://169.254.169.254/s', type: 'JsonSchema' },
  }),
  {
    name: 'a resource that is not what was signed',
    code: 'CREDENTIALS_DIGEST_DIFFERS',
    make: async () => ({
      bytes: bytesOf(
        await sign({
          ...DIPLOMA,
          relatedResource: [
            {
              id: 'https://school.example/logo',
              digestSRI: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
            },
          ],
        }),
      ),
      world: await serve({ 'https://school.example/logo': Uint8Array.of(1) }),
    }),
  },
  {
    name: 'not as its schema wants it',
    code: 'CREDENTIALS_SCHEMA_DIFFERS',
    make: async () => ({
      bytes: bytesOf(
        await sign({ ...DIPLOMA, credentialSchema: { id: 'https://school.example/s', type: 'JsonSchema' } }),
      ),
      world: { ...(await serve({ 'https://school.example/s': {} })), fitsSchema: async () => false },
    }),
  },
];

/** 7 and 8: status lists. */
const bomb = toBase64url(new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024))));
const status: readonly CorpusCase[] = [
  listed('revoked', 'CREDENTIALS_REVOKED', { revoked: [94_567] }),
  listed('of another issuer', 'CREDENTIALS_STATUS_ISSUER', { issuer: other.did, by: other }),
  listed('of the school, signed by another', 'CREDENTIALS_STATUS_LIST', { by: other }),
  listed('for another purpose', 'CREDENTIALS_STATUS_PURPOSE', { purpose: 'suspension' }),
  listed('past its end', 'CREDENTIALS_STATUS_STALE', { until: NOW - 1 }),
  listed('that may be kept no time', 'CREDENTIALS_STATUS_STALE', {
    change: (list) => edit(list, ['credentialSubject', 'ttl'], 0),
  }),
  listed('a bomb of gzip', 'CREDENTIALS_STATUS_TOO_LARGE', {
    change: (list) => edit(list, ['credentialSubject', 'encodedList'], `u${bomb}`),
  }),
  listed('that is not gzip', 'CREDENTIALS_STATUS_LIST', {
    change: (list) => edit(list, ['credentialSubject', 'encodedList'], 'uAAAA'),
  }),
  listed('in another base', 'CREDENTIALS_STATUS_LIST', {
    change: (list) => edit(list, ['credentialSubject', 'encodedList'], 'zAAAA'),
  }),
  listed('shorter than any may be', 'CREDENTIALS_STATUS_LIST', {
    change: (list) =>
      edit(
        list,
        ['credentialSubject', 'encodedList'],
        `u${toBase64url(new Uint8Array(gzipSync(Buffer.alloc(16))))}`,
      ),
  }),
  listed('of another type', 'CREDENTIALS_STATUS_LIST', {
    change: (list) => ({ ...list, type: ['VerifiableCredential'] }),
  }),
  {
    name: 'status: a list that nobody signed',
    code: 'CREDENTIALS_STATUS_LIST',
    make: async () => {
      const { proof: _, ...list } = await makeList();
      return { bytes: bytesOf(await sign(DIPLOMA)), world: await serve({}, list) };
    },
  },
  {
    name: 'status: a list that cannot be reached',
    code: 'CREDENTIALS_STATUS_UNREACHABLE',
    make: async () => ({
      bytes: bytesOf(
        await sign(edit(DIPLOMA, ['credentialStatus', 'statusListCredential'], 'https://gone.example/1')),
      ),
      world: await serve(),
    }),
  },
  meant(
    'a list at no https address',
    'CREDENTIALS_STATUS_FORMAT',
    edit(DIPLOMA, ['credentialStatus', 'statusListCredential'], 'http://127.0.0.1/1'),
  ),
  meant(
    'a place beyond the list',
    'CREDENTIALS_STATUS_INDEX',
    edit(DIPLOMA, ['credentialStatus', 'statusListIndex'], '131072'),
  ),
  meant(
    'a place below nothing',
    'CREDENTIALS_STATUS_FORMAT',
    edit(DIPLOMA, ['credentialStatus', 'statusListIndex'], '-1'),
  ),
  meant(
    'a place that is no number',
    'CREDENTIALS_STATUS_FORMAT',
    edit(DIPLOMA, ['credentialStatus', 'statusListIndex'], '1e3'),
  ),
  meant(
    'two bits and no messages',
    'CREDENTIALS_STATUS_FORMAT',
    edit(DIPLOMA, ['credentialStatus', 'statusSize'], 2),
  ),
  meant(
    'a status of an unknown kind',
    'CREDENTIALS_STATUS_KIND',
    edit(DIPLOMA, ['credentialStatus', 'type'], 'SomeStatus'),
  ),
];

const messages = ['0x0', '0x1', '0x2'].map((status) => ({ status, message: `it is ${status}` }));
const more: readonly CorpusCase[] = [
  listed('that suspends', 'CREDENTIALS_SUSPENDED', { revoked: [94_567], purpose: 'suspension' }, (document) =>
    edit(document, ['credentialStatus', 'statusPurpose'], 'suspension'),
  ),
  listed(
    'that says what the entry does not explain',
    'CREDENTIALS_STATUS_MESSAGE',
    { revoked: [10, 11] },
    (document) =>
      edit(
        edit(
          edit(document, ['credentialStatus', 'statusListIndex'], '5'),
          ['credentialStatus', 'statusSize'],
          2,
        ),
        ['credentialStatus', 'statusMessage'],
        [...messages, { status: '0x7', message: 'odd' }],
      ),
  ),
  meant('a schema of an unknown kind', 'CREDENTIALS_SCHEMA_KIND', {
    ...DIPLOMA,
    credentialSchema: { id: 'https://school.example/s', type: 'ShaclShape' },
  }),
  meant('a resource that cannot be reached', 'CREDENTIALS_RELATED_UNREACHABLE', {
    ...DIPLOMA,
    relatedResource: [
      { id: 'https://gone.example/logo', digestSRI: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
    ],
  }),
  rdfc('ten thousand results, all alike', 'CREDENTIALS_GRAPH_TOO_GREAT', (document) =>
    edit(
      document,
      ['credentialSubject', 'result'],
      Array.from({ length: 10_000 }, () => ({ type: ['Result'] })),
    ),
  ),
  rdfc('a thousand results, each of its own', 'CREDENTIALS_GRAPH_TOO_GREAT', (document) =>
    edit(
      document,
      ['credentialSubject', 'result'],
      Array.from({ length: 1000 }, (_, n) => ({ type: ['Result'], value: `${n}` })),
    ),
  ),
  rdfc('three hundred results, all alike', 'CREDENTIALS_SIGNATURE_WRONG', (document) =>
    edit(
      document,
      ['credentialSubject', 'result'],
      Array.from({ length: 300 }, () => ({ type: ['Result'] })),
    ),
  ),
  {
    name: 'presentation: no credential in its place',
    code: 'CREDENTIALS_PRESENTATION_FORMAT',
    as: 'presentation',
    make: async () => ({
      bytes: bytesOf(await makePresentation({ credentials: ['x'] })),
      world: await serve(),
    }),
  },
  ...(
    [
      ['a key that the history does not hold', 'CREDENTIALS_KEY_NOT_IN_HISTORY', { id: `${SCHOOL}#key-0` }],
      [
        'a key that is no longer in use, and no time of signing',
        'CREDENTIALS_KEY_TIME_UNKNOWN',
        { rotatedAt: NOW },
      ],
    ] as const
  ).map(
    ([name, code, life]): CorpusCase => ({
      name: `history: ${name}`,
      code,
      make: async () => {
        const key = {
          id: SCHOOL_KEY,
          key: school.key,
          purposes: ['assertionMethod' as const],
          createdAt: 0,
          ...life,
        };
        const histories = new Map([[SCHOOL, { controller: SCHOOL, issuedAt: NOW, keys: [key] }]]);
        return { bytes: bytesOf(await signTimeless()), world: { ...(await serve()), histories } };
      },
    }),
  ),
];
/** A signature that does not say when it was made. */
const signTimeless = async (): Promise<Members> => {
  const { createdAt: _, ...timeless } = signingOf(school, 'eddsa-jcs-2022');
  return expectOk(await addProof(DIPLOMA, timeless), 'a good document');
};

/** 8 and 11: bytes that two readers would read in two ways, or not at all. */
const bytes: readonly CorpusCase[] = [
  text('a name twice', 'KERNEL_JSON_DUPLICATE_KEY', (whole) =>
    whole.replace('{', '{"name":"Doctor of Philosophy",'),
  ),
  text('a name twice, once escaped', 'KERNEL_JSON_DUPLICATE_KEY', (whole) =>
    whole.replace('{', '{"n\\u0061me":"x",'),
  ),
  text('half a character', 'KERNEL_JSON_LONE_SURROGATE', (whole) =>
    whole.replace('Six years', 'Six\\ud800 years'),
  ),
  text('a number beyond any', 'KERNEL_JSON_NUMBER_RANGE', (whole) => whole.replace('{', '{"x":1e400,')),
  text('__proto__', 'KERNEL_JSON_FORBIDDEN_KEY', (whole) => whole.replace('{', '{"__proto__":{"proof":1},')),
  text('something behind it', 'KERNEL_JSON_SYNTAX', (whole) => `${whole}{}`),
  text('a comment', 'KERNEL_JSON_SYNTAX', (whole) => whole.replace('{', '{/**/')),
  text('cut short', 'KERNEL_JSON_SYNTAX', (whole) => whole.slice(0, -1)),
  text('too deep', 'KERNEL_JSON_TOO_DEEP', (whole) =>
    whole.replace('{', `{"x":${'['.repeat(70)}${']'.repeat(70)},`),
  ),
  raw('a hundred thousand brackets', 'KERNEL_JSON_TOO_DEEP', utf8Of(`{"x":${'['.repeat(100_000)}`)),
  raw('three megabytes', 'CREDENTIALS_TOO_LARGE', new Uint8Array(3_000_000).fill(0x20)),
  raw('no UTF-8', 'KERNEL_JSON_ENCODING', Uint8Array.of(0x7b, 0xff, 0x7d)),
  raw('nothing', 'KERNEL_JSON_SYNTAX', new Uint8Array()),
  raw('a list', 'CREDENTIALS_FORM_UNKNOWN', utf8Of('[]')),
  raw('an image', 'CREDENTIALS_FORM_UNKNOWN', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)),
  raw('a sentence', 'CREDENTIALS_FORM_UNKNOWN', utf8Of('Doctor of Medicine')),
];

/** 12: tokens. */
const tokens: readonly CorpusCase[] = [
  token('no algorithm', 'CREDENTIALS_JWT_ALGORITHM', { header: { alg: 'none' } }),
  token('a shared secret', 'CREDENTIALS_JWT_ALGORITHM', { header: { alg: 'HS256' } }),
  token('another algorithm than its key', 'CREDENTIALS_KEY_KIND', { header: { alg: 'ES256' } }),
  token('RSA, which is not read', 'CREDENTIALS_SUITE_UNKNOWN', { header: { alg: 'RS256' } }),
  token('its own key', 'CREDENTIALS_JWT_HEADER', {
    header: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } },
  }),
  token('its own key elsewhere', 'CREDENTIALS_JWT_HEADER', { header: { jku: 'https://evil.example/keys' } }),
  token('its own certificate', 'CREDENTIALS_JWT_HEADER', { header: { x5u: 'https://evil.example/cert' } }),
  token('something critical', 'CREDENTIALS_JWT_HEADER', { header: { crit: ['exp2'] } }),
  token('another type', 'CREDENTIALS_JWT_TYPE', { header: { typ: 'kb+jwt' } }),
  token('no type', 'CREDENTIALS_JWT_TYPE', { header: { typ: 'JWT' } }),
  token('a vc claim', 'CREDENTIALS_JWT_CLAIM', { payload: { vc: DIPLOMA } }),
  token('another issuer', 'CREDENTIALS_JWT_CLAIM', { payload: { iss: 'did:web:else.example' } }),
  token('another subject', 'CREDENTIALS_JWT_CLAIM', { payload: { sub: 'did:web:else.example' } }),
  token('another id', 'CREDENTIALS_JWT_CLAIM', { payload: { jti: 'urn:x:y' } }),
  token('a context written into it', 'CREDENTIALS_CONTEXT_INLINE', {
    payload: { '@context': [...contexts, {}] },
  }),
  token('expired', 'CREDENTIALS_EXPIRED', { payload: { exp: NOW / 1000 } }),
  token('not yet', 'CREDENTIALS_NOT_YET_VALID', { payload: { nbf: NOW / 1000 + 1 } }),
  token('made in 2031', 'CREDENTIALS_PROOF_IN_FUTURE', { payload: { iat: Date.UTC(2031, 0, 1) / 1000 } }),
  token('a time that is a text', 'CREDENTIALS_JWT_CLAIM', { payload: { exp: '2040' } }),
  token('no key named', 'CREDENTIALS_KEY_NAME', { header: { kid: undefined } }),
  token('a payload changed', 'CREDENTIALS_SIGNATURE_WRONG', {
    change: (parts) => [parts[0], toBase64url(utf8Of(JSON.stringify({ ...DIPLOMA, name: 'x' }))), parts[2]],
  }),
  token('padding', 'CREDENTIALS_FORM_UNKNOWN', { change: (parts) => [parts[0], parts[1], `${parts[2]}==`] }),
  token('bits left over', 'CREDENTIALS_JWT_FORMAT', {
    change: (parts) => [parts[0], parts[1], `${parts[2].slice(0, -1)}${parts[2].endsWith('B') ? 'C' : 'B'}`],
  }),
  {
    name: 'token: a presentation in the place of a credential',
    code: 'CREDENTIALS_JWT_TYPE',
    make: async () => {
      const made = await makeToken(DIPLOMA, {
        kind: 'vp+jwt',
        keyKind: 'Ed25519',
        method: SCHOOL_KEY,
        sign: school.sign,
      });
      return { bytes: utf8Of(expectOk(made, 'a document')), world: await serve() };
    },
  },
];

/** 6 and 12: SD-JWT and presentations. */
const shown: readonly CorpusCase[] = [
  sdJwt('without its key', 'CREDENTIALS_BINDING_MISSING', {
    change: (whole) => whole.slice(0, whole.lastIndexOf('~') + 1),
  }),
  sdJwt('by another key', 'CREDENTIALS_HOLDER_DIFFERS', { by: other }),
  sdJwt('to another verifier', 'CREDENTIALS_AUDIENCE', { audience: 'https://else.example' }),
  sdJwt('to another question', 'CREDENTIALS_NONCE', { nonce: 'x' }),
  sdJwt('in 2017', 'CREDENTIALS_STALE', { at: Date.UTC(2017, 0, 1) }),
  sdJwt('in 2031', 'CREDENTIALS_STALE', { at: Date.UTC(2031, 0, 1) }),
  sdJwt('a disclosure taken away after it was shown', 'CREDENTIALS_DISCLOSURE', {
    change: (whole) => whole.replace(/~[^~]+~/u, '~'),
  }),
  sdJwt('a disclosure twice', 'CREDENTIALS_DISCLOSURE', {
    change: (whole) => whole.replace(/~([^~]+)~/u, '~$1~$1~'),
  }),
  sdJwt('a disclosure of something else', 'CREDENTIALS_DISCLOSURE', {
    change: (whole) => whole.replace('~', `~${toBase64url(utf8Of('["c2FsdA","name","Somebody Else"]'))}~`),
  }),
  sdJwt('a disclosure without salt', 'CREDENTIALS_DISCLOSURE', {
    change: (whole) => whole.replace('~', `~${toBase64url(utf8Of('[7,"name","x"]'))}~`),
  }),
  sdJwt('no ~ at its end', 'CREDENTIALS_FORM_UNKNOWN', { change: (whole) => `${whole}~!` }),
  sdJwt('without a type', 'CREDENTIALS_TYPE_MISSING', { claims: { ...CLAIMS, vct: '' } }),
  sdJwt('expired', 'CREDENTIALS_EXPIRED', { claims: { ...CLAIMS, exp: NOW / 1000 } }),
  sdJwt('another algorithm of digests', 'CREDENTIALS_SD_JWT_FORMAT', {
    claims: { ...CLAIMS, _sd_alg: 'md5' },
    hidden: [],
  }),
  presented('to another question', 'CREDENTIALS_NONCE', { challenge: 'x' }),
  presented('to another verifier', 'CREDENTIALS_AUDIENCE', { domain: 'https://else.example' }),
  presented('long ago', 'CREDENTIALS_STALE', { createdAt: Date.UTC(2017, 0, 1) }),
  presented('by somebody else than it says', 'CREDENTIALS_HOLDER_DIFFERS', { holder: other.did }),
  presented('as a claim', 'CREDENTIALS_PROOF_PURPOSE', { purpose: 'assertionMethod' }),
  presented('a credential of somebody else', 'CREDENTIALS_HOLDER_DIFFERS', {
    document: edit(DIPLOMA, ['credentialSubject', 'id'], other.did),
  }),
];

export const CORPUS: readonly CorpusCase[] = [
  ...meaning,
  ...proofs,
  ...model,
  ...status,
  ...more,
  ...bytes,
  ...tokens,
  ...shown,
];
export const CHALLENGE = { audience: AUDIENCE, nonce: NONCE };
