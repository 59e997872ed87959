import { RESOURCES } from '@testamur/services/authorising';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE, TENANT_TABLES } from '../platform/catalogue.ts';
import { ENGINES, type Opened } from './engines.fixture.ts';

/** Belong to no tenant: reference data, the one order of the public log, and what migrations keep of themselves. */
const NO_TENANT = [
  // Counts of the moment, under keyed hashes.
  'allowances',
  'kysely_migration',
  'kysely_migration_lock',
  'log_lease',
  'log_positions',
  'reference_item',
  'reference_set',
  'schema_fences',
  // Of the platform itself, for no request.
  'shared_secrets',
];
/** Of tenants, but of no request: only the keeper's functions touch them. */
const KEEPERS = ['audit_heads', 'idempotency_keys'];

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
};
type Index = {
  readonly table: string;
  readonly index: string;
  readonly kind: string;
  readonly unique: boolean;
  readonly columns: string[];
};

/** Read from the catalogue of the database itself: what a migration said does not count, what is there does. */
describe.each(ENGINES)('the schema on $name keeps the door to many machines open', ({ open }) => {
  let opened: Opened;
  let tables: string[];
  let columns: Column[];
  let indexes: Index[];

  beforeAll(async () => {
    opened = await open();
    tables = (
      await opened.look<{ name: string }>(`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`)
    ).map((row) => row.name);
    columns =
      await opened.look<Column>(`SELECT table_name AS table, column_name AS column, udt_name AS type, is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public'`);
    indexes =
      await opened.look<Index>(`SELECT t.relname AS table, i.relname AS index, a.amname AS kind, x.indisunique AS unique,
        ARRAY(SELECT c.attname::text FROM unnest(x.indkey) WITH ORDINALITY AS k(attnum, place)
          JOIN pg_attribute c ON c.attrelid = x.indrelid AND c.attnum = k.attnum ORDER BY place) AS columns
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_am a ON a.oid = i.relam
      WHERE t.relnamespace = 'public'::regnamespace`);
  });
  afterAll(() => opened?.close());

  const ofTenants = () => tables.filter((name) => !NO_TENANT.includes(name));

  it('knows every table: catalogue, matrix and database name the same', () => {
    expect(ofTenants()).toEqual([...TENANT_TABLES, ...KEEPERS].sort());
    expect(Object.keys(RESOURCES).sort()).toEqual([...TENANT_TABLES].sort());
    expect(tables.filter((name) => NO_TENANT.includes(name))).toEqual(NO_TENANT);
  });

  it('puts the organisation first in every primary key, and in every other unique key', () => {
    const unique = indexes.filter((one) => one.unique && ofTenants().includes(one.table));
    expect(unique.filter((one) => one.columns[0] !== 'organisation_id')).toEqual([]);
    expect(ofTenants().filter((name) => !unique.some((one) => one.table === name))).toEqual([]);
  });

  it('has the keys of the catalogue', () => {
    for (const name of TENANT_TABLES) {
      const key = indexes.find((one) => one.index === `${name}_pkey`);
      expect([name, key?.columns]).toEqual([name, CATALOGUE[name].key]);
    }
  });

  it('has UUIDs for ids, and no counter anywhere', async () => {
    // What an outside party names its own things is no id of ours.
    const foreign = ['credential_id'];
    const ids = columns.filter(
      (one) => ofTenants().includes(one.table) && one.column.endsWith('_id') && !foreign.includes(one.column),
    );
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((one) => one.type !== 'uuid')).toEqual([]);
    expect(
      columns.filter(
        (one) => ofTenants().includes(one.table) && one.column === 'organisation_id' && one.nullable,
      ),
    ).toEqual([]);
    expect(
      await opened.look(
        `SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
  });

  it('has no exclusion constraint, and B-tree indexes only', async () => {
    expect(await opened.look(`SELECT conname FROM pg_constraint WHERE contype = 'x'`)).toEqual([]);
    expect(indexes.filter((one) => one.kind !== 'btree')).toEqual([]);
  });

  it('lets no foreign key reach into another tenant', async () => {
    const keys = await opened.look<{ name: string; from: string[]; to: string[] }>(`SELECT c.conname AS name,
        ARRAY(SELECT a.attname::text FROM unnest(c.conkey) k(n) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n) AS "from",
        ARRAY(SELECT a.attname::text FROM unnest(c.confkey) k(n) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n) AS "to"
      FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conrelid::regclass::text <> 'reference_item'`);
    expect(keys.length).toBeGreaterThan(15);
    expect(
      keys.filter((key) => !key.from.includes('organisation_id') || !key.to.includes('organisation_id')),
    ).toEqual([]);
  });

  it('forces row-level security on every table of tenants, and owns none of them as a request', async () => {
    const rows = await opened.look<{
      name: string;
      forced: boolean;
      policies: number;
      owner: string;
    }>(`SELECT c.relname AS name,
        c.relrowsecurity AND c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner)::text AS owner,
        (SELECT count(*)::int FROM pg_policies p WHERE p.tablename = c.relname) AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    const fenced = rows.filter((row) => ofTenants().includes(row.name));
    expect(
      fenced.filter((row) => !row.forced || row.policies === 0 || row.owner.startsWith('testamur_app')),
    ).toEqual([]);
    const role =
      await opened.look(`SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin AS strong
      FROM pg_roles WHERE rolname IN ('testamur_app', 'testamur_keeper')`);
    expect(role).toEqual([{ strong: false }, { strong: false }]);
  });

  it('lets requests add to no audit trail, nor change, empty or redefine anything', async () => {
    const grants = await opened.look<{
      table: string;
      privilege: string;
    }>(`SELECT table_name AS table, privilege_type AS privilege
      FROM information_schema.role_table_grants WHERE grantee = 'testamur_app' AND table_schema = 'public'`);
    expect(grants.filter((one) => one.table === 'audit_events')).toEqual([
      { table: 'audit_events', privilege: 'SELECT' },
    ]);
    expect(grants.filter((one) => [...KEEPERS, 'allowances'].includes(one.table))).toEqual([]);
    expect(grants.filter((one) => ['TRUNCATE', 'REFERENCES', 'TRIGGER'].includes(one.privilege))).toEqual([]);
    expect(
      grants.filter((one) => one.table.startsWith('reference_')).every((one) => one.privilege === 'SELECT'),
    ).toBe(true);
    const callable = await opened.look<{ name: string }>(`SELECT p.proname AS name FROM pg_proc p
      WHERE p.pronamespace = 'fence'::regnamespace AND has_function_privilege('testamur_app', p.oid, 'EXECUTE')
        AND p.provolatile = 'v' ORDER BY 1`);
    expect(callable.map((row) => row.name)).toEqual([
      'claim_request',
      'keep_answer',
      'keep_outcome',
      'recall_outcome',
      'record_event',
      'release_request',
      'retry_job',
      'take_allowance',
      'take_turn',
    ]);
  });

  it('rests on no advisory lock and no notification, and every function that sees more keeps its search path', async () => {
    const functions = await opened.look<{
      name: string;
      source: string;
      definer: boolean;
      settings: string[] | null;
    }>(`SELECT proname AS name,
        prosrc AS source, prosecdef AS definer, proconfig AS settings FROM pg_proc WHERE pronamespace = 'fence'::regnamespace`);
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.filter((one) => /advisory|notify|listen/i.test(one.source))).toEqual([]);
    expect(
      functions
        .filter((one) => one.definer && !one.settings?.some((text) => text.startsWith('search_path=')))
        .map((one) => one.name),
    ).toEqual([]);
  });

  it('watches every table that requests change: one trigger per kind of change', async () => {
    const triggers = await opened.look<{
      table: string;
      count: number;
    }>(`SELECT tgrelid::regclass::text AS table, count(*)::int AS count
      FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'note_%' AND tgenabled = 'O' GROUP BY 1 ORDER BY 1`);
    const watched = TENANT_TABLES.filter((name) => name !== 'audit_events');
    expect(triggers).toEqual([...watched].sort().map((table) => ({ table, count: 3 })));
  });
});
