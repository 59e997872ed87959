/** Theirs verify ours, ours verify theirs. */
import { createPublicKey } from 'node:crypto';
import {
  addProof,
  issueSdJwtVc,
  judgeCredential,
  type Members,
  makeToken,
  parseJwk,
  presentSdJwt,
  verifyProofs,
  verifySdJwtVc,
} from '@testamur/engines/credentials';
import { expectOk, utf8Of } from '@testamur/engines/kernel';
import { CompactSign, compactVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { openPeer, PEERS } from './data-integrity.ts';
import { CONTEXTS, credential, keyOf, type OwnKey, PEER_WORLD, SALT } from './fixture.ts';
import { openSdJwtPeer } from './sd-jwt.ts';

describe.each(PEERS)('%s', (name) => {
  const peer = openPeer(name, CONTEXTS);
  const kinds = name.includes('ecdsa') ? (['P-256', 'P-384'] as const) : (['Ed25519'] as const);

  it.each(kinds)('what we sign with %s, they verify', async (kind) => {
    const { signing, did } = keyOf(kind);
    const suite = name.slice(name.indexOf(' ') + 1) as 'eddsa-rdfc-2022';
    const ours = expectOk(
      await addProof({ ...credential, issuer: did }, { ...signing, suite, contexts: CONTEXTS }),
      'a credential',
    );
    expect(await peer.verify(ours)).toBe(true);
    expect(await peer.verify({ ...ours, name: 'x' })).toBe(false);
  });

  it.each(kinds)('what they sign with %s, we verify', async (kind) => {
    const { secret, did } = keyOf(kind);
    const theirs = await peer.issue({ ...credential, issuer: did }, secret);
    expect((await verifyProofs(theirs, PEER_WORLD)).map(({ ok }) => ok)).toEqual([true]);
    expect(await judgeCredential(utf8Of(JSON.stringify(theirs)), PEER_WORLD)).toMatchObject({
      outcome: 'pass',
    });
    const changed = { ...theirs, name: 'x' };
    expect((await judgeCredential(utf8Of(JSON.stringify(changed)), PEER_WORLD)).layers.crypto.code).toBe(
      'CREDENTIALS_SIGNATURE_WRONG',
    );
  });
});

describe('jose', () => {
  it.each(['Ed25519', 'P-256', 'P-384'] as const)('tokens by %s, both ways', async (kind) => {
    const { signing, did, privateKey } = keyOf(kind);
    const document: Members = { ...credential, issuer: did };
    const ours = expectOk(
      await makeToken(document, {
        kind: 'vc+jwt',
        keyKind: kind,
        method: signing.method,
        sign: signing.sign,
      }),
      'a credential',
    );
    const read = await compactVerify(ours, createPublicKey(privateKey));
    expect(JSON.parse(new TextDecoder().decode(read.payload))).toEqual(document);
    const alg = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' }[kind];
    const theirs = await new CompactSign(utf8Of(JSON.stringify(document)))
      .setProtectedHeader({ alg, typ: 'vc+jwt', kid: signing.method })
      .sign(privateKey);
    expect(await judgeCredential(utf8Of(theirs), PEER_WORLD)).toMatchObject({
      outcome: 'pass',
      form: 'vc+jwt',
    });
  });
});

describe('@sd-jwt', () => {
  const [issuer, holder] = [keyOf('Ed25519', 1), keyOf('Ed25519', 2)];
  const own = ({ privateKey }: OwnKey) => ({ secret: privateKey, key: createPublicKey(privateKey) });
  const peer = openSdJwtPeer({ issuer: own(issuer), holder: own(holder) });
  const holderJwk = createPublicKey(holder.privateKey).export({ format: 'jwk' });
  const claims = {
    iss: issuer.did,
    vct: 'https://school.example/md',
    iat: 1_600_000_000,
    name: 'Amina Diallo',
    degree: 'MD',
  };
  const asked = { audience: 'https://board.example', nonce: 'n-1' };

  it('what they issue and show, we verify', async () => {
    const issued = await peer.issue(
      { ...claims, cnf: { jwk: holderJwk } } as never,
      { _sd: ['name', 'degree'] } as never,
      { header: { kid: issuer.signing.method } } as never,
    );
    const kb = {
      payload: { iat: Math.floor(PEER_WORLD.now / 1000), aud: asked.audience, nonce: asked.nonce },
    };
    const shown = await peer.present(issued, { degree: true } as never, { kb });
    const answer = expectOk(await verifySdJwtVc(shown, PEER_WORLD, asked), 'theirs is right');
    expect(answer.bound).toEqual({ ok: true, value: true });
    expect(answer.claims).toMatchObject({ degree: 'MD', vct: claims.vct });
    expect(answer.claims['name']).toBeUndefined();
  });

  it('what we issue and show, they verify', async () => {
    const key = expectOk(parseJwk(holderJwk), 'a key');
    const { method, sign } = issuer.signing;
    const issued = expectOk(
      await issueSdJwtVc(claims, {
        kind: 'Ed25519',
        sign,
        method,
        hidden: ['name', 'degree'],
        salt: SALT,
        holder: key,
      }),
      'good claims',
    );
    const at = Date.now();
    const shown = await presentSdJwt(issued.token, {
      disclosures: issued.disclosures.slice(0, 1),
      ...asked,
      at,
      kind: 'Ed25519',
      sign: holder.signing.sign,
    });
    const { payload, kb } = await peer.verify(shown, { keyBindingNonce: asked.nonce } as never);
    expect(payload).toMatchObject({ vct: claims.vct, iss: claims.iss });
    expect(kb?.payload).toMatchObject({ aud: asked.audience, nonce: asked.nonce });
  });
});
