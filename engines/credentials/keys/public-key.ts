/** Public keys and what is to be checked with them. Signatures are a port: no curve is computed here except to unpack a point. */
export type KeyKind = 'Ed25519' | 'P-256' | 'P-384';

export type PublicKey = {
  readonly kind: KeyKind;
  /** Ed25519: the 32 bytes of RFC 8032. P-256 and P-384: x and y, each as long as the field. */
  readonly bytes: Uint8Array;
};

/** Bytes of `PublicKey.bytes` and, for all three kinds alike, of a signature (ECDSA as r and s, FIPS 186-5). */
export const KEY_LENGTHS: Readonly<Record<KeyKind, { readonly key: number; readonly signature: number }>> = {
  Ed25519: { key: 32, signature: 64 },
  'P-256': { key: 64, signature: 64 },
  'P-384': { key: 96, signature: 96 },
};

/** One signature to be checked: Ed25519 over the message, ECDSA over its SHA-256 (P-256) or SHA-384 (P-384). */
export type SignatureCheck = {
  readonly key: PublicKey;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** Answers whether the signature is right; must answer `false`, not throw, where the key is no point of its curve. */
export type Verify = (check: SignatureCheck) => boolean | Promise<boolean>;

/** Signs a message with a key that the caller holds, in the form of `SignatureCheck.signature`. */
export type Sign = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
