import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Product, startProduct } from '@testamur/testing/product';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, postJson } from './post-json.fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-hostile-'));
let product: Product;
const at = (address: string) => `${product.url}/api${address}`;

beforeAll(async () => {
  product = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '1000000' });
});

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every refusal tells status and code, where it is, what to do, and which request it was. */
async function problemOf(answer: Response): Promise<Problem> {
  const problem = (await answer.json()) as Problem;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(problem.status).toBe(answer.status);
  expect(problem.detail).toMatch(/\.$/);
  expect(problem.hint).toMatch(/[.?…]$/);
  expect(problem.instance).toBe(`urn:uuid:${answer.headers.get('x-request-id')}`);
  return problem;
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const dossier = (inner: unknown) => ({ dossier: inner });
const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `e${index}` }));

type Hostile = readonly [name: string, body: unknown, status: number, code: string, at: string | undefined];

const TEXTS: readonly Hostile[] = [
  ['nothing', '', 400, 'KERNEL_JSON_SYNTAX', ''],
  ['half a body', '{"dossier":', 400, 'KERNEL_JSON_SYNTAX', '/dossier'],
  ['a trailing comma', '{"dossier":{},}', 400, 'KERNEL_JSON_SYNTAX', ''],
  ['two values', '{"dossier":{}} {}', 400, 'KERNEL_JSON_SYNTAX', ''],
  ['NaN', '{"dossier":NaN}', 400, 'KERNEL_JSON_SYNTAX', '/dossier'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400, 'HTTP_BODY_NOT_JSON', undefined],
  ['a byte order mark', '\uFEFF{"dossier":{}}', 400, 'KERNEL_JSON_SYNTAX', ''],
  [
    'a member named twice',
    '{"dossier":{"person":{},"person":{}}}',
    422,
    'KERNEL_JSON_DUPLICATE_KEY',
    '/dossier/person',
  ],
  [
    'a member named twice, once escaped',
    '{"dossier":{"a":1,"\\u0061":2}}',
    422,
    'KERNEL_JSON_DUPLICATE_KEY',
    '/dossier/a',
  ],
  [
    '__proto__',
    '{"dossier":{"__proto__":{"admin":true}}}',
    422,
    'KERNEL_JSON_FORBIDDEN_KEY',
    '/dossier/__proto__',
  ],
  ['half a character', '{"dossier":{"note":"\\ud800"}}', 422, 'KERNEL_JSON_LONE_SURROGATE', '/dossier/note'],
  ['half a character as a name', '{"dossier":{"\\udc00":1}}', 422, 'KERNEL_JSON_LONE_SURROGATE', '/dossier'],
  [
    'a number beyond all bounds',
    '{"dossier":{"person":{"a":1e999}}}',
    422,
    'KERNEL_JSON_NUMBER_RANGE',
    '/dossier/person/a',
  ],
  [
    '64 levels and one more',
    `{"dossier":${nested(64)}}`,
    422,
    'KERNEL_JSON_TOO_DEEP',
    `/dossier${'/0'.repeat(63)}`,
  ],
  ['a hundred thousand levels', nested(100_000), 422, 'KERNEL_JSON_TOO_DEEP', '/0'.repeat(64)],
  [
    'ten megabytes',
    `{"dossier":{"note":"${'x'.repeat(10_000_000)}"}}`,
    413,
    'HTTP_BODY_TOO_LARGE',
    undefined,
  ],
];

