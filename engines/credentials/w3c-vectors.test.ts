/** Known answers of the W3C for the Data Integrity suites, and what of them is not built here: refused, with a name, and counted. */
import { createPrivateKey } from 'node:crypto';
import { expectOk } from '@testamur/engines/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { fromBase58 } from './bytes/base58.ts';
import {
  addProof,
  type KeyKind,
  type Members,
  parseMultikey,
  type Signing,
  type Suite,
  verifyProofs,
  type World,
} from './index.ts';
import { hashByJcs, hashByRdfc } from './integrity/hash-data.ts';
import { hashFor, isSuite, SUITES } from './integrity/suites.ts';
import { formatJwk } from './keys/jwk.ts';
import { isMembers, listOf, without } from './model/members.ts';
import { signerOf } from './signing.fixture.ts';
import { filesBelow, hasVectors, readVector, VECTOR_CONTEXTS } from './vectors.fixture.ts';
import { contextsWith, makeWorld } from './world.fixture.ts';

const FOLDERS = ['w3c-di-eddsa/TestVectors', 'w3c-di-ecdsa/TestVectors'];
const files = FOLDERS.flatMap((folder) => filesBelow(folder).map((file) => `${folder}/${file}`));
const world: World = makeWorld({}, { contexts: contextsWith(VECTOR_CONTEXTS) });
const read = (file: string): Members => JSON.parse(readVector(file)) as Members;

/** The documents on the way of a chain (TempDoc) lack the proofs before theirs: they are what is hashed, not what is sent. */
const secured = files.filter(
  (file) => file.endsWith('.json') && !file.includes('TempDoc') && isSecured(read(file)),
);
function isSecured(document: Members): boolean {
  return (
    document['proof'] !== undefined &&
    listOf(document['proof']).every((proof) => isMembers(proof) && 'proofValue' in proof)
  );
}
const suitesOf = (document: Members) =>
  listOf(document['proof']).map((proof) => (proof as Members)['cryptosuite']);
const built = secured.filter((file) => suitesOf(read(file)).every(isSuite));
const others = secured.filter((file) => !built.includes(file));

describe.skipIf(!hasVectors)('documents secured by the W3C', () => {
  afterAll(() =>
    console.log(
      `W3C vectors: ${built.length} verified, ${others.length} of suites that are not built, refused`,
    ),
  );

  it.each(built)('%s verifies', async (file) => {
    const answers = await verifyProofs(read(file), world);
    expect(answers.map((answer) => (answer.ok ? 'right' : answer.error))).toEqual(answers.map(() => 'right'));
  });

  it.each(built)('%s does not verify with one letter changed', async (file) => {
    const text = JSON.stringify(read(file));
    const changed = text.replace('Alumni Credential', 'Alumnx Credential').replace('"JOHN"', '"JOHM"');
    expect(changed).not.toBe(text);
    const [answer] = await verifyProofs(JSON.parse(changed) as Members, world);
    expect(answer).toMatchObject({ ok: false, error: { code: 'CREDENTIALS_SIGNATURE_WRONG' } });
  });

  it.each(others)('%s is of a suite that is not built, and refused by name', async (file) => {
    const answers = await verifyProofs(read(file), world);
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: { code: 'CREDENTIALS_SUITE_UNKNOWN' } });
  });
});

/** A folder of one suite: canonical forms, hashes and signature, each in a file whose name begins with what it is. */
const folders = [
  ...new Set(
    built.filter((file) => !file.includes('proof-set')).map((file) => file.slice(0, file.lastIndexOf('/'))),
  ),
];
const step = (folder: string, name: string): string => {
  const file = files.find(
    (each) => each.startsWith(`${folder}/${name}`) && each.lastIndexOf('/') === folder.length,
  );
  return readVector(file ?? `${folder}/${name}`).trim();
};

describe.skipIf(!hasVectors)('every step on the way', () => {
  it.each(folders)('%s: what is canonical, both hashes', async (folder) => {
    const document = read(files.find((each) => each.startsWith(`${folder}/signed`)) ?? '');
    const proof = document['proof'] as Members;
    const suite = proof['cryptosuite'] as Suite;
    const kind: KeyKind = suite.startsWith('eddsa') ? 'Ed25519' : folder.includes('p384') ? 'P-384' : 'P-256';
    const unsecured = {
      document: without(document, 'proof'),
      config: without(proof, 'proofValue'),
      hash: hashFor(kind),
    };
    const data = expectOk(
      SUITES[suite].form === 'jcs' ? hashByJcs(unsecured) : await hashByRdfc(unsecured, world.contexts),
      'a vector',
    );
    expect(data.signed.trim()).toBe(step(folder, 'canonDoc'));
    const combined = Buffer.from(data.bytes).toString('hex');
    expect(combined).toBe(step(folder, 'proofHash') + step(folder, 'docHash'));
    expect(combined).toBe(step(folder, 'combinedHash'));
    const signature = expectOk(fromBase58(String(proof['proofValue']).slice(1)), 'base58');
    expect(Buffer.from(signature).toString('hex')).toBe(step(folder, 'sigHex'));
  });

  it.each(folders.filter((folder) => folder.includes('eddsa')))(
    '%s: signing gives the same document',
    async (folder) => {
      const document = read(files.find((each) => each.startsWith(`${folder}/signed`)) ?? '');
      const { publicKeyMultibase, privateKeyMultibase } = read('w3c-di-eddsa/TestVectors/keyPair.json');
      const seed = expectOk(fromBase58(String(privateKeyMultibase).slice(1)), 'base58').subarray(2);
      const jwk = {
        ...formatJwk(expectOk(parseMultikey(String(publicKeyMultibase)), 'a key')),
        d: Buffer.from(seed).toString('base64url'),
      };
      const { sign } = signerOf('Ed25519', createPrivateKey({ key: jwk as never, format: 'jwk' }));
      const { cryptosuite, created, verificationMethod } = document['proof'] as Members;
      const signing: Signing = {
        suite: cryptosuite as Suite,
        keyKind: 'Ed25519',
        method: String(verificationMethod),
        purpose: 'assertionMethod',
        createdAt: Date.parse(String(created)),
        sign,
        contexts: world.contexts,
      };
      const made = expectOk(await addProof(without(document, 'proof'), signing), 'a vector');
      expect(made['proof']).toEqual(document['proof']);
    },
  );
});
