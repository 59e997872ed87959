import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** An authenticator in software (Web Authentication Level 3): it can also be told to lie. */
export type SoftPasskey = {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly handle: string;
};

export type Lies = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** Present 1, verified 4, key included 64. */
  readonly flags?: number;
  readonly id?: string;
  readonly handle?: string;
  readonly spoilSignature?: boolean;
};

export function makeSoftPasskey(handle: string): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { id: randomBytes(16).toString('base64url'), privateKey, publicKey, handle };
}

type Asked = { readonly challenge: string; readonly origin: string };

const clientData = (type: string, { challenge, origin }: Asked, lies: Lies): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? origin,
      crossOrigin: false,
    }),
  );

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

function dataOf(origin: string, flags: number, lies: Lies): Buffer {
  return Buffer.concat([
    sha256(lies.rpId ?? new URL(origin).hostname),
    Buffer.from([lies.flags ?? flags]),
    // A counter of 0, as passkeys that are synchronised have it.
    Buffer.alloc(4),
  ]);
}

/** What `navigator.credentials.create` gives, as JSON, without an attestation. */
export function attest(passkey: SoftPasskey, asked: Asked, lies: Lies = {}) {
  const id = Buffer.from(passkey.id, 'base64url');
  const length = Buffer.from([0, id.length]);
  const data = Buffer.concat([
    dataOf(asked.origin, 0x45, lies),
    ...[Buffer.alloc(16), length, id, coseKey(passkey.publicKey)],
  ]);
  return {
    ...envelope(passkey, lies),
    response: {
      clientDataJSON: clientData('webauthn.create', asked, lies).toString('base64url'),
      attestationObject: attestationOf(data).toString('base64url'),
      transports: ['internal'],
    },
  };
}

/** What `navigator.credentials.get` gives, as JSON. */
export function assert(passkey: SoftPasskey, asked: Asked, lies: Lies = {}) {
  const client = clientData('webauthn.get', asked, lies);
  const data = dataOf(asked.origin, 0x05, lies);
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), passkey.privateKey);
  if (lies.spoilSignature === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  return {
    ...envelope(passkey, lies),
    response: {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: lies.handle ?? passkey.handle,
    },
  };
}

const envelope = (passkey: SoftPasskey, lies: Lies) => ({
  ...{ id: lies.id ?? passkey.id, rawId: lies.id ?? passkey.id },
  ...{ type: 'public-key', clientExtensionResults: {} },
});

/** CBOR of {fmt: 'none', attStmt: {}, authData}: RFC 8949 written by hand, for these are the only forms that are needed. */
const attestationOf = (data: Buffer): Buffer =>
  Buffer.concat([
    ...[
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
    ],
    ...[Buffer.from([0x59, data.length >> 8, data.length & 0xff]), data],
  ]);

const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

/** RFC 9053 section 7.1.1: EC2, ES256, P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    coordinate(0x21, x),
    coordinate(0x22, y),
  ]);
}
