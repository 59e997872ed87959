import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseYaml } from '@testamur/adapters/packs';
import { loadRegistry } from '@testamur/adapters/registry';
import { canonicalise, type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { assess, type Dossier, referenceEvaluator } from '@testamur/engines/recognition';
import { registryViewOf } from '@testamur/engines/recognition/registry';
import { makeLibrary, planEverywhere, planRoute } from '@testamur/services/recognising';
import { type Product, startProduct } from '@testamur/testing/product';
import { realLaw } from '@testamur/testing/real-law';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postJson } from './post-json.fixture.ts';

const packsFolder = path.dirname(createRequire(import.meta.url).resolve('@testamur/packs/package.json'));
const samplesFolder = path.join(packsFolder, 'samples');
const samples = readdirSync(samplesFolder).filter((file) => file.endsWith('.yaml'));
const dossierOf = (file: string): Dossier =>
  parseYaml(readFileSync(path.join(samplesFolder, file), 'utf8'), file).value?.value as Dossier;
const sample = dossierOf(samples[0] ?? '');
const dayOf = (text: string): Day => expectOk(parseDay(text), 'a day');

/** Where two long texts part, each with some text around; empty where they are the same. */
function firstDifference(a: string, b: string): readonly string[] {
  if (a === b) return [];
  let place = 0;
  while (a[place] === b[place]) place += 1;
  return [a, b].map((text) => text.slice(Math.max(0, place - 100), place + 100));
}

const book = realLaw();
const { registry } = expectOk(loadRegistry(packsFolder), 'the registry');
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-assess-'));
let product: Product;
const post = (act: string, body: unknown, headers?: Record<string, string>) =>
  postJson(`${product.url}/api/${act}`, body, headers);

beforeAll(async () => {
  product = await startProduct({
    ...{ TESTAMUR_DATA: folder, LOG_LEVEL: 'debug', REQUESTS_PER_MINUTE: '10000' },
  });
});

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an assessment over HTTP', () => {
  it.each(samples)(
    'of %s is to the byte what the engine answers, by the evaluator written to be read',
    async (file) => {
      const dossier = dossierOf(file);
      for (const [on, knownOn] of [
        ['2026-11-22', '2026-11-22'],
        ['2026-03-31', '2026-12-01'],
      ] as const) {
        const answer = await post('assess', { dossier, on, knownOn });
        const direct = assess({
          book,
          registry: registryViewOf(registry),
          schools: (id) => registry.schools.get(id),
          evaluator: referenceEvaluator,
          dossier,
          on: dayOf(on),
          knownOn: dayOf(knownOn),
        });
        expect(answer.status).toBe(200);
        expect(firstDifference(await answer.text(), expectOk(canonicalise(direct), 'an assessment'))).toEqual(
          [],
        );
      }
    },
  );

  it.each(['assessment', 'plan', 'reaches'])('fits the published schema of its kind: %s', async (name) => {
    const schema = (await (await fetch(`${product.url}/api/schemas/${name}`)).json()) as object;
    const asked = { assessment: {}, plan: { target: { pack: 'gb' } }, reaches: {} }[name];
    const answer = await post(name === 'assessment' ? 'assess' : 'plan', { dossier: sample, ...asked });
    const value: unknown = await answer.json();
    const validator = Compile(schema);
    expect(validator.Errors(value)).toEqual([]);
    // The schema can refuse.
    expect(validator.Check({ ...(value as object), more: 1 })).toBe(false);
  });

  it('judges only the jurisdictions asked for, and each as among all', async () => {
    const body = { dossier: sample, on: '2026-11-22', knownOn: '2026-11-22' };
    const all = (await (await post('assess', body)).json()) as { authorities: { pack: string }[] };
    const some = (await (
      await post('assess', { ...body, jurisdictions: ['GB', 'us-ny'] })
    ).json()) as typeof all;
    expect(some.authorities).toEqual(all.authorities.filter(({ pack }) => ['gb', 'us-ny'].includes(pack)));
  });

  it('is the same compressed, and never kept on the way', async () => {
    const body = { dossier: sample, on: '2026-11-22', knownOn: '2026-11-22', jurisdictions: ['gb'] };
    const packed = await post('assess', body, { 'accept-encoding': 'gzip' });
    const plain = await post('assess', body, { 'accept-encoding': 'identity' });
    expect([packed, plain].map((each) => each.headers.get('content-encoding'))).toEqual(['gzip', null]);
    expect(packed.headers.get('cache-control')).toBe('no-store');
    expect(await packed.text()).toBe(await plain.text());
  });

  it('reads a body of 256 kB, and not a byte more', async () => {
    const body = JSON.stringify({ dossier: {}, jurisdictions: ['gb'] });
    expect((await post('assess', body.padEnd(262_144))).status).toBe(200);
    expect((await post('assess', body.padEnd(262_145))).status).toBe(413);
  });

  it('takes the day of the caller, which may be tomorrow here, and no later one', async () => {
    const ending = (on: Date) => ({
      dossier: {
        exams: {
          entries: [{ id: 'a', exam: 'gb.plab1', takenOn: on.toISOString().slice(0, 10), result: 'pass' }],
        },
      },
      jurisdictions: ['gb'],
    });
    const now = Date.now();
    expect((await post('assess', ending(new Date(now)))).status).toBe(200);
    expect((await post('assess', ending(new Date(now + 3 * 86_400_000)))).status).toBe(422);
  });
});

