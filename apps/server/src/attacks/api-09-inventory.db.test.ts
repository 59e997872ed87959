import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API9:2023: an attacker finds what was forgotten. What is served is what is described, in one version. */
let victim: Victim;
type Operation = { readonly summary?: string; readonly responses: Readonly<Record<string, unknown>> };
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;

beforeAll(async () => {
  victim = await startVictim();
  ({ paths } = (await (await fetch(victim.api('/openapi.json'))).json()) as { paths: typeof paths });
});

afterAll(() => victim?.stop());

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** An address of the kind that the description names, with nothing behind it. */
const example = (template: string) =>
  template.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');

describe('the description', () => {
  it('lists every route that the code declares', () => {
    const source = path.resolve(import.meta.dirname, '../api');
    const declared = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(path.join(source, file), 'utf8').matchAll(
            /\bapi\.(?:get|post|put|patch|delete)(?:<[^(]*>)?\(\s*'(\/[^'*]*)'/g,
          ),
        ].map((match) => `/api${(match[1] ?? '').replaceAll(/:(\w+)/g, '{$1}')}`),
      )
      .filter((address) => address !== '/api/openapi.json');
    expect(declared.length).toBeGreaterThan(10);
    expect(declared.filter((address) => paths[address] === undefined)).toEqual([]);
  });

  it('says of every operation what it does and how it refuses', () => {
    const operations = Object.entries(paths).flatMap(([address, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${address}`, operation })),
    );
    expect(operations.length).toBeGreaterThan(10);
    for (const { name, operation } of operations)
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\S/)]);
  });

  it('names one version of the platform, and none that is older or to come', () => {
    const versions = new Set(Object.keys(paths).flatMap((address) => address.match(/\/v\d+(?=\/)/g) ?? []));
    expect([...versions].filter((version) => version !== '/v1')).toEqual([]);
  });
});

describe('what is not described', () => {
  it('is not answered: every other method of every address is refused', async () => {
    const wrong: string[] = [];
    for (const [template, methods] of Object.entries(paths)) {
      const described = new Set(Object.keys(methods).map((method) => method.toUpperCase()));
      for (const method of METHODS.filter((one) => !described.has(one))) {
        const answer = await fetch(`${victim.product.url}${example(template)}`, { method });
        await answer.arrayBuffer();
        if (answer.status !== 405) wrong.push(`${method} ${template} ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '/v0/session',
    '/v2/session',
    '/beta/assess',
    '/internal/assess',
    '/test/reset',
    '/users',
    '/admin',
    '/swagger',
    '/swagger-ui',
    '/documentation',
    '/graphql',
    '/rpc',
    '/assess/',
    '/ASSESS',
    '/assess;v=2',
    '/assess.json',
    '//assess',
  ])('%s leads nowhere', async (address) => {
    const answer = await fetch(victim.api(address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([404, 405]).toContain(answer.status);
  });
});
