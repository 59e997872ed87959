import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256Hex } from '@testamur/engines/kernel';
import { type Product, startProduct } from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-api-'));
let product: Product;

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${product.url}/api${address}`, { headers });
const read = async <T>(address: string): Promise<T> => (await (await get(address)).json()) as T;

beforeAll(async () => {
  product = await startProduct({ TESTAMUR_DATA: folder });
});

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Summary = { pack: string; hash: string; rules: number };
type Hit = { id: string; name: string; country: string };

describe('the law', () => {
  it('is listed, and each pack of the list can be read and has the hash of the whole', async () => {
    const list = await read<Summary[]>('/packs');
    const law = await read<{ schema: string; packs: { hash: string; pack: Summary }[] }>('/law');
    expect(law.schema).toBe('testamur/law/1');
    expect(list.map(({ pack, hash }) => [pack, hash])).toEqual(
      law.packs.map(({ hash, pack }) => [pack.pack, hash]),
    );
    expect(list.map(({ pack }) => pack)).toContain('gb');
    for (const { pack, rules } of list) {
      const whole = await read<{ rules: unknown[] }>(`/packs/${pack}`);
      expect(whole.rules).toHaveLength(rules);
    }
  });

  it('gives a rule with its sources and the routes that ask for it', async () => {
    const { rules, routes } = await read<{
      rules: { rule: string }[];
      routes: { route: string; requirements: string[] }[];
    }>('/packs/gb');
    const asked = routes[0]?.requirements[0] ?? '';
    expect(rules.map(({ rule }) => rule)).toContain(asked);
    const found = await read<{ rule: { rule: string }; askedBy: string[]; sources: { title: string }[] }>(
      `/rules/${asked}`,
    );
    expect(found.rule.rule).toBe(asked);
    expect(found.askedBy).toContain(routes[0]?.route);
    expect(found.sources.length).toBeGreaterThan(0);
  });

  it.each(['/packs/zz', '/rules/zz.no.rule', '/schools/sch-xx-0000000'])(
    'answers 404 for %s',
    async (address) => {
      const answer = await get(address);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'HTTP_NOT_FOUND' });
    },
  );

  it('of each pack proves itself: its tag is the SHA-256 of the bytes, and the hash of the list', async () => {
    for (const { pack, hash } of await read<Summary[]>('/packs')) {
      const answer = await get(`/packs/${pack}`, { 'accept-encoding': 'identity' });
      expect(answer.headers.get('etag')).toBe(`"${hash}"`);
      expect(`sha256:${sha256Hex(await answer.text())}`).toBe(hash);
    }
  });

  it('of British Columbia is known until its last day and not researched from the next', async () => {
    const { rules } = await read<{ rules: { rule: string }[] }>('/packs/ca-bc');
    const standing = async (on: string) =>
      (await read<{ standing: { state: string } }>(`/rules/${rules[0]?.rule}?on=${on}`)).standing.state;
    expect([await standing('2026-03-31'), await standing('2026-04-01')]).toEqual(['known', 'notResearched']);
  });

  it('has its words: every fact that a pack can ask for', async () => {
    const { sections, codeLists } = await read<{
      sections: { section: string }[];
      codeLists: { codes: string }[];
    }>('/vocabulary');
    expect(sections.map(({ section }) => section)).toEqual(
      expect.arrayContaining(['person', 'pmq', 'exams']),
    );
    expect(codeLists.map(({ codes }) => codes)).toContain('countries');
  });

  it('is sent once: who has it already is told so, in whichever form', async () => {
    const plain = await get('/law', { 'accept-encoding': 'identity' });
    const packed = await get('/law', { 'accept-encoding': 'gzip' });
    expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(await packed.text()).toBe(await plain.text());
    const [tag = '', packedTag = ''] = [plain, packed].map(({ headers }) => headers.get('etag') ?? '');
    expect(packedTag).not.toBe(tag);
    for (const held of [tag, packedTag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await get('/law', { 'if-none-match': held });
      expect([held, answer.status, await answer.text()]).toEqual([held, 304, '']);
    }
    expect((await get('/law', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each([
    ['gzip;q=0', null],
    ['br, gzip;q=0.5', 'gzip'],
    ['deflate', null],
    ['x-gzip-like', null],
  ])('is packed for %s only as asked', async (accepted, encoding) => {
    const answer = await get('/law', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    await answer.arrayBuffer();
  });

  it('answers HEAD as GET, without the body', async () => {
    const [head, whole] = await Promise.all(
      ['HEAD', 'GET'].map((method) =>
        fetch(`${product.url}/api/packs/gb`, { method, headers: { 'accept-encoding': 'identity' } }),
      ),
    );
    expect(head?.status).toBe(200);
    expect(head?.headers.get('etag')).toBe(whole?.headers.get('etag'));
    expect(await head?.text()).toBe('');
    await whole?.text();
  });
});

describe('the registry', () => {
  it.each([
    ['bangalore med', 'IN', /Bangalore Medical College/],
    ['Мечников', 'RU', /Mechnikov/],
    ['BANGALORE MEDICAL COLEGE', 'IN', /Bangalore Medical College/],
  ])('finds the school meant by %s', async (words, country, name) => {
    const hits = await read<Hit[]>(`/schools?q=${encodeURIComponent(words)}`);
    expect(hits[0]?.country).toBe(country);
    expect(hits[0]?.name).toMatch(name);
    const school = await read<Hit & { evidence: Record<string, string[]> }>(`/schools/${hits[0]?.id}`);
    expect(school.id).toBe(hits[0]?.id);
    expect(school.evidence.name?.length).toBeGreaterThan(0);
  });

  it('keeps to the country and the number asked for', async () => {
    const hits = await read<Hit[]>('/schools?q=medical&country=PK&limit=3');
    expect(hits).toHaveLength(3);
    expect(new Set(hits.map(({ country }) => country))).toEqual(new Set(['PK']));
  });

  it.each([
    '/schools',
    '/schools?q=',
    '/schools?q=a&country=pk',
    '/schools?q=a&limit=1000',
    `/schools?q=${'a'.repeat(300)}`,
  ])('refuses %s and names the field', async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'HTTP_REQUEST_INVALID' });
  });

  it.each(['countries', 'subdivisions', 'regulators', 'sources'])('lists %s', async (name) => {
    expect((await read<unknown[]>(`/registry/${name}`)).length).toBeGreaterThan(10);
  });

  it('tells of a school which decisions about it are known, and by which agencies', async () => {
    const { decisions, schools } = await read<{
      decisions: { school: string; agency: string }[];
      schools: { id: string }[];
    }>('/registry');
    const agencies = (await read<{ agency: string }[]>('/agencies')).map(({ agency }) => agency);
    const school = decisions[0]?.school ?? schools[0]?.id;
    const told = await read<{ decisions: { agency: string }[] }>(`/schools/${school}`);
    expect(told.decisions.map(({ agency }) => agency)).toEqual(
      decisions.filter((each) => each.school === school).map(({ agency }) => agency),
    );
    for (const { agency } of told.decisions) expect(agencies).toContain(agency);
  });

  it('lists every agency with a term of recognition, cited', async () => {
    const agencies = await read<{ recognitions: { terms: { cite: unknown[] }[] }[] }[]>('/agencies');
    expect(agencies.length).toBeGreaterThan(20);
    for (const { recognitions } of agencies)
      for (const { terms } of recognitions)
        for (const { cite } of terms) expect(cite.length).toBeGreaterThan(0);
  });

  it('is what the database was seeded with', async () => {
    const ready = await read<{ sets: { name: string; items: number }[] }>('/health/ready');
    const registry = await read<{ schools: unknown[] }>('/registry');
    const packs = await read<unknown[]>('/packs');
    expect(ready.sets.find(({ name }) => name === 'schools')?.items).toBe(registry.schools.length);
    expect(ready.sets.find(({ name }) => name === 'packs')?.items).toBe(packs.length);
  });
});

describe('an assessment', () => {
  const post = (body: unknown) =>
    fetch(`${product.url}/api/assess`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('of nothing is unknown or closed, never open, and is not kept by anybody on the way', async () => {
    const answer = await post({ dossier: {}, on: '2026-11-22', knownOn: '2026-11-22' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const assessment = (await answer.json()) as {
      schema: string;
      authorities: { pack: string; status?: string }[];
    };
    expect(assessment.schema).toBe('testamur/assessment/1');
    expect(assessment.authorities.length).toBe((await read<unknown[]>('/packs')).length);
    for (const { status } of assessment.authorities) expect(status).not.toBe('open');
  });

  it('is the same to the byte each time, and its members are in canonical order', async () => {
    const question = {
      dossier: { person: { citizenships: ['IN'] } },
      on: '2026-11-22',
      knownOn: '2026-11-22',
    };
    const first = await (await post(question)).text();
    expect(await (await post(question)).text()).toBe(first);
    expect(first.startsWith('{"authorities":[{"authorityDecides":')).toBe(true);
  });

  it('judges the packs asked for', async () => {
    const answer = await post({ dossier: {}, jurisdictions: ['GB', 'au'] });
    const { authorities } = (await answer.json()) as { authorities: { pack: string }[] };
    expect(authorities.map(({ pack }) => pack).sort()).toEqual(['au', 'gb']);
  });

  it.each([
    ['no dossier', {}, 'HTTP_REQUEST_INVALID', '/dossier'],
    [
      'a member that nobody knows',
      { dossier: {}, jurisdiction: 'gb' },
      'HTTP_REQUEST_INVALID',
      '/jurisdiction',
    ],
    ['a list for a dossier', { dossier: [] }, 'DOSSIER_NOT_AN_OBJECT', '/dossier'],
    [
      'a section that nobody knows',
      { dossier: { passports: {} } },
      'DOSSIER_SECTION_UNKNOWN',
      '/dossier/passports',
    ],
    ['a day that no calendar has', { dossier: {}, on: '2026-02-30' }, 'KERNEL_DAY_IMPOSSIBLE', '/on'],
    [
      'a pack that nobody knows',
      { dossier: {}, jurisdictions: ['zz'] },
      'RECOGNISING_PACK_UNKNOWN',
      '/jurisdictions/0',
    ],
  ])('refuses %s and names the place', async (_name, question, code, at) => {
    const answer = await post(question);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code, at });
  });

  it('tells every problem of one dossier at once', async () => {
    const answer = await post({ dossier: { passports: {}, visas: {} }, on: 'soon' });
    const { problems } = (await answer.json()) as { problems: { at: string }[] };
    expect(problems.map(({ at }) => at)).toEqual(['/on', '/dossier/passports', '/dossier/visas']);
  });

  it('has a published schema for what it takes', async () => {
    expect(await read('/schemas/dossier')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
  });
});
