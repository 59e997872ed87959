import { expectOk, type Json, parseDay, utf8Of } from '@testamur/engines/kernel';
import type { Agency, Recogniser, Registry } from '@testamur/engines/recognition/registry';
import * as fiction from '@testamur/testing/fictional-registry';
import { describe, expect, it } from 'vitest';
import {
  AUDIENCE,
  bytesOf,
  DIPLOMA,
  graduate,
  makeJwt,
  makeList,
  makePresentation,
  makeSdJwt,
  NONCE,
  p256,
  SCHOOL,
  SCHOOL_KEY,
  school,
  serve,
  sign,
} from '../../engines/credentials/seeds.fixture.ts';
import { NOW } from '../../engines/credentials/world.fixture.ts';
import {
  judgeChain,
  openInput,
  parseIssuerList,
  replayRecord,
  signRecord,
  type Verifying,
  verify,
  verifyForTheRecord,
} from './index.ts';
import { DEGREE, LISTED, makeVerifying } from './world.fixture.ts';

const { fictionalRegistry: registry, dayOf } = fiction;
const ask = async (bytes: Uint8Array, verifying: Verifying, options = {}) => {
  const verification = expectOk(await verify(bytes, verifying, options), 'something to verify');
  const [first] = verification.credentials;
  if (first === undefined) throw new Error('no credential was judged');
  return { ...first, whole: verification };
};
const dated = (validFrom: string) => sign({ ...DEGREE, validFrom });

describe('a diploma of a listed school', () => {
  it('passes in all layers on the day of the award', async () => {
    const { outcome, issuer, recognition, whole } = await ask(
      bytesOf(await sign(DEGREE)),
      await makeVerifying(),
    );
    expect([outcome, whole.outcome]).toEqual(['pass', 'pass']);
    expect(issuer.found).toMatchObject({
      school: fiction.ALDERMOOR,
      country: 'XA',
      name: 'Aldermoor University',
    });
    expect(recognition.asOfAward).toMatchObject({ outcome: 'pass', on: '2020-07-01' });
    expect(recognition.asOfAward.chain.map(({ kind }) => kind)).toEqual(['accreditation', 'recognition']);
  });

  it('is named by the registry, whatever it calls itself', async () => {
    const named = { ...DEGREE, issuer: { id: SCHOOL, type: ['Profile'], name: 'Harvard Medical School' } };
    const { issuer } = await ask(bytesOf(await sign(named)), await makeVerifying());
    expect(JSON.stringify(issuer)).not.toContain('Harvard');
  });

  it('is called what it was called then, beside what it is called now', async () => {
    const { issuer } = await ask(bytesOf(await dated('2005-07-01T00:00:00Z')), await makeVerifying());
    expect(issuer.found).toMatchObject({
      name: 'Aldermoor University',
      nameThen: 'Aldermoor School of Medicine',
    });
  });

  it('proves a dossier of the highest evidence when it says by code that it is in medicine', async () => {
    const { acceptance } = await ask(bytesOf(await sign(DEGREE)), await makeVerifying());
    expect(acceptance.outcome).toBe('pass');
    expect(acceptance.dossier).toMatchObject({
      qualifications: [{ evidence: 'credential', school: fiction.ALDERMOOR, awardedOn: '2020-07-01' }],
    });
    const titled = await ask(bytesOf(await sign(DIPLOMA)), await makeVerifying());
    expect(titled.acceptance).toMatchObject({
      outcome: 'unknown',
      code: 'VERIFYING_NO_DEGREE',
      authorities: [],
    });
  });
});

