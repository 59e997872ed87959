import { expectOk, type Json, utf8Of } from '@testamur/engines/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  formatKeyHistory,
  judgeCredential,
  judgePresentation,
  type KeyHistory,
  type KeyLife,
  makeToken,
  type Suite,
  verifyKeyHistory,
  type World,
} from './index.ts';
import {
  AUDIENCE,
  bytesOf,
  DIPLOMA,
  graduate,
  LIST,
  makeJwt,
  makeList,
  makePresentation,
  makeSdJwt,
  NONCE,
  other,
  p256,
  p384,
  SCHOOL,
  SCHOOL_KEY,
  school,
  serve,
  sign,
} from './seeds.fixture.ts';
import { NOW } from './world.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await serve();
});

const CHALLENGE = { audience: AUDIENCE, nonce: NONCE };

describe('a good credential passes in every form', () => {
  it.each<[Suite, string, typeof school]>([
    ['eddsa-jcs-2022', SCHOOL_KEY, school],
    ['eddsa-rdfc-2022', SCHOOL_KEY, school],
    ['ecdsa-jcs-2019', `${SCHOOL}#p256`, p256],
    ['ecdsa-rdfc-2019', `${SCHOOL}#p256`, p256],
    ['ecdsa-jcs-2019', `${SCHOOL}#p384`, p384],
    ['ecdsa-rdfc-2019', `${SCHOOL}#p384`, p384],
  ])('%s by %s', async (suite, method, by) => {
    const verdict = await judgeCredential(bytesOf(await sign(DIPLOMA, suite, { method }, by)), world);
    expect(Object.values(verdict.layers).filter(({ outcome }) => outcome === 'fail')).toEqual([]);
    expect(verdict).toMatchObject({ outcome: 'pass', form: 'data-integrity', signed: { issuer: SCHOOL } });
  });

  it('as a token', async () => {
    expect(await judgeCredential(utf8Of(await makeJwt()), world)).toMatchObject({
      outcome: 'pass',
      form: 'vc+jwt',
    });
  });

  it('as an SD-JWT that its holder shows', async () => {
    const { shown } = await makeSdJwt();
    const verdict = await judgeCredential(utf8Of(shown), world, { challenge: CHALLENGE });
    expect(verdict).toMatchObject({
      outcome: 'pass',
      form: 'dc+sd-jwt',
      layers: { holder: { outcome: 'pass' } },
    });
    expect(verdict.signed?.document).toMatchObject({ name: 'Amina Diallo', results: ['anatomy', 'surgery'] });
  });

  it('in a presentation, embedded and in an envelope', async () => {
    const embedded = await sign(DIPLOMA);
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await makeJwt()}`,
    };
    const shown = await makePresentation({ credentials: [embedded, envelope] });
    const verdict = await judgePresentation(bytesOf(shown), world, CHALLENGE);
    expect(verdict).toMatchObject({ outcome: 'pass', holderId: graduate.did });
    expect(verdict.credentials.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  });

  it('in a presentation as a token', async () => {
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: graduate.did,
      verifiableCredential: [(await sign(DIPLOMA)) as Json],
    };
    const token = await makeToken(document, {
      ...{
        kind: 'vp+jwt' as const,
        keyKind: 'Ed25519' as const,
        method: graduate.method,
        sign: graduate.sign,
      },
      ...{ issuedAt: NOW, audience: AUDIENCE, nonce: NONCE },
    });
    const bytes = utf8Of(expectOk(token, 'a good document'));
    expect(await judgePresentation(bytes, world, CHALLENGE)).toMatchObject({ outcome: 'pass' });
    const others = { ...CHALLENGE, audience: 'https://else.example' };
    expect((await judgePresentation(bytes, world, others)).holder.code).toBe('CREDENTIALS_AUDIENCE');
    expect((await judgePresentation(bytes, world, { ...CHALLENGE, nonce: 'x' })).holder.code).toBe(
      'CREDENTIALS_NONCE',
    );
  });
});

describe('what a proof set and a chain need', () => {
  it('every proof of a set is right; the issuer is one of them', async () => {
    const both = await sign(await sign(DIPLOMA), 'eddsa-jcs-2022', { method: other.method }, other);
    expect(await judgeCredential(bytesOf(both), world)).toMatchObject({ outcome: 'pass' });
    const alone = await sign(DIPLOMA, 'eddsa-jcs-2022', { method: other.method }, other);
    expect((await judgeCredential(bytesOf(alone), world)).layers.issuer.code).toBe(
      'CREDENTIALS_ISSUER_DIFFERS',
    );
  });

  it.each<Suite>(['eddsa-jcs-2022', 'eddsa-rdfc-2022'])(
    'a chain by %s falls with its first link',
    async (suite) => {
      const first = await sign(DIPLOMA, suite, { id: 'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001' });
      const chained = await sign(
        first,
        suite,
        { previous: ['urn:uuid:aaaaaaaa-0000-4000-8000-000000000001'], method: other.method },
        other,
      );
      expect(await judgeCredential(bytesOf(chained), world)).toMatchObject({ outcome: 'pass' });
      const [one, two] = chained['proof'] as readonly Json[];
      const cut = { ...chained, proof: [two as Json] };
      expect((await judgeCredential(bytesOf(cut), world)).layers.crypto.code).toBe('CREDENTIALS_PROOF_CHAIN');
      const swapped = {
        ...chained,
        proof: [{ ...(one as object), created: '2020-07-02T00:00:00Z' } as Json, two as Json],
      };
      expect((await judgeCredential(bytesOf(swapped), world)).layers.crypto.code).toBe(
        'CREDENTIALS_SIGNATURE_WRONG',
      );
    },
  );
});

describe('the keys of an issuer over the years', () => {
  const life = (more: Partial<KeyLife>): KeyLife => ({
    id: SCHOOL_KEY,
    key: school.key,
    purposes: ['assertionMethod'],
    createdAt: Date.UTC(2019, 0, 1),
    ...more,
  });
  const current: KeyLife = {
    id: `${SCHOOL}#p256`,
    key: p256.key,
    purposes: ['assertionMethod'],
    createdAt: Date.UTC(2021, 0, 1),
  };
  const historyOf = (more: Partial<KeyLife>): KeyHistory => ({
    controller: SCHOOL,
    issuedAt: NOW,
    keys: [life(more), current],
  });
  const judgeWith = async (more: Partial<KeyLife>, existedAt?: number) => {
    const today = await serve({}, await makeList({ by: p256, method: `${SCHOOL}#p256` }));
    const believed: World = { ...today, histories: new Map([[SCHOOL, historyOf(more)]]) };
    const evidence =
      existedAt === undefined ? [] : [{ kind: 'log' as const, existedAt, source: 'log.example/7' }];
    return judgeCredential(bytesOf(await sign(DIPLOMA)), believed, { evidence });
  };

  it.each<[string, Partial<KeyLife>, number | undefined, string, string | undefined]>([
    ['in use', {}, undefined, 'pass', undefined],
    ['replaced after it signed', { rotatedAt: Date.UTC(2021, 0, 1) }, undefined, 'pass', undefined],
    [
      'replaced before it signed',
      { rotatedAt: Date.UTC(2020, 0, 1) },
      undefined,
      'fail',
      'CREDENTIALS_KEY_RETIRED',
    ],
    [
      'made after it signed',
      { createdAt: Date.UTC(2020, 6, 2) },
      undefined,
      'fail',
      'CREDENTIALS_KEY_NOT_YET',
    ],
    [
      'stolen before it signed',
      { compromisedFrom: Date.UTC(2020, 0, 1) },
      undefined,
      'fail',
      'CREDENTIALS_KEY_COMPROMISED',
    ],
    [
      'stolen later: its own word is no evidence',
      { compromisedFrom: Date.UTC(2022, 0, 1) },
      undefined,
      'fail',
      'CREDENTIALS_KEY_COMPROMISED',
    ],
    [
      'stolen later, seen in a log before',
      { compromisedFrom: Date.UTC(2022, 0, 1) },
      Date.UTC(2020, 6, 2),
      'pass',
      undefined,
    ],
    [
      'stolen, seen in a log only afterwards',
      { compromisedFrom: Date.UTC(2022, 0, 1) },
      Date.UTC(2022, 0, 1),
      'fail',
      'CREDENTIALS_KEY_COMPROMISED',
    ],
  ])('a key %s', async (_, more, existedAt, outcome, code) => {
    const { layers, outcome: whole } = await judgeWith(more, existedAt);
    expect(layers.crypto.outcome).toBe('pass');
    expect([layers.key.outcome, layers.key.code, whole]).toEqual([outcome, code, outcome]);
  });

  it('a history is believed when a key in use signed it and it takes nothing back', async () => {
    const signer = { method: `${SCHOOL}#p256`, createdAt: NOW };
    const rotated = historyOf({ rotatedAt: Date.UTC(2021, 0, 1) });
    const trust = { controller: SCHOOL, world };
    const good = bytesOf(await sign(formatKeyHistory(rotated), 'ecdsa-jcs-2019', signer, p256));
    const read = await verifyKeyHistory(good, trust);
    expect(read).toEqual({ ok: true, value: rotated });
    const codeOf = async (history: KeyHistory, earlier?: KeyHistory) => {
      const bytes = bytesOf(await sign(formatKeyHistory(history), 'ecdsa-jcs-2019', signer, p256));
      const answer = await verifyKeyHistory(bytes, {
        ...trust,
        ...(earlier === undefined ? {} : { earlier }),
      });
      return answer.ok ? 'believed' : answer.error.code;
    };
    expect(await codeOf(historyOf({ compromisedFrom: NOW }), rotated)).toBe('CREDENTIALS_HISTORY_FORMAT');
    expect(await codeOf({ ...rotated, keys: [current] }, rotated)).toBe('CREDENTIALS_HISTORY_FORMAT');
    expect(await codeOf({ ...rotated, keys: [life({}), { ...current, compromisedFrom: NOW }] })).toBe(
      'CREDENTIALS_HISTORY_UNSIGNED',
    );
    expect(await codeOf({ ...rotated, controller: 'did:web:else.example' })).toBe(
      'CREDENTIALS_HISTORY_FORMAT',
    );
    const changed = bytesOf(new TextDecoder().decode(good).replace('2021-01-01', '2023-01-01'));
    expect(await verifyKeyHistory(changed, trust)).toMatchObject({
      error: { code: 'CREDENTIALS_SIGNATURE_WRONG' },
    });
  });
});

describe('two dates', () => {
  it('what has expired today was valid when it was awarded', async () => {
    const late: World = {
      ...world,
      now: Date.UTC(2041, 0, 1),
      reach: async (url, kind) => {
        const reached = await world.reach(url, kind);
        return url === LIST
          ? { ok: true, fetchedAt: 0, bytes: bytesOf(await makeList({ until: Date.UTC(2042, 0, 1) })) }
          : reached;
      },
    };
    const verdict = await judgeCredential(bytesOf(await sign(DIPLOMA)), late);
    expect(verdict.layers.time).toMatchObject({ outcome: 'fail', code: 'CREDENTIALS_EXPIRED' });
    expect(verdict.asOfAward).toMatchObject({
      at: Date.UTC(2020, 6, 1),
      time: { outcome: 'pass' },
      status: { outcome: 'unknown' },
    });
  });
});
