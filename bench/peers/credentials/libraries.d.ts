/** What is used of libraries that bring no types. Two families, built alike. */
type PeerKey = { readonly signer: () => unknown };
type PeerKeyMaker = (options: Readonly<Record<string, unknown>>) => Promise<PeerKey>;
type PeerVc = {
  readonly issue: (options: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  readonly verifyCredential: (
    options: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly verified: boolean; readonly error?: unknown }>;
};
type PeerProof = new (options: Readonly<Record<string, unknown>>) => unknown;

declare module '@digitalbazaar/vc' {
  export const issue: PeerVc['issue'];
  export const verifyCredential: PeerVc['verifyCredential'];
}
declare module '@digitalcredentials/vc' {
  export const issue: PeerVc['issue'];
  export const verifyCredential: PeerVc['verifyCredential'];
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: PeerProof;
}
declare module '@digitalcredentials/data-integrity' {
  export const DataIntegrityProof: PeerProof;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export const from: PeerKeyMaker;
}
declare module '@digitalcredentials/ed25519-multikey' {
  export const from: PeerKeyMaker;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export const from: PeerKeyMaker;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export const createSignCryptosuite: () => unknown;
  export const createVerifyCryptosuite: () => unknown;
}
