import { columnsOf, PERSONAL_DATA } from '@testamur/services/privacy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE, TENANT_TABLES } from '../platform/catalogue.ts';
import { ENGINES, type Opened } from './engines.fixture.ts';

describe.each(ENGINES)('the catalogue of personal data on $name', ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('names every column of every table once, and none that is not there', async () => {
    const rows = await opened.look<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const named = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) =>
      columnsOf(entry).map(({ column }) => `${table}.${column}`),
    );
    expect([...named].sort()).toEqual(rows.map((row) => row.name).sort());
  });

  it('lets every free text about people into the database enciphered only', async () => {
    const constraints = await opened.look<{ name: string; definition: string }>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname LIKE '%\\_sealed'`,
    );
    const sealed = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) =>
      Object.keys(entry.sealed?.columns ?? {}).map((column) => `${table}_${column}_sealed`),
    );
    expect(constraints.map((one) => one.name).sort()).toEqual([...sealed].sort());
    expect(constraints.filter((one) => !one.definition.includes("'sealed:1:%'"))).toEqual([]);
  });
});

describe('what reads of are noted', () => {
  it('is every table that the catalogue calls personal and that no stranger may read anyhow', () => {
    const open = ['public', 'nobody else'];
    const personal = TENANT_TABLES.filter((table) => {
      const entry = PERSONAL_DATA[table];
      const words = Object.keys(entry?.sealed?.columns ?? {}).length > 0;
      return words && !entry?.recipients.some((one) => open.includes(one));
    });
    expect(personal.filter((table) => !CATALOGUE[table].isPersonal)).toEqual([]);
    expect(personal.length).toBeGreaterThan(8);
  });
});
