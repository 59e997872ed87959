/** SD-JWT VC by @sd-jwt 0.19, signing with node:crypto. */
import { createHash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';

export type PeerKeys = {
  readonly issuer: { readonly secret: KeyObject; readonly key: KeyObject };
  readonly holder: { readonly secret: KeyObject; readonly key: KeyObject };
};

const signerOf = (secret: KeyObject) => async (data: string) =>
  sign(null, Buffer.from(data), secret).toString('base64url');
const verifierOf = (key: KeyObject) => async (data: string, signature: string) =>
  verify(null, Buffer.from(data), key, Buffer.from(signature, 'base64url'));

/** Ed25519 both for the issuer and for the holder. */
export function openSdJwtPeer({ issuer, holder }: PeerKeys) {
  return new SDJwtVcInstance({
    signer: signerOf(issuer.secret),
    signAlg: 'EdDSA',
    verifier: verifierOf(issuer.key),
    kbSigner: signerOf(holder.secret),
    kbSignAlg: 'EdDSA',
    kbVerifier: verifierOf(holder.key),
    hasher: (data) =>
      createHash('sha256')
        .update(Buffer.from(data as string))
        .digest(),
    hashAlg: 'sha-256',
    saltGenerator: () => randomBytes(16).toString('base64url'),
  });
}
