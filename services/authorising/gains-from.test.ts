import { expect, it } from 'vitest';
import { gainsFrom } from './gains-from.ts';

const [SHE, OTHER] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

it.each([
  ['a role is given to her', 'people.assign-role', { personId: SHE, role: 'officer' }, true],
  ['a role is given to another', 'people.assign-role', { personId: OTHER, role: 'officer' }, false],
  ['a role is lent to her', 'people.delegate-role', { to: SHE, role: 'administrator' }, true],
  ['a role is lent to another', 'people.delegate-role', { to: OTHER, personId: SHE }, false],
  ['somebody is invited', 'people.invite-member', { invitedAs: SHE, personId: SHE }, false],
  ['it is about nobody', 'people.create-service-account', { name: 'n', scopes: [] }, false],
  ['the values are no object', 'people.assign-role', SHE, false],
  ['there are no values', 'people.assign-role', null, false],
] as const)('an approver gains, or not, where %s', (_where, act, content, gains) => {
  expect(gainsFrom(SHE, act, content)).toBe(gains);
});
