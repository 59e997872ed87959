import type pg from 'pg';
import type { RunStatements } from './database.ts';

/** A text that begins a transaction and fails in it would leave the connection to the next one as it is. */
export const statementsOn =
  (pool: pg.Pool): RunStatements =>
  async (text, values) => {
    const client = await pool.connect();
    try {
      return await client.query(text, values && values.length > 0 ? [...values] : undefined);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  };