describe('what is not established stays unknown', () => {
  it.each([
    ['nobody listed the issuer', [], 'VERIFYING_ISSUER_NOT_LISTED'],
    [
      'it was theirs later',
      [{ ...LISTED, span: { from: { earliest: dayOf('2021-01-01'), latest: dayOf('2021-01-01') } } }],
      'VERIFYING_ISSUER_NOT_THEN',
    ],
    ['two schools claim it', [LISTED, { ...LISTED, school: fiction.CORVALE }], 'VERIFYING_ISSUER_NOT_THEN'],
    ['a school nobody knows', [{ ...LISTED, school: 'sch-xa-nobody' }], 'VERIFYING_SCHOOL_UNKNOWN'],
    ['a campus nobody knows', [{ ...LISTED, campus: 'cam-none' }], 'VERIFYING_SCHOOL_UNKNOWN'],
  ])('%s', async (_, issuers, code) => {
    const { outcome, authentic, issuer } = await ask(
      bytesOf(await sign(DEGREE)),
      await makeVerifying({ issuers }),
    );
    expect([outcome, authentic, issuer.code, issuer.found]).toEqual(['unknown', 'pass', code, undefined]);
  });

  it('a status list that cannot be reached', async () => {
    const world = { ...(await serve()), reach: async () => ({ ok: false as const, reason: 'offline.' }) };
    const shown = await ask(bytesOf(await sign(DEGREE)), await makeVerifying({ world }));
    expect(shown.outcome).toBe('unknown');
    expect(shown.acceptance.authorities).toEqual([]);
  });
});

describe('what is wrong fails, and nothing is said of its issuer', () => {
  it('a changed word', async () => {
    const text = JSON.stringify(await sign(DEGREE)).replace('Doctor of Medicine', 'Doctor of Surgery!');
    const shown = await ask(utf8Of(text), await makeVerifying());
    expect(shown).toMatchObject({
      outcome: 'fail',
      layers: { crypto: { code: 'CREDENTIALS_SIGNATURE_WRONG' } },
    });
    expect([shown.signed, shown.issuer.found]).toEqual([undefined, undefined]);
  });

  it('a revoked one', async () => {
    const world = await serve({}, await makeList({ revoked: [94567] }));
    expect(await ask(bytesOf(await sign(DEGREE)), await makeVerifying({ world }))).toMatchObject({
      outcome: 'fail',
      layers: { status: { code: 'CREDENTIALS_REVOKED' } },
    });
  });
});

describe('keys over the years', () => {
  const withHistory = async (end: object) => {
    const world = await serve({}, await makeList({ by: p256, method: `${SCHOOL}#p256` }));
    const life = (id: string, key: typeof school.key, more = {}) => ({
      ...{ id, key, purposes: ['assertionMethod' as const], createdAt: Date.UTC(2019, 0, 1) },
      ...more,
    });
    const keys = [life(SCHOOL_KEY, school.key, end), life(`${SCHOOL}#p256`, p256.key)];
    return makeVerifying({
      world: { ...world, histories: new Map([[SCHOOL, { controller: SCHOOL, issuedAt: NOW, keys }]]) },
    });
  };
  it.each([
    ['rotated since: still good', { rotatedAt: Date.UTC(2022, 0, 1) }, 'pass', undefined],
    ['stolen before', { compromisedFrom: Date.UTC(2020, 0, 1) }, 'fail', 'CREDENTIALS_KEY_COMPROMISED'],
    [
      'stolen since, with nothing but its own word',
      { compromisedFrom: Date.UTC(2022, 0, 1) },
      'fail',
      'CREDENTIALS_KEY_COMPROMISED',
    ],
  ])('%s', async (_, end, outcome, code) => {
    const {
      outcome: whole,
      layers,
      recognition,
    } = await ask(bytesOf(await sign(DEGREE)), await withHistory(end));
    expect([whole, layers.key.code]).toEqual([outcome, code]);
    // What the registry says of the school does not hang on a key.
    expect(recognition.asOfAward.outcome).toBe('pass');
  });

  it('stolen since, but seen in a public log before', async () => {
    const evidence = [{ kind: 'log' as const, existedAt: Date.UTC(2020, 6, 2), source: 'log.example/7' }];
    const verifying = await withHistory({ compromisedFrom: Date.UTC(2022, 0, 1) });
    expect((await ask(bytesOf(await sign(DEGREE)), verifying, { evidence })).outcome).toBe('pass');
  });
});

