import { ACTS, type ActName, ALWAYS, ANNOUNCED, REVIEWED, ruleOf } from './matrix.ts';
import { RESOURCES, ROW_CONDITIONS, type Touch } from './resources.ts';
import { MEMBER_ROLES, PLAIN_ROLES, ROLE_MEANINGS, type Role } from './roles.ts';

/** `docs/authorisation.md`: the matrix for people. */
export function describeMatrix(): string {
  return [
    '# Who may do what',
    '',
    'Made from `services/authorising/matrix.ts` by `scripts/write-authorisation.ts`; a test compares the two. From the same table come the',
    'checks in services and the row-level security of the database. What is not in it is forbidden.',
    '',
    ...describeRoles(),
    ...describeActs(),
    ...describeTouches(),
  ].join('\n');
}

function describeRoles(): readonly string[] {
  const line = (role: Role) => `| ${role} | ${ROLE_MEANINGS[role]} |`;
  return [
    '## Roles',
    '',
    '| role | who that is |',
    '|---|---|',
    ...[...MEMBER_ROLES, ...PLAIN_ROLES].map(line),
    '',
  ];
}

function describeActs(): readonly string[] {
  const line = (act: ActName) => {
    const rule = ruleOf(act);
    const limits = [
      ...(rule.scope === 'organisation' ? ['in an organisation where the role is held'] : []),
      ...(rule.scope === 'tenant' ? ['for an organisation or a person’s own tenant'] : []),
      ...(rule.platformOnly ? ['the platform’s own organisation only'] : []),
      ...(rule.fourEyes ? ['four eyes where the organisation says so'] : []),
      ...(rule.stepUp ? ['fresh proof of identity'] : []),
      ...(rule.isPublic ? ['leaves an entry in the public log'] : []),
      ...(rule.vouches ? ['stopped by a halt of issuing'] : []),
      ...(rule.goesOn ? ['stopped by no halt'] : []),
      ...(rule.told ? ['programs of the organisation may be told'] : []),
    ];
    return `| \`${act}\` | ${rule.summary} | ${rule.who.join(', ')} | ${limits.join('; ')} |`;
  };
  return ['## Acts', '', '| act | what it does | who | limits |', '|---|---|---|---|', ...ACTS.map(line), ''];
}

function describeTouches(): readonly string[] {
  const say = ([resource, operation, rows]: Touch) =>
    `| ${resource} | ${operation} | ${ROW_CONDITIONS[rows]} |`;
  const head = ['| records | may | which rows |', '|---|---|---|'];
  return [
    '## Records',
    '',
    '| records | what they hold |',
    '|---|---|',
    ...Object.entries(RESOURCES).map(([name, holds]) => `| ${name} | ${holds} |`),
    '',
    '## What each act touches',
    '',
    'Every act may read the standing of its own actor:',
    '',
    ...head,
    ...ALWAYS.map(say),
    '',
    'An act that may need four eyes also:',
    '',
    ...head,
    ...REVIEWED.map(say),
    '',
    'An act that is public also:',
    '',
    ...head,
    ...ANNOUNCED.map(say),
    '',
    ...ACTS.filter((act) => ruleOf(act).touches.length > 0).flatMap((act) => [
      `### \`${act}\``,
      '',
      ...head,
      ...ruleOf(act).touches.map(say),
      '',
    ]),
  ];
}
