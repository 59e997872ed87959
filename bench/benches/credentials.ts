/** Verifying credentials against one raw Ed25519 verification by node:crypto, beside the libraries that others use, in the same run. */
import { createPublicKey } from 'node:crypto';
import {
  addProof,
  issueSdJwtVc,
  type Members,
  makeToken,
  parseJwk,
  presentSdJwt,
  type Suite,
  verifyProofs,
  verifySdJwtVc,
  verifyToken,
} from '@testamur/engines/credentials';
import { expectOk, parseJsonBytes, utf8Of } from '@testamur/engines/kernel';
import { compactVerify } from 'jose';
import { barred, figure, type Line } from '../line.ts';
import { measure, type Task } from '../measure.ts';
import { openPeer } from '../peers/credentials/data-integrity.ts';
import { CONTEXTS, credential, keyOf, PEER_WORLD, SALT } from '../peers/credentials/fixture.ts';
import { openSdJwtPeer } from '../peers/credentials/sd-jwt.ts';
import { signatureChecks } from '../signature-check.ts';

const ROUNDS = 15;
const [issuer, holder] = [keyOf('Ed25519', 1), keyOf('Ed25519', 2)];
const asked = { audience: 'https://board.example', nonce: 'n-1', maxAge: 3_600_000 };

/** The same `times` times, all of which must be right. */
function repeat(times: number, check: () => Promise<boolean>): Task {
  const run = async (): Promise<void> => {
    for (let done = 0; done < times; done += 1)
      if (!(await check())) throw new Error('What is good was refused.');
  };
  return { times, run };
}

async function makeTasks() {
  const document: Members = { ...credential, issuer: issuer.did };
  const signed = async (suite: Suite) =>
    expectOk(await addProof(document, { ...issuer.signing, suite, contexts: CONTEXTS }), 'a good document');
  const [jcs, rdfc] = [await signed('eddsa-jcs-2022'), await signed('eddsa-rdfc-2022')];
  const bytes = utf8Of(JSON.stringify(jcs));
  const { method, sign } = issuer.signing;
  const token = expectOk(
    await makeToken(document, { kind: 'vc+jwt', keyKind: 'Ed25519', method, sign }),
    'a good document',
  );
  const shown = await makeShown();
  const isRight = async (each: Members): Promise<boolean> =>
    (await verifyProofs(each, PEER_WORLD))[0]?.ok === true;
  const isBound = async () => {
    const answer = await verifySdJwtVc(shown, PEER_WORLD, asked);
    return answer.ok && answer.value.bound.ok;
  };
  const bazaar = openPeer('bazaar eddsa-rdfc-2022', CONTEXTS);
  const bazaarJcs = openPeer('bazaar eddsa-jcs-2022', CONTEXTS);
  const consortium = openPeer('consortium eddsa-rdfc-2022', CONTEXTS);
  const own = ({ privateKey }: typeof issuer) => ({ secret: privateKey, key: createPublicKey(privateKey) });
  const sdJwt = openSdJwtPeer({ issuer: own(issuer), holder: own(holder) });
  const publicKey = createPublicKey(issuer.privateKey);
  return {
    raw: signatureChecks(),
    'jcs-object': repeat(100, () => isRight(jcs)),
    'jcs-bytes': repeat(100, async () => isRight(expectOk(parseJsonBytes(bytes), 'JSON') as Members)),
    token: repeat(100, async () => (await verifyToken(token, 'vc+jwt', PEER_WORLD)).ok),
    'sd-jwt': repeat(100, isBound),
    rdfc: repeat(20, () => isRight(rdfc)),
    'peer-bazaar-rdfc': repeat(10, () => bazaar.verify(rdfc)),
    'peer-consortium-rdfc': repeat(10, () => consortium.verify(rdfc)),
    'peer-bazaar-jcs': repeat(30, () => bazaarJcs.verify(jcs)),
    'peer-jose': repeat(100, async () => (await compactVerify(token, publicKey)).payload.length > 0),
    'peer-sd-jwt': repeat(
      30,
      async () => (await sdJwt.verify(shown, { keyBindingNonce: asked.nonce } as never)).kb !== undefined,
    ),
  };
}

/** Seven disclosures, all shown. */
async function makeShown(): Promise<string> {
  const hidden = ['name', 'born', 'degree', 'grade', 'school', 'city', 'year'];
  const claims = {
    iss: issuer.did,
    vct: 'https://school.example/md',
    iat: 1_600_000_000,
    ...Object.fromEntries(hidden.map((name) => [name, `${name} of the graduate`])),
  };
  const key = expectOk(parseJwk(createPublicKey(holder.privateKey).export({ format: 'jwk' })), 'a key');
  const { method, sign } = issuer.signing;
  const { token, disclosures } = expectOk(
    await issueSdJwtVc(claims, { kind: 'Ed25519', sign, method, hidden, salt: SALT, holder: key }),
    'good claims',
  );
  return presentSdJwt(token, {
    disclosures,
    ...asked,
    at: PEER_WORLD.now,
    kind: 'Ed25519',
    sign: holder.signing.sign,
  });
}

/** How often within the time of one raw verification. */
const BARS = { 'jcs-object': 0.8, 'jcs-bytes': 0.65, token: 0.85, 'sd-jwt': 0.4, rdfc: 0.09 } as const;

export async function* benchCredentials(): AsyncIterable<Line> {
  const best = await measure(await makeTasks(), ROUNDS);
  yield figure({
    id: 'credentials.raw',
    value: best.raw,
    unit: 'µs, one Ed25519 verification (V)',
    better: 'lower',
  });
  for (const [name, time] of Object.entries(best)) {
    if (name === 'raw') continue;
    const line = {
      id: `credentials.${name}`,
      value: best.raw / time,
      unit: 'of V',
      better: 'higher' as const,
    };
    const bar = Object.entries(BARS).find(([each]) => each === name)?.[1];
    yield bar === undefined ? figure(line) : barred({ ...line, bar });
  }
}
