/** Whether somebody is named for a pack, and whether those who approved a version were entitled to on that day. */
import type { Maintainers } from '../governance/maintainers.ts';
import { type Approval, mayApprove } from '../governance/may-approve.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import type { ChangelogEntry, Placed } from '../language/suite.ts';
import { error, type Finding, warning } from './finding.ts';

export function checkMaintainers(
  pack: Pack,
  all: readonly Maintainers[],
  changelog: readonly Placed<ChangelogEntry>[],
): readonly Finding[] {
  const own = all.find(({ maintainers }) => maintainers === pack.jurisdiction);
  const approved = changelog.filter(({ value }) => value.approvedBy !== undefined);
  if (own !== undefined) return approved.flatMap((entry) => checkApprovals(entry, own));
  const file = `maintainers/${pack.jurisdiction.toLowerCase()}.yaml`;
  return [
    warning(
      'LINT_MAINTAINERS',
      subjectOf('pack', pack.pack),
      ['jurisdiction'],
      `Nothing says who may propose and approve the rules of ${pack.jurisdiction}.`,
      `Write packs/${file}; a role that nobody has taken on is vacant.`,
    ),
    ...approved.map((entry) =>
      error(
        'LINT_APPROVAL',
        subjectFor(entry),
        ['approvedBy'],
        `There is no ${file} that would let anybody approve.`,
        'Name the approvers there, or take the approval out.',
      ),
    ),
  ];
}

const WHY: Readonly<Record<Exclude<Approval, 'may'>, string>> = {
  notNamed: 'is not among the maintainers',
  notApprover: 'may propose and not approve',
  outOfTerm: 'was not in office',
};

function checkApprovals(entry: Placed<ChangelogEntry>, own: Maintainers): readonly Finding[] {
  const { on, approvedBy = [] } = entry.value;
  const names = [...new Set(approvedBy)];
  const refused = names.flatMap((name) => {
    const answer = mayApprove(own, name, on);
    return answer === 'may' ? [] : [{ name, why: WHY[answer] }];
  });
  const good = names.length - refused.length;
  return [
    ...refused.map(({ name, why }) =>
      error(
        'LINT_APPROVAL',
        subjectFor(entry),
        ['approvedBy', approvedBy.indexOf(name)],
        `${name} ${why} on ${on}: this approval does not count.`,
        `Correct the name, or the term in packs/maintainers/${own.maintainers.toLowerCase()}.yaml.`,
      ),
    ),
    ...(good >= own.approvals
      ? []
      : [
          error(
            'LINT_APPROVAL',
            subjectFor(entry),
            ['approvedBy'],
            `${own.approvals} approvals are needed; ${good} of these count.`,
            'Let more approvers agree, or take approvedBy out until they have.',
          ),
        ]),
  ];
}

const subjectFor = ({ origin }: Placed<ChangelogEntry>): string =>
  subjectOf('changelog', `${origin.file}#${origin.at[0] ?? 0}`);
