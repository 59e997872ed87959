import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyDataFolder } from '@testamur/testing/postgres';
import { type Product, startProduct } from '@testamur/testing/product';
import { inject } from 'vitest';

export type Victim = {
  readonly product: Product;
  /** The address of something below /api. */
  api(address: string): string;
  /** Bytes as they are, on a connection of their own; everything that comes back until it is closed or `ms` have passed. */
  raw(bytes: string, ms?: number): Promise<string>;
  stop(): Promise<void>;
};

/** The server as it ships, on the embedded database, in a folder of its own. */
export async function startVictim(environment: Readonly<Record<string, string>> = {}): Promise<Victim> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-attack-'));
  const data = copyDataFolder(inject('preparedFolder'), path.join(folder, 'data'));
  const product = await startProduct({
    TESTAMUR_DATA: data,
    REQUESTS_PER_MINUTE: '1000000',
    ...environment,
  });
  return {
    product,
    api: (address) => `${product.url}/api${address}`,
    raw: (bytes, ms) => exchange(product.url, bytes, ms),
    stop: async () => {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function exchange(url: string, bytes: string, ms = 2_000): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    const late = setTimeout(() => socket.destroy(), ms);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      clearTimeout(late);
      resolve(text);
    });
  });
}
