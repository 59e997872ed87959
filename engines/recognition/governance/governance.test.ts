import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Maintainers } from './maintainers.ts';
import { holdersOn, mayApprove } from './may-approve.ts';
import { parseMaintainers } from './parse-maintainers.ts';

const SOUND = {
  maintainers: 'GB',
  approvals: 1,
  roles: [
    { role: 'proposer', holder: 'vacant', since: '2026-11-22' },
    {
      role: 'approver',
      holder: 'A. Example',
      contact: 'mailto:a@example.org',
      from: '2026-01-01',
      to: '2027-01-01',
    },
  ],
};
const told = (value: unknown, file = 'maintainers/gb.yaml') =>
  parseMaintainers({ file, value }).problems.map(({ code, at }) => `${code} ${at.join('/')}`);
const withRole = (role: unknown) => ({ ...SOUND, roles: [role] });

describe('a file of maintainers', () => {
  it('is read', () =>
    expect(parseMaintainers({ file: 'maintainers/gb.yaml', value: SOUND }).maintainers).toEqual(SOUND));
  const refused: readonly (readonly [name: string, value: unknown, problem: string, file: string])[] = [
    [
      'a vacant role with a contact: nobody is there',
      withRole({ role: 'approver', holder: 'vacant', since: '2026-01-01', contact: 'mailto:a@example.org' }),
      'PACK_KEY_UNKNOWN roles/0/contact',
      'maintainers/gb.yaml',
    ],
    [
      'a holder whom nobody can reach',
      withRole({ role: 'approver', holder: 'A', from: '2026-01-01' }),
      'PACK_KEY_MISSING roles/0',
      'maintainers/gb.yaml',
    ],
    [
      'a contact that is no address',
      withRole({ role: 'approver', holder: 'A', contact: 'ring me', from: '2026-01-01' }),
      'PACK_VALUE roles/0/contact',
      'maintainers/gb.yaml',
    ],
    [
      'a term that ends as it begins',
      withRole({
        role: 'approver',
        holder: 'A',
        contact: 'mailto:a@b.org',
        from: '2026-01-01',
        to: '2026-01-01',
      }),
      'PACK_DATE roles/0/to',
      'maintainers/gb.yaml',
    ],
    [
      'a role that there is not',
      withRole({ role: 'king', holder: 'vacant', since: '2026-01-01' }),
      'PACK_VALUE roles/0/role',
      'maintainers/gb.yaml',
    ],
    ['approval by nobody', { ...SOUND, approvals: 0 }, 'PACK_VALUE approvals', 'maintainers/gb.yaml'],
    ['a file of another name', SOUND, 'PACK_CONFLICT maintainers', 'maintainers/ke.yaml'],
  ];
  it.each(refused)('refuses %s', (_name, value, problem, file) =>
    expect(told(value, file)).toEqual([problem]),
  );
});

const day = fc.integer({ min: 2000, max: 2040 }).map((year) => `${year}-07-01`);
it('who may approve is exactly who holds the office of approver on that day', () => {
  const term = fc.record({
    role: fc.constantFrom('proposer' as const, 'approver' as const),
    holder: fc.constantFrom('A', 'B'),
    contact: fc.constant('mailto:a@b.org'),
    from: day,
    to: day,
  });
  fc.assert(
    fc.property(fc.array(term, { maxLength: 4 }), day, fc.constantFrom('A', 'B', 'C'), (roles, on, name) => {
      const file: Maintainers = { maintainers: 'XX', approvals: 1, roles };
      const holds = holdersOn(file, 'approver', on).some(({ holder }) => holder === name);
      expect(mayApprove(file, name, on) === 'may').toBe(holds);
    }),
  );
});