const QUESTIONS: readonly Hostile[] = [
  ['null', null, 422, 'HTTP_REQUEST_INVALID', ''],
  ['a list', [], 422, 'HTTP_REQUEST_INVALID', ''],
  ['a text', '"dossier"', 422, 'HTTP_REQUEST_INVALID', ''],
  ['no dossier', {}, 422, 'HTTP_REQUEST_INVALID', '/dossier'],
  [
    'a field that nobody knows',
    { dossier: {}, jurisdiction: 'gb' },
    422,
    'HTTP_REQUEST_INVALID',
    '/jurisdiction',
  ],
  ['a number for a day', { dossier: {}, on: 20260101 }, 422, 'HTTP_REQUEST_INVALID', '/on'],
  ['nothing for a day', { dossier: {}, on: null }, 422, 'HTTP_REQUEST_INVALID', '/on'],
  ['a day that no calendar has', { dossier: {}, on: '2026-02-30' }, 422, 'KERNEL_DAY_IMPOSSIBLE', '/on'],
  ['a day in words', { dossier: {}, knownOn: 'yesterday' }, 422, 'KERNEL_DAY_FORMAT', '/knownOn'],
  ['a day without an end', { dossier: {}, on: '9'.repeat(41) }, 422, 'HTTP_REQUEST_INVALID', '/on'],
  ['a day before coverage', { dossier: {}, on: '1850-01-01' }, 422, 'RECOGNISING_BEFORE_COVERAGE', '/on'],
  [
    'a jurisdiction that is no list',
    { dossier: {}, jurisdictions: 'gb' },
    422,
    'HTTP_REQUEST_INVALID',
    '/jurisdictions',
  ],
  [
    'no jurisdiction at all',
    { dossier: {}, jurisdictions: [] },
    422,
    'HTTP_REQUEST_INVALID',
    '/jurisdictions',
  ],
  [
    'a pack that nobody has',
    { dossier: {}, jurisdictions: ['gb', 'zz'] },
    422,
    'RECOGNISING_PACK_UNKNOWN',
    '/jurisdictions/1',
  ],
  [
    'the name of a built-in member',
    { dossier: {}, jurisdictions: ['constructor'] },
    422,
    'RECOGNISING_PACK_UNKNOWN',
    '/jurisdictions/0',
  ],
];

const DOSSIERS: readonly Hostile[] = [
  ['null', dossier(null), 422, 'DOSSIER_NOT_AN_OBJECT', '/dossier'],
  ['a list', dossier([]), 422, 'DOSSIER_NOT_AN_OBJECT', '/dossier'],
  [
    'a section that nobody knows',
    dossier({ passports: [] }),
    422,
    'DOSSIER_SECTION_UNKNOWN',
    '/dossier/passports',
  ],
  [
    'the name of a built-in member',
    dossier({ constructor: {} }),
    422,
    'DOSSIER_SECTION_UNKNOWN',
    '/dossier/constructor',
  ],
  ['a name that is a path', dossier({ 'a/b~c': 1 }), 422, 'DOSSIER_SECTION_UNKNOWN', '/dossier/a~1b~0c'],
  ['a wrong type', dossier({ person: [] }), 422, 'DOSSIER_TYPE', '/dossier/person'],
  [
    'a day that no calendar has',
    dossier({ qualifications: [{ id: 'a', graduatedOn: '2019-13' }] }),
    422,
    'DOSSIER_DATE',
    '/dossier/qualifications/0/graduatedOn',
  ],
  [
    'days in the wrong order',
    dossier({ qualifications: [{ id: 'a', enrolledOn: '2020-01-01', graduatedOn: '2014-01-01' }] }),
    422,
    'DOSSIER_DATES_REVERSED',
    '/dossier/qualifications/0/graduatedOn',
  ],
  [
    'an examination that nobody holds',
    dossier({ exams: { entries: [{ id: 'a', exam: 'xx.unheard-of' }] } }),
    422,
    'DOSSIER_CODE_UNKNOWN',
    '/dossier/exams/entries/0/exam',
  ],
  [
    'an examination passed in the future',
    dossier({ exams: { entries: [{ id: 'a', exam: 'gb.plab1', takenOn: '2199-01-01', result: 'pass' }] } }),
    422,
    'DOSSIER_FUTURE_PAST',
    '/dossier/exams/entries/0/takenOn',
  ],
  [
    'an entry without an id',
    dossier({ qualifications: [{}] }),
    422,
    'DOSSIER_ID_MISSING',
    '/dossier/qualifications/0',
  ],
  [
    'an id twice',
    dossier({ qualifications: [{ id: 'a' }, { id: 'a' }] }),
    422,
    'DOSSIER_ID_DUPLICATE',
    '/dossier/qualifications/1/id',
  ],
  [
    'an unknown school',
    dossier({ qualifications: [{ id: 'a', school: 'sch-xx-0000000' }] }),
    422,
    'DOSSIER_SCHOOL_UNKNOWN',
    '/dossier/qualifications/0/school',
  ],
  [
    'eleven degrees',
    dossier({ qualifications: entries(11) }),
    422,
    'RECOGNISING_TOO_MANY_DEGREES',
    '/dossier/qualifications',
  ],
  [
    '151 entries',
    dossier({ exams: { entries: entries(151) } }),
    422,
    'RECOGNISING_TOO_MANY_ENTRIES',
    '/dossier',
  ],
  [
    '501 entries',
    dossier({ exams: { entries: entries(501) } }),
    422,
    'DOSSIER_TOO_MANY',
    '/dossier/exams/entries',
  ],
];