describe('who recognised the school', () => {
  const on = (text: string) => ({ on: expectOk(parseDay(text), 'a day of a test') });

  it('an accreditation that lapsed since does not void the degree', async () => {
    const shown = await ask(
      bytesOf(await dated('2020-07-01T00:00:00Z')),
      await makeVerifying(),
      on('2026-02-01'),
    );
    expect([shown.outcome, shown.recognition.asOfAward.outcome]).toEqual(['pass', 'pass']);
    expect(shown.recognition.asOfNow).toMatchObject({
      outcome: 'unknown',
      code: 'VERIFYING_ACCREDITATION_LAPSED',
    });
  });

  it('an accreditation that had lapsed before the award leaves it unknown, an agency struck off by then fails it', async () => {
    const late = await ask(bytesOf(await dated('2026-01-15T00:00:00Z')), await makeVerifying());
    expect(late).toMatchObject({ outcome: 'unknown', authentic: 'pass' });
    const lapsed = { asOfAward: { outcome: 'unknown', code: 'VERIFYING_ACCREDITATION_LAPSED' } };
    expect(late.recognition).toMatchObject(lapsed);
    const struck = await ask(bytesOf(await dated('2023-02-01T00:00:00Z')), await makeVerifying());
    expect(struck.recognition.asOfAward).toMatchObject({ code: 'VERIFYING_AGENCY_NOT_RECOGNISED' });
    expect(struck.outcome).toBe('fail');
  });

  const chainOf = (text: string, site: object, more: Partial<Registry> = {}, roots = ['wfme']) =>
    judgeChain({
      registry: { ...registry, ...more },
      site: site as { school: string },
      day: dayOf(text),
      roots: new Set(roots),
    });

  it.each([
    [
      'by the legal successor of a school that had ended',
      '2016-01-01',
      { school: fiction.BRACKWATER },
      'pass',
      undefined,
    ],
    [
      'before it was accredited at all',
      '2007-01-01',
      { school: fiction.ALDERMOOR },
      'unknown',
      'VERIFYING_ACCREDITATION_LATER',
    ],
    [
      'after its last accreditation',
      '2026-01-01',
      { school: fiction.ALDERMOOR },
      'unknown',
      'VERIFYING_ACCREDITATION_LAPSED',
    ],
    [
      'while the agency was struck off',
      '2023-01-01',
      { school: fiction.ALDERMOOR },
      'fail',
      'VERIFYING_AGENCY_NOT_RECOGNISED',
    ],
    [
      'after the agency fell silent',
      '2021-01-01',
      { school: fiction.ELMSGATE },
      'unknown',
      'VERIFYING_AGENCY_LAPSED',
    ],
    [
      'before the recogniser recognised anybody',
      '2010-01-01',
      { school: fiction.ALDERMOOR },
      'fail',
      'VERIFYING_AGENCY_NOT_RECOGNISED',
    ],
    [
      'at an accredited campus abroad for which the agency is not recognised',
      '2020-01-01',
      { school: fiction.ALDERMOOR, campus: fiction.ALDERMOOR_ISLAND },
      'unknown',
      'VERIFYING_AGENCY_UNKNOWN',
    ],
    [
      'at another campus than was accredited',
      '2020-01-01',
      { school: fiction.CORVALE, campus: 'cam-other' },
      'unknown',
      'VERIFYING_OTHER_SITE',
    ],
    [
      'known from third parties only',
      '2016-01-01',
      { school: fiction.GRIMSTONE },
      'unknown',
      'VERIFYING_EVIDENCE_WEAK',
    ],
    [
      'refused by an agency that counts',
      '2025-01-01',
      { school: fiction.ELMSGATE },
      'fail',
      'VERIFYING_ACCREDITATION_REFUSED',
    ],
    ['nobody known', '2020-01-01', { school: 'sch-none' }, 'unknown', 'VERIFYING_ACCREDITATION_UNKNOWN'],
  ])('%s', (_, day, site, outcome, code) => {
    const { outcome: found, code: why } = chainOf(day, site);
    expect([found, why]).toEqual([outcome, code]);
  });

  it('a recogniser whom nobody trusts is not enough', () => {
    expect(chainOf('2020-01-01', { school: fiction.ALDERMOOR }, {}, [])).toMatchObject({
      outcome: 'unknown',
      code: 'VERIFYING_RECOGNISER_UNRECOGNISED',
    });
  });

  const term = {
    outcome: 'recognised',
    span: {},
    cite: [{ source: 's', locator: 'l', seen: 'undated', grade: 'A' }],
  };
  const recognisedBy = (id: string, ...by: readonly string[]): readonly [string, Agency] => [
    id,
    {
      id,
      name: `Agency ${id}`,
      recognitions: by.map((recogniser) => ({ recogniser, territories: [{ country: 'XA' }], terms: [term] })),
    } as unknown as Agency,
  ];
  const none = new Map<string, Recogniser>();

  it('a chain of several steps ends with somebody trusted, or nowhere', () => {
    const agencies = new Map([
      recognisedBy(fiction.NORTH, 'a'),
      recognisedBy('a', 'b'),
      recognisedBy('b', 'top'),
    ]);
    const at = (roots: string[]) =>
      chainOf('2020-01-01', { school: fiction.ALDERMOOR }, { agencies, recognisers: none }, roots);
    expect(at(['top'])).toMatchObject({ outcome: 'pass', chain: { length: 4 } });
    expect(at(['b']).chain).toHaveLength(3);
    expect(at(['else']).code).toBe('VERIFYING_RECOGNISER_UNRECOGNISED');
  });

  it('a loop is seen, and a way around it is found', () => {
    const loop = [recognisedBy(fiction.NORTH, 'a'), recognisedBy('a', fiction.NORTH)] as const;
    const at = (...all: readonly (readonly [string, Agency])[]) =>
      chainOf('2020-01-01', { school: fiction.ALDERMOOR }, { agencies: new Map(all), recognisers: none });
    expect(at(...loop)).toMatchObject({ outcome: 'unknown', code: 'VERIFYING_CHAIN_LOOP' });
    expect(at(loop[0], recognisedBy('a', fiction.NORTH, 'wfme'))).toMatchObject({ outcome: 'pass' });
    expect(at(recognisedBy(fiction.NORTH, fiction.NORTH)).code).toBe('VERIFYING_CHAIN_LOOP');
  });

  it('a chain without end is cut', () => {
    const names = Array.from({ length: 50 }, (_, n) => `a${n}`);
    const agencies = new Map([
      recognisedBy(fiction.NORTH, 'a0'),
      ...names.map((id, n) => recognisedBy(id, `a${n + 1}`)),
    ]);
    expect(chainOf('2020-01-01', { school: fiction.ALDERMOOR }, { agencies, recognisers: none }).code).toBe(
      'VERIFYING_CHAIN_TOO_LONG',
    );
  });
});

