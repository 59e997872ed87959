import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Product, startProduct } from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/api.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-page-'));
let product: Product;

beforeAll(async () => {
  product = await startProduct({ TESTAMUR_DATA: folder });
});

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Example = { readonly name: string; readonly command: string; readonly answer: unknown };

/** Each command of the page with the answer that stands below it. */
const examples: readonly Example[] = [...page.matchAll(/```sh\n(.*?)\n```\n```json\n(.*?)\n```/gs)].map(
  ([, command = '', answer = '']) => ({
    name: /api\/[^\s']*/.exec(command)?.[0] ?? command,
    command,
    answer: JSON.parse(answer) as unknown,
  }),
);

/** As much of a shell and of curl as the page uses: words, single quotes, `-H` and `-d`. */
function run(command: string): Promise<Response> {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const [program, silent, ...rest] = words;
  expect([program, silent]).toEqual(['curl', '-s']);
  const headers: Record<string, string> = {};
  let [address, body] = ['', undefined as string | undefined];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '-H') {
      const [name = '', value = ''] = (rest.shift() ?? '').split(': ');
      headers[name] = value;
    } else if (word === '-d') body = rest.shift();
    else address = word.replace('http://localhost:8080', product.url);
  }
  return fetch(address, body === undefined ? { headers } : { method: 'POST', headers, body });
}

describe('the page of the interface', () => {
  it('has an answer below every command', () => {
    expect(examples).toHaveLength(page.match(/```sh/g)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)('shows what $name answers', async ({ command, answer }) => {
    const answered = await (await run(command)).json();
    if (Array.isArray(answer)) expect(answered).toHaveLength(answer.length);
    expect(answered).toMatchObject(answer as object);
  });

  it('names every address of the description', async () => {
    const { paths } = (await (await fetch(`${product.url}/api/openapi.json`)).json()) as { paths: object };
    // Files for the portal's own use are described, and not for this page.
    const told = Object.keys(paths).filter((address) => !address.startsWith('/api/registry'));
    for (const address of told) expect(page).toContain(address.replace(/\{school\}/, '{id}'));
  });

  it('lists every published schema', async () => {
    const answer = await fetch(`${product.url}/api/schemas/none`);
    const { hint } = (await answer.json()) as { hint: string };
    for (const name of hint.replace('There are: ', '').replace('.', '').split(', '))
      expect(page).toContain(`\`${name}\``);
  });
});
