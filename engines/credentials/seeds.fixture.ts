/** Good credentials in every form, and the world in which they are good: what the corpus and the fuzzer change. */
import { expectOk, type Json } from '@testamur/engines/kernel';
import {
  addProof,
  CREDENTIALS_V2,
  formatMultikey,
  issueSdJwtVc,
  type Members,
  MIN_BITS,
  makeStatusList,
  makeToken,
  presentSdJwt,
  type Signing,
  type Suite,
  type World,
  withEntry,
} from './index.ts';
import { makeSigner, type Signer } from './signing.fixture.ts';
import { CONTEXTS, makeWorld, NOW, type Served } from './world.fixture.ts';

export const SCHOOL = 'did:web:school.example';
export const SCHOOL_KEY = `${SCHOOL}#key-1`;
export const LIST = 'https://school.example/status/1';
export const AUDIENCE = 'https://board.example';
export const NONCE = 'n-0S6_WzA2Mj';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export const school: Signer = makeSigner('Ed25519', 1);
export const other: Signer = makeSigner('Ed25519', 2);
export const graduate: Signer = makeSigner('Ed25519', 3);
export const p256: Signer = makeSigner('P-256');
export const p384: Signer = makeSigner('P-384');

const method = (id: string, signer: Signer): Members => ({
  id,
  type: 'Multikey',
  controller: SCHOOL,
  publicKeyMultibase: formatMultikey(signer.key),
});

/** The keys of the school: one to claim with, one only to show who it is. */
export const SCHOOL_DOCUMENT: Members = {
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: SCHOOL,
  verificationMethod: [
    method(SCHOOL_KEY, school),
    method(`${SCHOOL}#login`, graduate),
    method(`${SCHOOL}#p256`, p256),
    method(`${SCHOOL}#p384`, p384),
  ],
  assertionMethod: [SCHOOL_KEY, '#p256', `${SCHOOL}#p384`],
  authentication: [`${SCHOOL}#login`],
};

export const DIPLOMA: Members = {
  '@context': [CREDENTIALS_V2, OB],
  id: 'urn:uuid:1f0e8a44-2a51-4a3c-9a73-2d1f2d4f7b10',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: SCHOOL, type: ['Profile'], name: 'School of Medicine' },
  validFrom: '2020-07-01T00:00:00Z',
  validUntil: '2040-07-01T00:00:00Z',
  name: 'Doctor of Medicine',
  credentialSubject: {
    id: graduate.did,
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://school.example/achievements/md',
      type: ['Achievement'],
      name: 'Doctor of Medicine',
      description: 'Six years of medicine.',
      criteria: { narrative: 'All examinations passed.' },
      tag: ['medicine', 'degree'],
    },
    result: [
      { type: ['Result'], value: '1.0' },
      { type: ['Result'], value: '1.3' },
    ],
  },
  credentialStatus: {
    id: `${LIST}#94567`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: LIST,
  },
};

export function signingOf(signer: Signer, suite: Suite, more: Partial<Signing> = {}): Signing {
  return {
    suite,
    keyKind: signer.kind,
    method: SCHOOL_KEY,
    purpose: 'assertionMethod',
    createdAt: Date.UTC(2020, 6, 1),
    sign: signer.sign,
    contexts: CONTEXTS,
    ...more,
  };
}

export async function sign(
  document: Members,
  suite: Suite = 'eddsa-jcs-2022',
  more: Partial<Signing> = {},
  by: Signer = school,
): Promise<Members> {
  return expectOk(await addProof(document, signingOf(by, suite, more)), 'a good document');
}

export type ListOptions = {
  readonly revoked?: readonly number[];
  readonly issuer?: string;
  readonly purpose?: string;
  readonly until?: number;
  readonly change?: (list: Members) => Members;
  readonly by?: Signer;
  /** The name of the key that signs, where it is not the school's first. */
  readonly method?: string;
};

export async function makeList(options: ListOptions = {}): Promise<Members> {
  const {
    revoked = [],
    issuer = SCHOOL,
    purpose = 'revocation',
    until = NOW + 86_400_000,
    change,
    by = school,
  } = options;
  const bits = revoked.reduce<Uint8Array>(
    (all, index) => withEntry(all, index, { value: 1 }),
    new Uint8Array(MIN_BITS / 8),
  );
  const list = makeStatusList({
    id: LIST,
    issuer,
    purposes: [purpose],
    bits,
    validFrom: NOW - 1000,
    validUntil: until,
  });
  const suite = by.kind === 'Ed25519' ? 'eddsa-jcs-2022' : 'ecdsa-jcs-2019';
  const method = options.method ?? (by === school ? SCHOOL_KEY : by.method);
  return sign(change === undefined ? list : change(list), suite, { createdAt: NOW - 1000, method }, by);
}

export async function serve(more: Served = {}, list?: Json | Uint8Array): Promise<World> {
  return makeWorld({
    'https://school.example/.well-known/did.json': SCHOOL_DOCUMENT,
    [LIST]: list ?? (await makeList()),
    ...more,
  });
}

export const bytesOf = (value: Json | string): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, undefined, 1));

let salts = 0;
/** Salts by count: the same in every run. */
export const countedSalt = (): Uint8Array => {
  salts += 1;
  return Uint8Array.from({ length: 16 }, (_, n) => (salts >> (n % 4)) & 0xff);
};

export const CLAIMS: Members = {
  iss: SCHOOL,
  vct: 'https://school.example/types/md',
  iat: Date.UTC(2020, 6, 1) / 1000,
  exp: Date.UTC(2040, 6, 1) / 1000,
  name: 'Amina Diallo',
  degree: { title: 'Doctor of Medicine', on: '2020-06-30' },
  results: ['anatomy', 'surgery'],
};

export async function makeSdJwt() {
  const issued = expectOk(
    await issueSdJwtVc(CLAIMS, {
      kind: 'Ed25519',
      sign: school.sign,
      method: SCHOOL_KEY,
      hidden: ['name', 'degree/title', 'results/*'],
      salt: countedSalt,
      holder: graduate.key,
    }),
    'good claims',
  );
  const shown = await presentSdJwt(issued.token, {
    disclosures: issued.disclosures,
    audience: AUDIENCE,
    nonce: NONCE,
    at: NOW,
    kind: 'Ed25519',
    sign: graduate.sign,
  });
  return { ...issued, shown };
}

export const makeJwt = async (document: Members = DIPLOMA): Promise<string> =>
  expectOk(
    await makeToken(document, {
      kind: 'vc+jwt',
      keyKind: 'Ed25519',
      method: SCHOOL_KEY,
      sign: school.sign,
      issuedAt: Date.UTC(2020, 6, 1),
    }),
    'a good document',
  );

export type Presented = {
  readonly credentials: readonly Json[];
  readonly holder?: string;
} & Partial<Signing>;

export async function makePresentation({
  credentials,
  holder = graduate.did,
  ...more
}: Presented): Promise<Members> {
  const document: Members = {
    '@context': [CREDENTIALS_V2],
    type: ['VerifiablePresentation'],
    holder,
    verifiableCredential: credentials,
  };
  return sign(
    document,
    'eddsa-jcs-2022',
    {
      purpose: 'authentication',
      method: graduate.method,
      createdAt: NOW,
      challenge: NONCE,
      domain: AUDIENCE,
      ...more,
    },
    graduate,
  );
}
