import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../postgres/index.ts';
import { startBalancer } from './start-balancer.ts';
import { type Product, startProduct } from './start-product.ts';

export type Three = {
  /** Shares connections out between the two that answer. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly webs: readonly Product[];
  readonly worker: Product;
  stop(): Promise<void>;
};

/** Two processes that answer and one that works, started at the same time on one new PostgreSQL. */
export async function startThree(environment: Readonly<Record<string, string>> = {}): Promise<Three> {
  const postgres = await startPostgres();
  const base = mkdtempSync(path.join(tmpdir(), 'testamur-three-'));
  const start = (name: string, role: string) =>
    startProduct({
      ...{ TESTAMUR_DATA: path.join(base, name), DATABASE_URL: postgres.url, TESTAMUR_ROLE: role },
      ...{ OPERATIONS_PORT: '0', ...environment },
    });
  const started = await Promise.all([start('one', 'web'), start('two', 'web'), start('worker', 'worker')]);
  const [one, two, worker] = started;
  const balancer = await startBalancer([one.url, two.url]);
  return {
    url: balancer.url,
    databaseUrl: postgres.url,
    webs: [one, two],
    worker,
    stop: async () => {
      await balancer.stop();
      await Promise.all(started.map((product) => product.stop()));
      await postgres.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
