import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfSchema } from './check-schema.fixture.ts';
import { makeSmallApi, type SmallApi } from './small-api.fixture.ts';

type Operation = {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: object }>> }>
  >;
};
type Description = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

let api: SmallApi;
let description: Description;
let operations: { name: string; path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  api = await makeSmallApi();
  description = (await api.app.inject('/api/openapi.json')).json() as Description;
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ path, method, operation },
      name: `${method.toUpperCase()} ${path}`,
    })),
  );
});

afterAll(() => api.app.close());

describe('the description of the interface', () => {
  it('is OpenAPI 3.1 with title and version', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d$/);
    expect(description.info).toMatchObject({ title: 'Testamur', version: '1.2.3' });
  });

  it('lists every route of the program that answers, and nothing else', async () => {
    const made = api.routes
      .flatMap(({ method, url }) => [method].flat().map((each) => ({ method: each, url })))
      // HEAD comes with every GET; the description does not describe itself; the last route is for what is not there.
      .filter(({ method, url }) => method !== 'HEAD' && !['/api/openapi.json', '/api/*'].includes(url));
    const answering: string[] = [];
    for (const { method, url } of made) {
      const { statusCode } = await api.app.inject({
        method: method as 'GET',
        url: url.replaceAll(/[:*]/g, ''),
      });
      if (statusCode !== 405) answering.push(`${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    }
    expect(answering.length).toBeGreaterThan(10);
    expect(operations.map(({ name }) => name).sort()).toEqual(answering.sort());
  });

  it('says of every operation what it does, under a tag that is explained', () => {
    const tags = description.tags.map(({ name }) => name);
    for (const { name, operation } of operations) {
      expect(operation.summary, name).toBeTruthy();
      for (const tag of operation.tags ?? ['none']) expect(tags, name).toContain(tag);
    }
    expect(new Set(operations.flatMap(({ operation }) => operation.tags))).toEqual(new Set(tags));
  });

  it('describes the answer of every operation, and every refusal as a problem document', () => {
    for (const { name, operation } of operations) {
      const { 200: answer, 204: silence, ...refusals } = operation.responses;
      const isPrinted = name.includes('/documents/');
      const told = silence ? [] : [isPrinted ? 'application/pdf' : 'application/json'];
      expect(Object.keys((answer ?? silence)?.content ?? {}), name).toEqual(told);
      expect(answer === undefined || silence === undefined, name).toBe(true);
      for (const [status, { content }] of Object.entries(refusals)) {
        if (status === '304') continue;
        expect(content, `${name} ${status}`).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
      }
    }
  });

  it('names every parameter of a path once, and no other', () => {
    for (const { name, path, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect(
        inPath.map((each) => `{${each.name}}`),
        name,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
      for (const parameter of inPath) expect(parameter.required, name).toBe(true);
    }
  });

  it('holds valid schemas only, each reference leading somewhere', () => {
    const names = Object.keys(description.components.schemas);
    const all = [
      ...Object.entries(description.components.schemas),
      ...operations.flatMap(({ name, operation }) => [
        ...(operation.parameters ?? []).map(({ schema }) => [name, schema] as const),
        ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => [name, schema] as const),
        ...Object.values(operation.responses).flatMap(({ content }) =>
          Object.values(content ?? {}).map(({ schema }) => [name, schema] as const),
        ),
      ]),
    ];
    expect(all.length).toBeGreaterThan(40);
    for (const [name, schema] of all)
      expect(
        faultsOfSchema(schema, (ref) => names.some((each) => ref === `#/components/schemas/${each}`)),
        name,
      ).toEqual([]);
  });

  it('has no schema that nothing uses', () => {
    const text = JSON.stringify(description);
    for (const name of Object.keys(description.components.schemas))
      expect(text, name).toContain(`"#/components/schemas/${name}"`);
  });

  it('tells what is sent to be judged', () => {
    const body = description.paths['/api/assess']?.post?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({ required: ['dossier'], additionalProperties: false });
  });
});

describe('a published schema', () => {
  it.each(['assessment', 'dossier', 'plan', 'problem', 'reaches', 'reverse-reach'])(
    '%s is valid and needs no other',
    async (name) => {
      const schema = (await api.app.inject(`/api/schemas/${name}`)).json() as { $defs?: object };
      const names = Object.keys(schema.$defs ?? {});
      expect(faultsOfSchema(schema, (ref) => names.some((each) => ref === `#/$defs/${each}`))).toEqual([]);
    },
  );
});

describe('the checker of schemas, so that it can fail', () => {
  it.each([
    ['a keyword that does not exist', { typ: 'string' }, '/typ'],
    ['a type that does not exist', { type: 'text' }, '/type'],
    ['a reference to nowhere', { properties: { a: { $ref: '#/x' } } }, '/properties/a/$ref'],
    ['a pattern that does not compile', { items: { pattern: '(' } }, '/items/pattern'],
    ['a required member that is not described', { properties: {}, required: ['a'] }, '/required'],
    ['a list of schemas that is empty', { anyOf: [] }, '/anyOf'],
    ['a bound that is no number', { minimum: '1' }, '/minimum'],
  ])('finds %s', (_name, schema, at) => {
    expect(faultsOfSchema(schema, () => false)).toEqual([at]);
  });
});
