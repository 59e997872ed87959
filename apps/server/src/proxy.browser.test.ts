import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage, startBrowser } from '@testamur/testing/browser';
import { type Product, type ReverseProxy, startProduct, startProxy } from '@testamur/testing/product';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildPortalFor } from '../../../testing/setup/base-path.ts';

const BASE_PATH = '/testamur';
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-proxy-'));
let product: Product;
let proxy: ReverseProxy;

beforeAll(async () => {
  product = await startProduct({
    TESTAMUR_DATA: folder,
    TRUST_PROXY: '127.0.0.1',
    BASE_PATH,
    PORTAL_OUT: buildPortalFor(BASE_PATH),
    REQUESTS_PER_MINUTE: '100000',
  });
  proxy = await startProxy(product.url.replace(BASE_PATH, ''), (host) => ({
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '198.51.100.7',
  }));
});

afterAll(async () => {
  await proxy?.stop();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('behind a proxy, below a path', () => {
  it('shows its pages with every script and style, and no fault', async () => {
    const browser = await startBrowser(inject('browserFile'));
    const watched = await openPage(browser, `${proxy.url}${BASE_PATH}/`);
    await watched.page.waitForLoadState('networkidle');
    expect(await watched.page.locator('header a').first().getAttribute('href')).toMatch(
      /^(\.\/|\/testamur\/)$/,
    );
    expect(watched.faults).toEqual([]);
    await browser.close();
  });

  it('serves the API below the path, and nothing of it elsewhere', async () => {
    expect((await fetch(`${proxy.url}${BASE_PATH}/api/health/live`)).status).toBe(200);
    expect((await fetch(`${proxy.url}/api/health/live`)).status).toBe(404);
  });

  it.each(['/', BASE_PATH])('leads a visitor of %s to the home page', async (address) => {
    const answer = await fetch(`${proxy.url}${address}`, { redirect: 'manual' });
    expect([302, 308]).toContain(answer.status);
    expect(answer.headers.get('location')).toBe(`${BASE_PATH}/`);
  });

  /** A form that a page sends is accepted only from the page's own origin, as the proxy tells it: https here. */
  const origins: { name: string; origin: (host: string) => string | undefined; refused: boolean }[] = [
    { name: 'our own origin, over https', origin: (host) => `https://${host}`, refused: false },
    {
      name: 'our own host over http, which is another origin',
      origin: (host) => `http://${host}`,
      refused: true,
    },
    { name: 'a foreign origin', origin: () => 'https://evil.example', refused: true },
    { name: 'no origin', origin: () => undefined, refused: true },
  ];
  it.each(origins)('treats a form from $name rightly', async ({ origin, refused }) => {
    const from = origin(proxy.host);
    const answer = await fetch(`${proxy.url}${BASE_PATH}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(from ? { origin: from } : {}) },
      body: 'a=b',
    });
    // The home page takes no form: 405 says that the origin was accepted.
    expect(answer.status).toBe(refused ? 403 : 405);
  });
});

describe('without a trusted proxy', () => {
  it('does not believe forwarded headers, or our own names for them', async () => {
    const url = inject('productUrl');
    const answer = await fetch(`${url}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-testamur-host': 'evil.example',
        'x-testamur-protocol': 'https',
      },
      body: 'a=b',
    });
    expect(answer.status).toBe(403);
  });

  it('takes a form from its own origin over http', async () => {
    const url = inject('productUrl');
    const answer = await fetch(`${url}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
      body: 'a=b',
    });
    expect(answer.status).toBe(405);
  });
});
