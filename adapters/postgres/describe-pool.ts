import type pg from 'pg';
import type { PoolState } from './database.ts';

export const describePool = (pool: pg.Pool): PoolState => ({
  open: pool.totalCount,
  idle: pool.idleCount,
  waiting: pool.waitingCount,
  most: pool.options.max ?? 0,
});