describe('a question that cannot be answered', () => {
  it.each([...TEXTS, ...QUESTIONS, ...DOSSIERS])(
    '%s is refused, and the field named',
    async (_name, body, status, code, field) => {
      for (const act of ['assess', 'plan']) {
        if (act === 'plan' && JSON.stringify(body)?.includes('"jurisdictions"')) continue;
        const answer = await postJson(at(`/${act}`), body);
        const problem = await problemOf(answer);
        expect({ act, status: answer.status, code: problem.code, at: problem.at }).toEqual({
          act,
          status,
          code,
          at: field,
        });
      }
    },
  );

  it.each([
    ['a route that no pack has', { route: 'gb.nix' }, 'RECOGNISING_ROUTE_UNKNOWN', '/target/route'],
    ['a pack that nobody has', { pack: 'GB' }, 'RECOGNISING_PACK_UNKNOWN', '/target/pack'],
    ['nothing', {}, 'RECOGNISING_TARGET_UNCLEAR', '/target'],
    ['two things at once', { pack: 'gb', route: 'gb.plab' }, 'RECOGNISING_TARGET_UNCLEAR', '/target'],
    ['a text', 'gb', 'HTTP_REQUEST_INVALID', '/target'],
    ['a field that nobody knows', { city: 'London' }, 'HTTP_REQUEST_INVALID', '/target/city'],
  ])('a plan for %s is refused', async (_name, target, code, field) => {
    const problem = await problemOf(await postJson(at('/plan'), { dossier: {}, target }));
    expect([problem.status, problem.code, problem.at]).toEqual([422, code, field]);
  });

  it('is told everything that is wrong with it at once', async () => {
    const body = { dossier: { passports: 1, person: { birthDate: 'x' } }, on: 'soon', jurisdictions: ['zz'] };
    const { problems } = await problemOf(await postJson(at('/assess'), body));
    expect(problems?.map((each) => each.at)).toEqual([
      '/on',
      '/jurisdictions/0',
      '/dossier/passports',
      '/dossier/person/birthDate',
    ]);
    for (const { hint } of problems ?? []) expect(hint).toBeTruthy();
  });

  it('of twenty thousand mistakes is answered with the first hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`mistake${index}`, 1]));
    const { problems } = await problemOf(await postJson(at('/assess'), dossier({ person: many })));
    expect(problems).toHaveLength(101);
  });
});

