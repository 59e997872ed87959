import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AUDIENCE,
  DIPLOMA,
  graduate,
  makePresentation,
  NONCE,
  school,
  sign,
} from '../../../../engines/credentials/seeds.fixture.ts';
import { makeSmallApi, type SmallApi } from './small-api.fixture.ts';

const { credentialStatus: _, ...plain } = DIPLOMA;
/** The clock of the small API stands at 1970, and whoever reaches nobody needs a key that is its own name. */
const early = { ...plain, issuer: school.did, validFrom: '1960-01-01T00:00:00Z' };
const made = () => sign(early, 'eddsa-jcs-2022', { method: school.method, createdAt: 0 });

let api: SmallApi;
beforeAll(async () => {
  api = await makeSmallApi();
});
afterAll(() => api.app.close());
const post = async (path: string, payload: unknown) => {
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1/${path}`, payload: payload as object });
  return { status: answer.statusCode, body: answer.json() };
};

describe('POST /api/v1/verifications', () => {
  it('answers in layers, the same for an object, a text and a file; nobody listed stays unknown', async () => {
    const credential = await made();
    const text = JSON.stringify(credential);
    for (const body of [{ credential }, { credential: text }, { file: Buffer.from(text).toString('base64') }])
      expect(await post('verifications', body)).toMatchObject({
        status: 200,
        body: {
          outcome: 'unknown',
          credentials: [
            {
              authentic: 'pass',
              layers: { crypto: { outcome: 'pass' } },
              issuer: { code: 'VERIFYING_ISSUER_NOT_LISTED' },
            },
          ],
        },
      });
  });

  it('a changed word fails, and what was not signed is not repeated', async () => {
    const { status, body } = await post('verifications', {
      credential: { ...(await made()), name: 'Doctor of Everything' },
    });
    expect([status, body.outcome]).toEqual([200, 'fail']);
    expect(JSON.stringify(body)).not.toContain('Everything');
  });

  it.each([
    [{}, '/credential'],
    [{ credential: 'x', file: 'eA==' }, '/credential'],
    [{ credential: 'x', nonce: 'n' }, '/nonce'],
    [{ credential: 'x', on: '2026-13-01' }, '/on'],
  ])('%j is refused at its place', async (body, at) => {
    expect(await post('verifications', body)).toMatchObject({ status: 422, body: { at } });
  });

  it.each([
    [{ credential: ' ' }, 'VERIFYING_EMPTY'],
    [{ file: Buffer.from('%PDF-1.7').toString('base64') }, 'VERIFYING_KIND'],
  ])('%j holds no credential', async (body, code) =>
    expect(await post('verifications', body)).toMatchObject({ status: 422, body: { code } }),
  );
});

describe('VC-API', () => {
  it('verifies a proof with 200, and refuses any other with 400', async () => {
    const good = await made();
    expect(await post('vc/credentials/verify', { verifiableCredential: good, options: {} })).toEqual({
      status: 200,
      body: { verified: true },
    });
    for (const bad of [early, { ...good, name: 'x' }, {}])
      expect(await post('vc/credentials/verify', { verifiableCredential: bad })).toMatchObject({
        status: 400,
        body: { verified: false },
      });
  });

  it('takes a presentation that nobody signed, and holds one that is signed to its question', async () => {
    const credential = await made();
    const bare = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [credential],
    };
    expect((await post('vc/presentations/verify', { verifiablePresentation: bare })).status).toBe(200);
    const bad = { ...bare, verifiableCredential: [{ ...credential, name: 'x' }] };
    expect((await post('vc/presentations/verify', { verifiablePresentation: bad })).status).toBe(400);
    const shown = await makePresentation({ credentials: [credential], createdAt: 0, holder: graduate.did });
    const ask = (challenge: string) =>
      post('vc/presentations/verify', {
        verifiablePresentation: shown,
        options: { challenge, domain: AUDIENCE },
      });
    expect(await ask(NONCE)).toEqual({ status: 200, body: { verified: true } });
    expect((await ask('another')).status).toBe(400);
  });
});
