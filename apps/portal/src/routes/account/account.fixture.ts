import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Authenticator,
  giveAuthenticator,
  openPage,
  startBrowser,
  type WatchedPage,
} from '@testamur/testing/browser';
import { type Product, startProduct } from '@testamur/testing/product';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const COMMAND = path.resolve(import.meta.dirname, '../../../../cli/bin/testamur.js');

/** What an operator types at the machine: `runTestamur('backup', FOLDER, '--data', DATA)`. What it printed. */
export function runTestamur(...words: readonly string[]): string {
  const { DATABASE_URL: _ours, ...environment } = process.env;
  const ran = spawnSync(process.execPath, [COMMAND, ...words], {
    encoding: 'utf8',
    env: { ...environment, NODE_OPTIONS: '' },
  });
  if (ran.status !== 0) throw new Error(`${words.join(' ')}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}

/** A product with a database of its own, and the secret of the link that was printed at its console. */
export type Founded = {
  readonly product: Product;
  readonly secret: string;
  /** Its data; the keys of persons lie beside it. Everything is in `base`. */
  readonly data: string;
  readonly base: string;
  /** Ends the process. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export async function foundProduct(): Promise<Founded> {
  const base = mkdtempSync(path.join(tmpdir(), 'testamur-account-'));
  const data = path.join(base, 'data');
  const { link } = JSON.parse(runTestamur('admin', 'invite', '--data', data, '--json')) as {
    readonly link: string;
  };
  const start = (port: string) =>
    startProduct({ TESTAMUR_DATA: data, REQUESTS_PER_MINUTE: '100000', PORT: port });
  let product = await start('0');
  return {
    ...{ secret: new URL(link).hash.slice(1), data, base },
    get product() {
      return product;
    },
    halt: async () => {
      await product.stop();
    },
    start: async () => {
      product = await start(new URL(product.url).port);
    },
    stop: async () => {
      await product.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** What a test needs that opens pages of a new product: told at the head of a file, open from its first test to its last. */
export type FoundedPages = {
  readonly founded: Founded;
  /** The address of a path; an address stays what it is. */
  at(path: string): string;
  open(path: string, options?: BrowserContextOptions): Promise<WatchedPage>;
  /** In a browser with an authenticator of its own. */
  openWithAuthenticator(
    path: string,
    options?: BrowserContextOptions,
  ): Promise<WatchedPage & { readonly authenticator: Authenticator }>;
  /** Somebody who has just begun an account of her own, on its page. */
  beginAccount(name: string): Promise<WatchedPage & { readonly authenticator: Authenticator }>;
};

export function openFoundedPages(): FoundedPages {
  let browser: Browser;
  let founded: Founded;
  beforeAll(async () => {
    browser = await startBrowser(inject('browserFile'));
    founded = await foundProduct();
  });
  afterAll(async () => {
    await browser?.close();
    await founded?.stop();
  });
  const at = (address: string): string => new URL(address, founded.product.url).href;
  const open = (address: string, options?: BrowserContextOptions) => openPage(browser, at(address), options);
  const openWithAuthenticator: FoundedPages['openWithAuthenticator'] = async (address, options) => {
    const watched = await open('/about', options);
    const authenticator = await giveAuthenticator(watched.page);
    await watched.page.goto(at(address));
    return { ...watched, authenticator };
  };
  return {
    get founded() {
      return founded;
    },
    ...{ at, open, openWithAuthenticator },
    beginAccount: async (name) => {
      const watched = await openWithAuthenticator('/join');
      await watched.page.getByLabel('Your name').fill(name);
      await watched.page.getByRole('button', { name: 'Make a passkey and begin' }).click();
      await watched.page.getByText(`You are signed in as ${name}.`).waitFor();
      return watched;
    },
  };
}