describe('whatever form it comes in', () => {
  it('a token, also broken into lines; an SD-JWT, whose holder was not asked', async () => {
    const verifying = await makeVerifying();
    const token = await makeJwt(DEGREE);
    expect((await ask(utf8Of(token), verifying)).outcome).toBe('pass');
    expect((await ask(utf8Of(`${token.slice(0, 70)}\r\n  ${token.slice(70)}\n`), verifying)).outcome).toBe(
      'pass',
    );
    const { shown } = await makeSdJwt();
    expect((await ask(utf8Of(shown), verifying)).form).toBe('dc+sd-jwt');
  });

  it('a presentation: asked for, answered to somebody else, and found lying about', async () => {
    const verifying = await makeVerifying();
    const shown = bytesOf(await makePresentation({ credentials: [await sign(DEGREE)] }));
    const challenge = { audience: AUDIENCE, nonce: NONCE };
    expect((await ask(shown, verifying, { challenge })).whole).toMatchObject({
      outcome: 'pass',
      holder: { outcome: 'pass' },
    });
    expect(
      expectOk(await verify(shown, verifying, { challenge: { ...challenge, nonce: 'x' } }), 'json'),
    ).toMatchObject({
      outcome: 'fail',
      holder: { code: 'CREDENTIALS_NONCE' },
    });
    const found = await ask(shown, verifying);
    expect(found.whole.holder).toMatchObject({ outcome: 'unknown', code: 'CREDENTIALS_BINDING_MISSING' });
    expect(found.outcome).toBe('pass');
    const empty = utf8Of(JSON.stringify({ type: 'VerifiablePresentation', holder: graduate.did }));
    expect(expectOk(await verify(empty, verifying), 'json')).toMatchObject({
      outcome: 'unknown',
      credentials: [],
    });
  });

  it('a presentation of more than are judged establishes nothing of the rest, asked for or not', async () => {
    const verifying = await makeVerifying();
    const good = await sign(DEGREE);
    const bad = { ...good, awardedDate: '1999-01-01' };
    const many = [...Array.from({ length: 100 }, () => good), bad];
    const shown = bytesOf(await makePresentation({ credentials: many }));
    for (const options of [{}, { challenge: { audience: AUDIENCE, nonce: NONCE } }]) {
      const whole = expectOk(await verify(shown, verifying, options), 'a presentation');
      expect([whole.outcome, whole.credentials.length]).toEqual(['unknown', 100]);
      expect(new Set(whole.credentials.map(({ outcome }) => outcome))).toEqual(new Set(['pass']));
    }
  });

  const png = (...chunks: readonly (readonly [string, Buffer])[]) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        ...chunks.map(([kind, body]) => {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(body.length);
          return Buffer.concat([length, Buffer.from(kind, 'latin1'), body, Buffer.alloc(4)]);
        }),
      ]),
    );
  const chunk = (text: string, compressed = 0) =>
    [
      'iTXt',
      Buffer.concat([
        Buffer.from('openbadgecredential\0'),
        Buffer.from([compressed, 0, 0, 0]),
        Buffer.from(text),
      ]),
    ] as const;

  it('a picture', async () => {
    const text = JSON.stringify(await sign(DEGREE));
    const svg = (inner: string) =>
      utf8Of(
        `<?xml version="1.0"?><svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inner}</svg>`,
      );
    const pictures = [
      png(['IHDR', Buffer.alloc(13)], chunk(text)),
      svg(`<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`),
      svg(`<openbadges:credential verify="${await makeJwt(DEGREE)}"/>`),
    ];
    for (const picture of pictures) expect((await ask(picture, await makeVerifying())).outcome).toBe('pass');
  });

  it.each([
    ['a picture without one', png(['IHDR', Buffer.alloc(13)]), 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL'],
    ['with two', png(chunk('{}'), chunk('{}')), 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL'],
    ['compressed', png(chunk('{}', 1)), 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL'],
    ['cut off', png(chunk('{}')).slice(0, 30), 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL'],
    ['an SVG without one', utf8Of('<svg/>'), 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL'],
    ['a PDF', utf8Of('%PDF-1.7'), 'VERIFYING_KIND'],
    ['a photograph', new Uint8Array([0xff, 0xd8, 0xff]), 'VERIFYING_KIND'],
    ['nothing', utf8Of(' \n'), 'VERIFYING_EMPTY'],
    ['too much', new Uint8Array(8_388_609), 'VERIFYING_TOO_LARGE'],
  ])('%s is refused with what to do', (_, bytes, code) =>
    expect(openInput(bytes)).toMatchObject({ error: { code } }),
  );
});

describe('the record', () => {
  const now = { now: NOW };
  const replaying = async () => {
    const { library, world } = await makeVerifying();
    return { library, contexts: world.contexts, verify: world.verify };
  };
  const recordOf = async (world?: Verifying['world']) =>
    expectOk(
      await verifyForTheRecord(
        bytesOf(await sign(DEGREE)),
        await makeVerifying(world === undefined ? {} : { world }),
      ),
      'something to verify',
    );

  it('gives the same answer again, to the byte, with nothing reached', async () => {
    const { record, verification } = await recordOf();
    const written = JSON.parse(JSON.stringify(record)) as Json;
    const again = expectOk(await replayRecord(written, await replaying()), 'a good record');
    expect(again).toMatchObject({ isSame: true, lawMissing: [] });
    expect(JSON.parse(JSON.stringify(again.verification))).toEqual(JSON.parse(JSON.stringify(verification)));
    expect(record.reached.map(({ kind }) => kind).sort()).toEqual(['key-document', 'status-list']);
  });

  it('keeps that something could not be reached', async () => {
    const { record } = await recordOf({
      ...(await serve()),
      reach: async () => ({ ok: false, reason: 'offline.' }),
    });
    expect(record.outcome).toBe('unknown');
    expect(
      expectOk(await replayRecord(JSON.parse(JSON.stringify(record)), await replaying()), 'good').isSame,
    ).toBe(true);
  });

  it.each<[string, (record: Record<string, unknown>) => void]>([
    ['another day', (record) => Object.assign(record, { atMs: NOW + 40 * 365 * 86_400_000 })],
    ['a list that was left out', (record) => Object.assign(record, { reached: [] })],
    [
      'a decision that was left out',
      (record) => Object.assign(record['registry'] as object, { decisions: [] }),
    ],
    ['another issuer list', (record) => Object.assign(record, { issuers: [] })],
  ])('does not agree with %s', async (_, change) => {
    const written = JSON.parse(JSON.stringify((await recordOf()).record)) as Record<string, unknown>;
    change(written);
    expect(expectOk(await replayRecord(written as Json, await replaying()), 'still a record').isSame).toBe(
      false,
    );
  });

  it('bears a seal that any change breaks', async () => {
    const { record } = await recordOf();
    const { contexts } = (await makeVerifying()).world;
    const sealed = await signRecord(record, graduate, { ...now, contexts });
    expect(expectOk(await replayRecord(sealed, await replaying()), 'sealed')).toMatchObject({
      sealedBy: graduate.did,
      isSame: true,
    });
    for (const changed of [
      { ...sealed, outcome: 'fail' },
      { ...sealed, verifier: SCHOOL },
    ])
      expect(await replayRecord(changed, await replaying())).toMatchObject({
        error: { code: 'VERIFYING_RECORD_SIGNATURE' },
      });
  });

  it.each<[string, Json]>([
    ['nothing', null],
    ['a list', []],
    ['another document', { schema: 'testamur/assessment/1' }],
    ['half a record', { schema: 'testamur/verification-record/1', input: 'e30', atMs: 1 }],
  ])('%s is no record', async (_, value) =>
    expect(await replayRecord(value, await replaying())).toMatchObject({
      error: { code: 'VERIFYING_RECORD_FORMAT' },
    }),
  );
});

describe('a list of issuers', () => {
  const entry = { id: SCHOOL, school: fiction.ALDERMOOR, source: 'letter of the dean, 2026-01-01' };
  it('is read, with its days', () => {
    const read = expectOk(
      parseIssuerList({ schema: 'testamur/issuers/1', issuers: [{ ...entry, from: '2020-01-01' }] }),
      'good',
    );
    expect(read).toMatchObject([{ id: SCHOOL, span: { from: { earliest: dayOf('2020-01-01') } } }]);
  });
  it.each<[Json]>([
    [null],
    [{ schema: 'testamur/issuers/1' }],
    [{ schema: 'testamur/issuers/1', issuers: [{ ...entry, source: '' }] }],
    [{ schema: 'testamur/issuers/1', issuers: [{ ...entry, from: '2020-13-01' }] }],
    [{ schema: 'testamur/issuers/1', issuers: [{ ...entry, campus: 1 }] }],
  ])('is refused: %j', (value) => expect(parseIssuerList(value).ok).toBe(false));
});
