/** Keys that both sides can read, and a credential without status, for peers and measurements. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { openContexts } from '@testamur/adapters/contexts';
import {
  CREDENTIALS_V2,
  formatJwk,
  formatMultikey,
  type KeyKind,
  type Members,
  type PublicKey,
  parseJwk,
  type Signing,
  type Verify,
  type World,
} from '@testamur/engines/credentials';
import { expectOk } from '@testamur/engines/kernel';
import { toBase58 } from '../../../engines/credentials/bytes/base58.ts';
import type { PeerSecret } from './data-integrity.ts';

export const CONTEXTS = openContexts();

const hashOf = (kind: KeyKind) => (kind === 'Ed25519' ? null : kind === 'P-256' ? 'sha256' : 'sha384');
const known = new WeakMap<PublicKey, KeyObject>();

export const verify: Verify = ({ key, message, signature }) => {
  const made = known.get(key) ?? createPublicKey({ key: { ...formatJwk(key) } as never, format: 'jwk' });
  known.set(key, made);
  if (key.kind === 'Ed25519') return verifyWith(null, message, made, signature);
  return verifyWith(hashOf(key.kind), message, { key: made, dsaEncoding: 'ieee-p1363' }, signature);
};

export const PEER_WORLD: World = {
  now: Date.now(),
  contexts: CONTEXTS,
  verify,
  digest: (name, bytes) => hash(name === 'SHA-256' ? 'sha256' : 'sha384', bytes, 'buffer'),
  reach: async () => ({ ok: false, reason: 'nothing is reached.' }),
  memo: { keys: new Map(), documents: new Map() },
};

export type OwnKey = {
  readonly did: string;
  readonly privateKey: KeyObject;
  readonly secret: PeerSecret;
  readonly signing: Pick<Signing, 'keyKind' | 'method' | 'purpose' | 'createdAt' | 'sign'>;
};

/** Before the 32 bytes of a key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const SECRET_CODES: Readonly<Record<KeyKind, readonly number[]>> = {
  Ed25519: [0x80, 0x26],
  'P-256': [0x86, 0x26],
  'P-384': [0x87, 0x26],
};

export function keyOf(kind: KeyKind, seed = 1): OwnKey {
  const privateKey =
    kind === 'Ed25519'
      ? createPrivateKey({
          key: Buffer.concat([PRIVATE, Buffer.alloc(32, seed)]),
          format: 'der',
          type: 'pkcs8',
        })
      : generateKeyPairSync('ec', { namedCurve: kind }).privateKey;
  const multikey = formatMultikey(
    expectOk(parseJwk(createPublicKey(privateKey).export({ format: 'jwk' })), 'just made'),
  );
  const did = `did:key:${multikey}`;
  const d = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  return {
    did,
    privateKey,
    secret: {
      publicKeyMultibase: multikey,
      secretKeyMultibase: `z${toBase58(Uint8Array.from([...SECRET_CODES[kind], ...d]))}`,
    },
    signing: {
      keyKind: kind,
      method: `${did}#${multikey}`,
      purpose: 'assertionMethod',
      createdAt: Date.UTC(2024, 5, 1),
      sign: (message) =>
        new Uint8Array(signWith(hashOf(kind), message, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    },
  };
}

export const SALT = (): Uint8Array => Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256));

/** About as long as a badge is; the issuer is put in by whoever signs. */
export const credential: Members = {
  '@context': [CREDENTIALS_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:1f0e8a44-2a51-4a3c-9a73-2d1f2d4f7b10',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  validFrom: '2024-06-01T00:00:00Z',
  name: 'MD',
  credentialSubject: {
    id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://school.example/achievements/md',
      type: ['Achievement'],
      name: 'Doctor of Medicine',
      description: 'Six years of medicine, of which one in hospitals, and a thesis that was defended.',
      criteria: { narrative: 'All examinations of the six years were passed before the faculty.' },
    },
  },
};
