import { describe, expect, it } from 'vitest';
import type { Maintainers } from '../governance/maintainers.ts';
import type { ChangelogEntry, Placed } from '../language/suite.ts';
import { pack } from '../small-law.fixture.ts';
import { checkMaintainers } from './check-maintainers.ts';

const contact = 'mailto:rules@example.org';
const COUNCIL: Maintainers = {
  maintainers: 'XX',
  approvals: 2,
  roles: [
    { role: 'proposer', holder: 'Ada', contact, from: '2020-01-01' },
    { role: 'approver', holder: 'vacant', since: '2020-01-01' },
    { role: 'approver', holder: 'Ben', contact, from: '2026-01-01', to: '2027-01-01' },
    { role: 'approver', holder: 'Cem', contact, from: '2026-06-01' },
    { role: 'approver', holder: 'Dov', contact, from: '2020-01-01', to: '2022-01-01' },
    { role: 'approver', holder: 'Dov', contact, from: '2026-06-01' },
  ],
};
const approved = (on: string, ...approvedBy: readonly string[]): Placed<ChangelogEntry> => ({
  value: { version: '2026.07.01', on, words: 'x', ...(approvedBy.length === 0 ? {} : { approvedBy }) },
  origin: { file: 'xx/changelog.yaml', at: [0] },
});
const LAW = pack([], { jurisdiction: 'XX' });
const told = (entry: Placed<ChangelogEntry>, all: readonly Maintainers[] = [COUNCIL]) =>
  checkMaintainers(LAW, all, [entry]).map(({ severity, code, at }) => `${severity} ${code} ${at.join('/')}`);

describe('an approval counts where its giver was in office on that day', () => {
  const days: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['2026-07-01', ['Ben', 'Cem'], []],
    ['2026-06-01', ['Ben', 'Cem'], []],
    ['2026-12-31', ['Ben', 'Cem'], []],
    ['2026-05-31', ['Ben', 'Cem'], ['error LINT_APPROVAL approvedBy/1', 'error LINT_APPROVAL approvedBy']],
    ['2027-01-01', ['Ben', 'Cem'], ['error LINT_APPROVAL approvedBy/0', 'error LINT_APPROVAL approvedBy']],
    ['2026-07-01', ['Cem', 'Dov'], []],
    ['2026-07-01', ['Ben', 'Cem', 'Ada'], ['error LINT_APPROVAL approvedBy/2']],
    ['2026-07-01', ['Ben', 'Cem', 'Eve'], ['error LINT_APPROVAL approvedBy/2']],
    ['2026-07-01', ['Ben', 'Cem', 'vacant'], ['error LINT_APPROVAL approvedBy/2']],
    ['2026-07-01', ['Ben'], ['error LINT_APPROVAL approvedBy']],
    ['2026-07-01', ['Ben', 'Ben'], ['error LINT_APPROVAL approvedBy']],
    ['2026-07-01', [], []],
  ];
  it.each(days)('on %s by %j: %j', (on, names, findings) =>
    expect(told(approved(on, ...names))).toEqual(findings),
  );
  it('the reason is said: out of office, no approver, not named', () => {
    const why = checkMaintainers(LAW, [COUNCIL], [approved('2028-01-01', 'Ben', 'Ada', 'Eve')]);
    expect(why.map(({ message }) => message.split(' on 2028')[0])).toEqual([
      'Ben was not in office',
      'Ada may propose and not approve',
      'Eve is not among the maintainers',
      '2 approvals are needed; 0 of these count.',
    ]);
  });
});

describe('a pack for which nobody is named', () => {
  it('is warned of', () =>
    expect(told(approved('2026-07-01'), [])).toEqual(['warning LINT_MAINTAINERS jurisdiction']));
  it('can be approved by nobody', () =>
    expect(told(approved('2026-07-01', 'Ben'), [])).toEqual([
      'warning LINT_MAINTAINERS jurisdiction',
      'error LINT_APPROVAL approvedBy',
    ]));
  it('is not one for which all roles are vacant: that is the truth, and said', () =>
    expect(
      told(approved('2026-07-01'), [
        { ...COUNCIL, roles: [{ role: 'approver', holder: 'vacant', since: '2026-01-01' }] },
      ]),
    ).toEqual([]));
});
