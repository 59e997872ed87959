import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressPage } from './compress-page.ts';

const TEXT = `<!doctype html>${'<p>The same again.</p>'.repeat(200)}`;
const page = (headers: Record<string, string> = { 'content-type': 'text/html' }) =>
  new Response(TEXT, { status: 404, headers });
const asking = (encoding?: string) =>
  new Request('https://example.org/', {
    headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
  });

describe('a page', () => {
  it('comes packed, with its status, and unpacks to itself', async () => {
    const answer = compressPage(asking('gzip, br'), page());
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([404, 'gzip']);
    expect(bytes.length).toBeLessThan(TEXT.length / 10);
    expect(gunzipSync(bytes).toString()).toBe(TEXT);
  });

  it.each([
    ['nothing', undefined],
    ['another coding', 'br'],
    ['gzip with the weight 0', 'gzip;q=0'],
    ['gzip with the weight 0.0', 'br, gzip; q=0.0'],
    ['a coding whose name begins alike', 'gzipped'],
  ])('comes as it is to whoever accepts %s, and caches learn of it', async (_who, encoding) => {
    const answer = compressPage(asking(encoding), page());
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(await answer.text()).toBe(TEXT);
  });

  it.each(['gzip', 'br;q=1.0, gzip;q=0.8', '*', 'identity;q=0.5, gzip;q=0.001'])(
    '%s takes gzip',
    (encoding) => {
      expect(compressPage(asking(encoding), page()).headers.get('content-encoding')).toBe('gzip');
    },
  );
});

it.each([
  ['what is no page', { 'content-type': 'application/json' }],
  ['what is packed already', { 'content-type': 'text/html', 'content-encoding': 'br' }],
])('%s is left alone', (_what, headers) => {
  const answer = page(headers);
  expect(compressPage(asking('gzip'), answer)).toBe(answer);
});
