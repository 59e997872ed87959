import { describe, expect, it } from 'vitest';
import { authoriseByMatrix } from './authorise.ts';
import { type ActName, ruleOf } from './matrix.ts';
import type { Actor, Request } from './request.ts';
import { NO_STANDING, rolesOf, type StandingRows } from './standing.ts';

const AT = '2026-11-22T12:00:00.000Z';
const person: Actor = { kind: 'person', id: '00000000-0000-4000-8000-000000000001' };
const program: Actor = { kind: 'service-account', id: '00000000-0000-4000-8000-000000000002' };
const request = (actor: Actor, more: Partial<Request> = {}): Request => ({
  actor,
  at: AT,
  provedAt: AT,
  site: 'test',
  ...more,
});
const inSchool: StandingRows = { ...NO_STANDING, organisationKind: 'school', isMember: true };

describe('the roles that count', () => {
  it.each<[string, Actor, Partial<StandingRows>, readonly string[]]>([
    ['of nobody', { kind: 'anonymous' }, { roles: ['administrator'] }, ['anonymous']],
    ['of the console', { kind: 'console' }, { roles: ['administrator'] }, ['console']],
    ['of a stranger', person, { isMember: false }, ['person']],
    ['of a member', person, { roles: ['member', 'officer'] }, ['person', 'member', 'officer']],
    [
      'of somebody who has left, whatever rows remain',
      person,
      { isMember: false, roles: ['administrator'] },
      ['person'],
    ],
    [
      'of a program without the scope',
      program,
      { account: { scopes: ['people.list-members'], disabled: false } },
      [],
    ],
    [
      'of a program with it',
      program,
      { account: { scopes: ['auditing.list-events'], disabled: false } },
      ['service-account'],
    ],
    [
      'of a program that was stopped',
      program,
      { account: { scopes: ['auditing.list-events'], disabled: true } },
      [],
    ],
  ])('%s', (_who, actor, rows, roles) => {
    expect(rolesOf(request(actor), { ...inSchool, ...rows }, 'auditing.list-events')).toEqual(roles);
  });

  it.each([
    ['before it begins', '2026-11-22T12:00:00.001Z', '2026-12-01T00:00:00.000Z', false, false],
    ['at its first instant', AT, '2026-12-01T00:00:00.000Z', false, true],
    ['at its end', '2026-11-01T00:00:00.000Z', AT, false, false],
    ['taken back', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z', true, false],
  ])('of a delegation %s', (_when, from, until, revoked, counts) => {
    const rows = { ...inSchool, delegated: [{ role: 'auditor' as const, from, until, revoked }] };
    expect(rolesOf(request(person), rows, 'x').includes('auditor')).toBe(counts);
  });
});

describe('the check of services', () => {
  const ask = (
    act: ActName,
    rows: Partial<StandingRows>,
    more: Partial<Request> = {},
    actor: Actor = person,
  ) =>
    authoriseByMatrix({
      act,
      rule: ruleOf(act),
      request: request(actor, more),
      standing: { ...inSchool, ...rows },
    })?.code;

  it.each<[string, string | undefined, string | undefined]>([
    ['an administrator assigns a role', ask('people.assign-role', { roles: ['administrator'] }), undefined],
    ['an officer does not', ask('people.assign-role', { roles: ['officer'] }), 'AUTHORISING_FORBIDDEN'],
    [
      'nobody is told to sign in',
      ask('people.assign-role', {}, {}, { kind: 'anonymous' }),
      'AUTHORISING_SIGN_IN',
    ],
    [
      'an operator of a school verifies nothing',
      ask('institutions.verify-organisation', { roles: ['operator'] }),
      'AUTHORISING_FORBIDDEN',
    ],
    [
      'an operator of the platform does',
      ask('institutions.verify-organisation', { roles: ['operator'], organisationKind: 'platform' }),
      undefined,
    ],
    [
      'a role counts in an organisation only',
      ask('people.list-members', { roles: ['auditor'], organisationKind: undefined }),
      'AUTHORISING_FORBIDDEN',
    ],
    [
      'a proof of eleven minutes ago is stale',
      ask('people.assign-role', { roles: ['administrator'] }, { provedAt: '2026-11-22T11:49:00.000Z' }),
      'AUTHORISING_STEP_UP',
    ],
    [
      'a proof from the future is none',
      ask('people.assign-role', { roles: ['administrator'] }, { provedAt: '2026-11-22T12:01:00.000Z' }),
      'AUTHORISING_STEP_UP',
    ],
  ])('%s', (_claim, code, expected) => {
    expect(code).toBe(expected);
  });
});
