/** Every version of a pack is told of in plain words: in `changelog.yaml`, newest first, the one that ships among them. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import type { ChangelogEntry, Placed } from '../language/suite.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding } from './finding.ts';

export type ChangelogContext = {
  readonly today: Day;
  /** Of the pack as it is. */
  readonly hash: string | undefined;
};

export function checkChangelog(
  pack: Pack,
  entries: readonly Placed<ChangelogEntry>[],
  context: ChangelogContext,
): readonly Finding[] {
  const missing = entries.every(({ value }) => value.version !== pack.version);
  return [
    ...(missing
      ? [
          error(
            'LINT_CHANGELOG',
            subjectOf('pack', pack.pack),
            ['version'],
            `changelog.yaml does not tell what version ${pack.version} brought.`,
            `Put - { version: "${pack.version}", on: "${formatDay(context.today)}", words: … } first in changelog.yaml.`,
          ),
        ]
      : []),
    ...entries.flatMap((entry, index) => checkEntry(entry, entries[index - 1]?.value, pack, context)),
  ];
}

function checkEntry(
  { value, origin }: Placed<ChangelogEntry>,
  newer: ChangelogEntry | undefined,
  pack: Pack,
  { today, hash }: ChangelogContext,
): readonly Finding[] {
  const subject = subjectOf('changelog', `${origin.file}#${origin.at[0] ?? 0}`);
  const say = (at: Path, message: string, mend: string): Finding =>
    error('LINT_CHANGELOG', subject, at, message, mend);
  const { version, on } = value;
  const findings: Finding[] = [];
  if (newer !== undefined && version >= newer.version)
    findings.push(
      say(
        ['version'],
        version === newer.version
          ? `Version ${version} is told of twice.`
          : `Version ${version} stands below ${newer.version}, which is older.`,
        'Keep one entry for each version, the newest first.',
      ),
    );
  if (newer !== undefined && on > newer.on)
    findings.push(
      say(['on'], `Published on ${on}, later than the version above it.`, 'Correct one of the two days.'),
    );
  if (version > pack.version)
    findings.push(
      say(
        ['version'],
        `The pack is of version ${pack.version}; this tells of a later one.`,
        'Raise the version in pack.yaml, or correct this one.',
      ),
    );
  if (literalDay(on) > today)
    findings.push(say(['on'], `The day ${on} has not come.`, 'Give the day of publication.'));
  if (value.hash !== undefined && hash !== undefined && version === pack.version && value.hash !== hash)
    findings.push(
      say(
        ['hash'],
        `The pack of version ${version} has the hash ${hash}.`,
        'A published version is never changed: give the pack a new version and an entry of its own.',
      ),
    );
  return findings;
}
