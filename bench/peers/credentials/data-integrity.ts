/// <reference path="./libraries.d.ts" />
/** Data Integrity by Digital Bazaar and by the Digital Credentials Consortium, with our pinned contexts and did:key. */
import * as bazaarProof from '@digitalbazaar/data-integrity';
import * as ecdsaKeys from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as bazaarKeys from '@digitalbazaar/ed25519-multikey';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as bazaarRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as bazaar from '@digitalbazaar/vc';
import * as consortiumProof from '@digitalcredentials/data-integrity';
import * as consortiumKeys from '@digitalcredentials/ed25519-multikey';
import { cryptosuite as consortiumRdfc } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import * as consortium from '@digitalcredentials/vc';
import type { ContextStore, Members } from '@testamur/engines/credentials';

export type PeerName =
  | 'bazaar eddsa-rdfc-2022'
  | 'bazaar ecdsa-rdfc-2019'
  | 'bazaar eddsa-jcs-2022'
  | 'consortium eddsa-rdfc-2022';

/** A key as the peers write it: both parts in Multibase. */
export type PeerSecret = { readonly publicKeyMultibase: string; readonly secretKeyMultibase: string };

export type Peer = {
  readonly issue: (credential: Members, secret: PeerSecret) => Promise<Members>;
  readonly verify: (credential: Members) => Promise<boolean>;
};

const FAMILIES = {
  'bazaar eddsa-rdfc-2022': {
    vc: bazaar,
    proof: bazaarProof,
    keys: bazaarKeys,
    sign: () => bazaarRdfc,
    check: () => bazaarRdfc,
  },
  'bazaar ecdsa-rdfc-2019': {
    vc: bazaar,
    proof: bazaarProof,
    keys: ecdsaKeys,
    sign: () => ecdsaRdfc,
    check: () => ecdsaRdfc,
  },
  'bazaar eddsa-jcs-2022': {
    vc: bazaar,
    proof: bazaarProof,
    keys: bazaarKeys,
    sign: eddsaJcs.createSignCryptosuite,
    check: eddsaJcs.createVerifyCryptosuite,
  },
  'consortium eddsa-rdfc-2022': {
    vc: consortium,
    proof: consortiumProof,
    keys: consortiumKeys,
    sign: () => consortiumRdfc,
    check: () => consortiumRdfc,
  },
} as const satisfies Readonly<Record<PeerName, unknown>>;

export const PEERS = Object.keys(FAMILIES) as readonly PeerName[];

export function openPeer(name: PeerName, contexts: ContextStore): Peer {
  const { vc, proof, keys, sign, check } = FAMILIES[name];
  const documentLoader = loaderOf(contexts);
  const checking = new proof.DataIntegrityProof({ cryptosuite: check() });
  return {
    issue: async (credential, { publicKeyMultibase, secretKeyMultibase }) => {
      const did = `did:key:${publicKeyMultibase}`;
      const key = await keys.from({
        ...{ '@context': MULTIKEY, type: 'Multikey', id: `${did}#${publicKeyMultibase}`, controller: did },
        ...{ publicKeyMultibase, secretKeyMultibase },
      });
      const suite = new proof.DataIntegrityProof({ signer: key.signer(), cryptosuite: sign() });
      const copy = structuredClone(credential);
      return (await vc.issue({ credential: copy, suite, documentLoader })) as Members;
    },
    verify: async (credential) =>
      (await vc.verifyCredential({ credential, suite: checking, documentLoader })).verified,
  };
}

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

function loaderOf(contexts: ContextStore) {
  return async (url: string) => {
    const document = contexts.get(url) ?? documentOf(url);
    if (document === undefined) throw new Error(`Nothing is known of ${url}.`);
    return { contextUrl: null, documentUrl: url, document };
  };
}

/** did:key, both the document and the key in it. */
function documentOf(url: string): Members | undefined {
  const [did = '', part] = url.split('#');
  const publicKeyMultibase = did.slice('did:key:'.length);
  if (!did.startsWith('did:key:')) return undefined;
  const id = `${did}#${publicKeyMultibase}`;
  const key = { '@context': MULTIKEY, id, type: 'Multikey', controller: did, publicKeyMultibase };
  if (part !== undefined) return key;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', MULTIKEY],
    id: did,
    verificationMethod: [key],
    assertionMethod: [id],
    authentication: [id],
  };
}
