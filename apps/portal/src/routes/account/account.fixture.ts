import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Product, startProduct } from '../../../../../testing/product/index.ts';

const COMMAND = path.resolve(import.meta.dirname, '../../../../cli/bin/testamur.js');

/** A product with a database of its own, and the secret of the link that was printed at its console. */
export type Founded = {
  readonly product: Product;
  readonly secret: string;
  /** Its data; letters are files in `mail`. */
  readonly folder: string;
  stop(): Promise<void>;
};

export async function foundProduct(): Promise<Founded> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-account-'));
  const { DATABASE_URL: _ours, ...environment } = process.env;
  const invited = spawnSync(process.execPath, [COMMAND, 'admin', 'invite', '--data', folder, '--json'], {
    encoding: 'utf8',
    env: { ...environment, NODE_OPTIONS: '' },
  });
  if (invited.status !== 0) throw new Error(`${invited.stdout}${invited.stderr}`);
  const { link } = JSON.parse(invited.stdout) as { readonly link: string };
  const product = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '100000' });
  return {
    product,
    secret: new URL(link).hash.slice(1),
    folder,
    stop: async () => {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
