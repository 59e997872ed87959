import {
  ACTS,
  type ActName,
  type ActRule,
  type Operation,
  type Resource,
  type RowCondition,
  ruleOf,
  touchesOf,
} from '@testamur/services/authorising';
import { ROW_CONDITIONS_IN_SQL } from './row-conditions.ts';

type Arm = {
  readonly resource: Resource;
  readonly operation: Operation;
  readonly rows: RowCondition;
  readonly act: ActName;
};

const COMMANDS = { read: 'SELECT', create: 'INSERT', change: 'UPDATE', remove: 'DELETE' } as const;
const OPERATIONS = Object.keys(COMMANDS) as readonly Operation[];

/** The second fence: one policy per table and command, out of the same matrix from which the services are checked. */
export function compilePolicies(resource: Resource): readonly string[] {
  const arms = listArms().filter((arm) => arm.resource === resource);
  return OPERATIONS.flatMap((operation) => {
    const own = arms.filter((arm) => arm.operation === operation);
    return own.length === 0 ? [] : [compilePolicy(resource, operation, own)];
  });
}

/** The commands that requests may give on a table at all. */
export function grantsOf(resource: Resource): readonly string[] {
  const operations = new Set(
    listArms()
      .filter((arm) => arm.resource === resource)
      .map((arm) => arm.operation),
  );
  return OPERATIONS.filter((operation) => operations.has(operation)).map((operation) => COMMANDS[operation]);
}

/** To change or remove a row one must see it: PostgreSQL asks the policy for SELECT too. */
function listArms(): readonly Arm[] {
  return ACTS.flatMap((act) =>
    touchesOf(act).flatMap(([resource, operation, rows]) => {
      const arm = { resource, operation, rows, act };
      return operation === 'change' || operation === 'remove'
        ? [arm, { ...arm, operation: 'read' as const }]
        : [arm];
    }),
  );
}

function compilePolicy(resource: Resource, operation: Operation, arms: readonly Arm[]): string {
  const condition = [...new Set(arms.map((arm) => arm.rows))]
    .map((rows) => {
      const acts = [...new Set(arms.filter((arm) => arm.rows === rows).map((arm) => arm.act))];
      return `((${ROW_CONDITIONS_IN_SQL[rows]})\n      AND (SELECT ${permission(acts, operation, resource)}))`;
    })
    .join('\n    OR ');
  const clause = operation === 'create' ? `WITH CHECK (${condition})` : `USING (${condition})`;
  return `CREATE POLICY ${resource}_${operation} ON ${resource} FOR ${COMMANDS[operation]} TO testamur_app\n    ${clause};`;
}

/** Short on purpose: every statement on the table is planned with it. */
function permission(acts: readonly ActName[], operation: Operation, resource: Resource): string {
  const writing = operation === 'read' ? [] : acts;
  const reviewed = resource === 'approval_uses' ? [] : writing.filter((act) => ruleOf(act).fourEyes);
  const vouching = writing.filter((act) => ruleOf(act).vouches);
  return [
    `fence.is_permitted('{${acts.join(',')}}')`,
    ...unless(reviewed, 'fence.is_reviewed()'),
    ...unless(vouching, '(fence.halted()).scope IS NULL'),
  ].join(' AND ');
}

/** What must hold for these acts and for no other. */
const unless = (acts: readonly ActName[], condition: string): readonly string[] =>
  acts.length === 0 ? [] : [`(fence.act() <> ALL ('{${acts.join(',')}}') OR ${condition})`];

/** Whether the transaction may do the act at all; for records that are no tables of ours. */
export const mayAct = (act: ActName): string => `fence.is_permitted('{${act}}')`;

/** Whether the act of the transaction is one of these, and the actor may do it where she does: the matrix as one function, whose plans a session keeps. */
export function compilePermission(): string {
  const arms = ACTS.map((act) => `      WHEN '${act}' THEN ${standing(ruleOf(act)).join(' AND ')}`);
  return `
  CREATE OR REPLACE FUNCTION fence.is_permitted(acts text[]) RETURNS boolean LANGUAGE plpgsql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    IF fence.act() IS NULL OR fence.act() <> ALL (acts) THEN RETURN false; END IF;
    RETURN CASE fence.act()
${arms.join('\n')}
      ELSE false END;
  END $$;`;
}

const standing = (rule: ActRule): readonly string[] => [
  `fence.holds('{${rule.who.join(',')}}')`,
  ...(rule.scope === 'organisation' ? ['fence.in_organisation()'] : []),
  ...(rule.scope === 'tenant' ? ['fence.organisation() IS NOT NULL'] : []),
  ...(rule.platformOnly ? [inPlatform(rule)] : []),
];

const inPlatform = (rule: ActRule): string =>
  rule.scope !== 'organisation' && rule.who.includes('console')
    ? "(fence.in_kind('platform') OR fence.holds('{console}'))"
    : "fence.in_kind('platform')";
