import { sql, type Transaction } from 'kysely';
import { writeFences } from '../fences/write-fences.ts';
import type { Tables } from '../tables.ts';

type Fence = { readonly kind: string; readonly name: string; readonly text: string };

/** Carries the answer out of a transaction that must leave nothing behind. */
export class Undone {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    this.faults = faults;
  }
}

/**
 * Policies, triggers, functions and grants as they stand against those of this release. They are fitted once more in the transaction, the two states
 * are compared, and the caller undoes it all by the `Undone` that is thrown: a remembered hash would not notice what somebody changed by hand.
 */
export async function checkFences(trx: Transaction<Tables>): Promise<never> {
  await sql`SET LOCAL lock_timeout = '10s'`.execute(trx);
  const found = await listFences(trx);
  await sql.raw(writeFences()).execute(trx);
  await sql`SET LOCAL ROLE NONE`.execute(trx);
  const fitted = new Map((await listFences(trx)).map((one) => [keyOf(one), one]));
  const faults: string[] = [];
  for (const one of found) {
    const due = fitted.get(keyOf(one));
    fitted.delete(keyOf(one));
    if (due === undefined) faults.push(`the ${one.kind} ${one.name} does not belong here`);
    else if (due.text !== one.text) faults.push(`the ${one.kind} ${one.name} is not that of this release`);
  }
  for (const one of fitted.values()) faults.push(`the ${one.kind} ${one.name} is missing`);
  throw new Undone(faults);
}

const keyOf = ({ kind, name }: Fence): string => `${kind} ${name}`;

async function listFences(trx: Transaction<Tables>): Promise<readonly Fence[]> {
  const { rows } = await sql<Fence>`
    SELECT 'policy' AS kind, tablename || '.' || policyname AS name,
        concat_ws(' | ', cmd, permissive, roles::text, qual, with_check) AS text
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT 'row-level security', c.relname::text, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity)
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    UNION ALL SELECT 'trigger', t.tgrelid::regclass::text || '.' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'function', p.oid::regprocedure::text,
        pg_get_functiondef(p.oid) || ' ' || pg_get_userbyid(p.proowner) || ' ' || has_function_privilege('testamur_app', p.oid, 'EXECUTE')
      FROM pg_proc p WHERE p.pronamespace = 'fence'::regnamespace
    UNION ALL SELECT 'grant', grantee || ' on ' || table_name, string_agg(privilege_type, ', ' ORDER BY privilege_type)
      FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee IN ('testamur_app', 'testamur_keeper', 'PUBLIC') GROUP BY grantee, table_name
    ORDER BY 1, 2`.execute(trx);
  return rows;
}