describe('a request that is none', () => {
  const HEADERS = { 'content-type': 'application/json' };
  type Odd = readonly [
    name: string,
    method: string,
    address: string,
    init: RequestInit,
    status: number,
    code: string,
  ];
  const odd: readonly Odd[] = [
    ['an address with nothing at it', 'GET', '/nix', {}, 404, 'HTTP_NOT_FOUND'],
    ['an address that is none', 'GET', '/%zz', {}, 400, 'HTTP_URL_MALFORMED'],
    ['an address that climbs', 'GET', '/packs/..%2f..%2fetc%2fpasswd', {}, 404, 'HTTP_NOT_FOUND'],
    ['a pack named like a built-in member', 'GET', '/packs/__proto__', {}, 404, 'HTTP_NOT_FOUND'],
    ['a rule named like a built-in member', 'GET', '/rules/toString', {}, 404, 'HTTP_NOT_FOUND'],
    ['a schema that nobody has', 'GET', '/schemas/person', {}, 404, 'HTTP_NOT_FOUND'],
    ['a school id with a quotation mark', 'GET', "/schools/'%20OR%201=1--", {}, 404, 'HTTP_NOT_FOUND'],
    ['a school id with a zero byte', 'GET', '/schools/a%00b', {}, 404, 'HTTP_NOT_FOUND'],
    [
      'a rule on a day that no calendar has',
      'GET',
      '/rules/gb.plab.window?on=2026-02-30',
      {},
      422,
      'KERNEL_DAY_IMPOSSIBLE',
    ],
    [
      'a day asked for twice',
      'GET',
      '/rules/gb.plab.window?on=2026-01-01&on=2026-01-02',
      {},
      422,
      'HTTP_REQUEST_INVALID',
    ],
    ['a number in another notation', 'GET', '/schools?q=a&limit=1e1', {}, 422, 'HTTP_REQUEST_INVALID'],
    ['a search for nothing', 'GET', '/schools', {}, 422, 'HTTP_REQUEST_INVALID'],
    ['a parameter that nobody knows', 'GET', '/schools?q=a&sort=name', {}, 422, 'HTTP_REQUEST_INVALID'],
    ['a method of another address', 'DELETE', '/packs/gb', {}, 405, 'HTTP_METHOD_NOT_ALLOWED'],
    ['a question asked with GET', 'GET', '/assess', {}, 405, 'HTTP_METHOD_NOT_ALLOWED'],
    [
      'a wrong method with a broken body',
      'PUT',
      '/assess',
      { headers: HEADERS, body: '{' },
      405,
      'HTTP_METHOD_NOT_ALLOWED',
    ],
    [
      'a body without a type',
      'POST',
      '/assess',
      { body: new Uint8Array([123, 125]) },
      415,
      'HTTP_MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a form',
      'POST',
      '/assess',
      { body: new URLSearchParams({ dossier: '{}' }) },
      415,
      'HTTP_MEDIA_TYPE_UNSUPPORTED',
    ],
  ];
  it.each(odd)('%s is refused', async (_name, method, address, init, status, code) => {
    const answer = await fetch(at(address), { ...init, method });
    if (status === 400) {
      expect(await answer.json()).toMatchObject({ status, code });
      return;
    }
    const problem = await problemOf(answer);
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it('by a wrong method is told which are right', async () => {
    expect((await fetch(at('/assess'))).headers.get('allow')).toBe('POST');
    expect((await fetch(at('/packs/gb'), { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
  });

  it('cut off in its body does no harm', async () => {
    const { host } = new URL(product.url);
    await new Promise<void>((resolve) => {
      const sending = request(`http://${host}/api/assess`, {
        method: 'POST',
        headers: { ...HEADERS, 'content-length': 1000 },
      });
      sending.once('error', () => resolve());
      sending.write('{"dossier":');
      setTimeout(() => sending.destroy(), 100);
    });
    expect((await fetch(at('/health/live'))).status).toBe(200);
  });
});

describe('whatever is sent', () => {
  const day = fc.constantFrom('2019', '2019-05', '2019-02-30', '2026-11-22', '0000-00-00', '');
  const word = fc.constantFrom(
    'person',
    'qualifications',
    'exams',
    'entries',
    'id',
    'school',
    'graduatedOn',
    'citizenships',
    'complete',
    'planned',
    'takenOn',
    'evidence',
    '__proto__',
    'constructor',
  );
  const leaf = fc.oneof(fc.string(), day, word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(word, fc.string()), tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  const sections = fc.dictionary(word, value, { maxKeys: 5, noNullPrototype: true });
  const body = fc.oneof(
    value.map((each) => JSON.stringify(each)),
    sections.map((each) => JSON.stringify({ dossier: each, on: '2026-11-22', jurisdictions: ['gb'] })),
    fc
      .record({ dossier: sections, on: fc.oneof(day, value), target: value })
      .map((each) => JSON.stringify(each)),
    fc.string({ unit: 'binary' }),
  );

  it('the answer is an answer or a problem document, never a fault of ours', async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('assess', 'plan'), body, async (act, text) => {
        const answer = await postJson(at(`/${act}`), text);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        if (answer.status === 200) await answer.text();
        else await problemOf(answer);
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    // A server that refused everything would pass the line above.
    const accepted = await postJson(at('/assess'), { dossier: {}, jurisdictions: ['gb'] });
    expect([...seen.keys(), accepted.status]).toEqual(expect.arrayContaining([200, 400, 422]));
  });

  it('an address is answered or refused, never a fault of ours', async () => {
    const part = fc.oneof(
      fc.constantFrom('packs', 'rules', 'schools', 'schemas', 'gb', '..', '%00', '%2e%2e', 'law'),
      fc.string().map((text) => encodeURIComponent(text)),
    );
    const address = fc
      .tuple(fc.array(part, { maxLength: 4 }), fc.webQueryParameters())
      .map(([parts, query]) => `/${parts.join('/')}?${query}`);
    await fc.assert(
      fc.asyncProperty(address, async (text) => {
        const answer = await fetch(at(text), { redirect: 'manual' });
        await answer.arrayBuffer();
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});