describe('a plan over HTTP', () => {
  const library = makeLibrary(book, registry);
  const on = dayOf('2026-11-22');
  const request = { dossier: sample, on, knownOn: on };
  const body = { dossier: sample, on: '2026-11-22', knownOn: '2026-11-22' };

  it.each([[{ pack: 'gb' }], [{ route: 'gb.plab' }]])(
    'to %j is to the byte what the planner answers',
    async (target) => {
      const text = await (await post('plan', { ...body, target })).text();
      expect(text).toBe(expectOk(canonicalise(planRoute(library, request, target)), 'a plan'));
    },
  );

  it('to anywhere lists every route of every pack', async () => {
    const text = await (await post('plan', body)).text();
    expect(text).toBe(expectOk(canonicalise(planEverywhere(library, request)), 'what can be reached'));
    const { routes } = JSON.parse(text) as { routes: { route: string }[] };
    expect(routes.map(({ route }) => route)).toEqual(
      book.packs.flatMap((pack) => pack.routes.map(({ route }) => route)),
    );
  });
});

describe('the server', () => {
  it('answers others while it judges', async () => {
    const entries = Array.from({ length: 150 }, (_, index) => ({ id: `e${index}` }));
    let isJudged = false;
    const judging = post('assess', { dossier: { exams: { entries } } }).then(async (answer) => {
      isJudged = true;
      await answer.text();
    });
    for (let count = 0; count < 5; count += 1)
      expect((await fetch(`${product.url}/api/health/live`)).status).toBe(200);
    expect(isJudged).toBe(false);
    await judging;
  });

  it('judges many at once, each for itself', async () => {
    const answers = await Promise.all(
      ['GB', 'IN', 'AU', 'KE', 'SG'].map(async (country) => {
        const dossier = { person: { citizenships: [country] } };
        const answer = await (await post('assess', { dossier, jurisdictions: ['gb'] })).json();
        return (answer as { dossierHash: string }).dossierHash;
      }),
    );
    expect(new Set(answers).size).toBe(5);
  });

  it('gives every request an id of its own', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await fetch(`${product.url}/api/packs`)).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a printed plan over HTTP', () => {
  it('is a PDF/UA-1 that nobody on the way keeps', async () => {
    const answer = await post('documents/plan', { dossier: sample, target: { pack: 'gb' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it.each([
    ['without a target', { dossier: {} }],
    ['with a language that is no tag', { dossier: {}, target: { pack: 'gb' }, language: '../en' }],
    ['with text to print', { dossier: {}, target: { pack: 'gb' }, title: 'Approved' }],
    ['to a route that is not there', { dossier: {}, target: { route: 'xx.none' } }],
  ])('is refused %s', async (_name, body) => {
    expect((await post('documents/plan', body)).status).toBe(422);
  });
});

describe('what is sent', () => {
  const MARK = 'Zyxomma-petiolatum-1912';
  const marked: readonly (readonly [name: string, act: string, body: unknown])[] = [
    ['a note', 'assess', { dossier: { note: MARK }, jurisdictions: ['gb'] }],
    ['a plan', 'plan', { dossier: { note: MARK } }],
    ['a plan to print', 'documents/plan', { dossier: { note: MARK }, target: { pack: 'gb' } }],
    ['a section that nobody knows', 'assess', { dossier: { [MARK]: 1 } }],
    ['a school that nobody knows', 'assess', { dossier: { qualifications: [{ id: 'a', school: MARK }] } }],
    ['a jurisdiction', 'assess', { dossier: {}, jurisdictions: [MARK] }],
    ['broken JSON', 'assess', `{"dossier":{"note":"${MARK}`],
    ['an address with nothing at it', 'nix', { note: MARK }],
  ];

  it('is neither in the log nor in the data folder', async () => {
    for (const [, act, body] of marked) await (await post(act, body)).text();
    await product.stop();
    // The log is written: it says who asked for what.
    expect(product.said()).toContain('/api/assess');
    expect(product.said()).not.toContain(MARK);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => statSync(file).isFile());
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => readFileSync(file).includes(MARK))).toEqual([]);
  });
});

describe('limits', () => {
  it('count a judgement as ten requests, and say when to come back', async () => {
    const limited = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '30' });
    const ask = () => postJson(`${limited.url}/api/assess`, { dossier: {}, jurisdictions: ['gb'] });
    const answers: Response[] = [];
    for (let count = 0; count < 4; count += 1) answers.push(await ask());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const [first, last] = [answers[0]?.headers, answers[3]?.headers];
    expect([first?.get('x-ratelimit-limit'), first?.get('x-ratelimit-remaining')]).toEqual(['3', '2']);
    expect(Number(last?.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[3]?.json()).toMatchObject({ code: 'HTTP_RATE_LIMITED', status: 429 });
    expect((await fetch(`${limited.url}/api/packs`)).status).toBe(200);
    await limited.stop();
  });
});
