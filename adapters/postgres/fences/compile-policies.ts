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
    .map((rows) => ({ rows, own: distinct(arms.filter((arm) => arm.rows === rows)) }))
    .map(
      ({ rows, own }) =>
        `((${ROW_CONDITIONS_IN_SQL[rows]})\n      AND (SELECT ${own.map(permission).join('\n        OR ')}))`,
    )
    .join('\n    OR ');
  const clause = operation === 'create' ? `WITH CHECK (${condition})` : `USING (${condition})`;
  return `CREATE POLICY ${resource}_${operation} ON ${resource} FOR ${COMMANDS[operation]} TO testamur_app\n    ${clause};`;
}

/** An act that changes rows and reads the same ones has asked twice. */
const distinct = (arms: readonly Arm[]): readonly Arm[] =>
  arms.filter((arm, place) => arms.findIndex((one) => one.act === arm.act) === place);

const inPlatform = (rule: ActRule): string =>
  rule.who.includes('console')
    ? "(fence.in_kind('platform') OR fence.holds('{console}'))"
    : "fence.in_kind('platform')";

/** Whether the transaction may do the act at all; for records that are no tables of ours. */
export const mayAct = (act: ActName): string => standing(act).join(' AND ');

function permission({ act, operation, resource }: Arm): string {
  const rule = ruleOf(act);
  const isReviewed = rule.fourEyes && operation !== 'read' && resource !== 'approval_uses';
  return [
    ...standing(act),
    ...(isReviewed ? ['fence.is_reviewed()'] : []),
    ...(rule.vouches && operation !== 'read' ? ['(fence.halted()).scope IS NULL'] : []),
  ].join(' AND ');
}

function standing(act: ActName): readonly string[] {
  const rule = ruleOf(act);
  return [
    `fence.act() = '${act}' AND fence.holds('{${rule.who.join(',')}}')`,
    ...(rule.scope === 'organisation' ? ['fence.in_organisation()'] : []),
    ...(rule.scope === 'tenant' ? ['fence.organisation() IS NOT NULL'] : []),
    ...(rule.platformOnly ? [inPlatform(rule)] : []),
  ];
}
