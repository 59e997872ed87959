/** What a feed says of one pack: an entry for each change of its law, and one for each version of the pack. */
import type { ChangelogEntry, LawChange, Pack } from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';
import { historyNow, nameChange, pathOfChange } from './changes-view.ts';
import { stableUrn } from './stable-urn.ts';
import { CHANGE_WORDS } from './words.ts';
import type { AtomEntry } from './write-atom.ts';

/** `origin`: of the addresses that the feed gives. The newest first. */
export function feedEntries(
  reading: Reading,
  pack: Pack,
  { now, origin }: FeedOptions,
): readonly AtomEntry[] {
  const { law, changelog } = historyNow(reading, pack, now);
  const published = changelog.map(({ on }) => on).toSorted()[0];
  const about: About = { reading, pack, origin };
  return [
    ...changelog.map((entry) => entryOfVersion(entry, about)),
    ...law.map((change) =>
      entryOfLaw(change, recordedOf(pack, change) ?? published ?? latestRecord([pack]), about),
    ),
  ].toSorted((a, b) => (a.updatedOn < b.updatedOn ? 1 : a.updatedOn > b.updatedOn ? -1 : 0));
}

export type FeedOptions = { readonly now: Date; readonly origin: string };

type About = { readonly reading: Reading; readonly pack: Pack; readonly origin: string };

function entryOfVersion({ version, on, words }: ChangelogEntry, { reading, pack, origin }: About): AtomEntry {
  const { say, link } = reading.language;
  return {
    id: stableUrn('pack-version', pack.pack, version),
    title: say('upkeep.feed.version', { name: pack.name, version }),
    updatedOn: on,
    href: `${origin}${link(`/rules/${pack.pack}/changes#versions`)}`,
    category: { term: 'version', label: say('upkeep.feed.category.version') },
    lines: [words],
  };
}

function entryOfLaw(change: LawChange, updatedOn: string, { reading, pack, origin }: About): AtomEntry {
  const { say, link, day } = reading.language;
  return {
    id: stableUrn('law-change', pack.pack, nameChange(change)),
    title: say('upkeep.feed.change', {
      name: pack.name,
      title: change.title,
      on: day(change.on),
      what: say(CHANGE_WORDS[change.what]),
    }),
    updatedOn,
    href: `${origin}${link(pathOfChange(pack.pack, change))}`,
    category: { term: 'law', label: say('upkeep.feed.category.law') },
    lines: change.words,
  };
}

/** When the wording that the change tells of was entered. */
function recordedOf(pack: Pack, { rule, version }: LawChange): string | undefined {
  const versions = pack.rules.find((each) => each.rule === rule)?.versions ?? [];
  return versions
    .filter((each) => each.version === version)
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
}

/** The day on which anything of these packs was last entered. */
export const latestRecord = (packs: readonly Pack[]): string =>
  packs
    .flatMap(({ rules }) => rules.flatMap(({ versions }) => versions.map(({ recordedAt }) => recordedAt)))
    .toSorted()
    .at(-1) ?? '1970-01-01';
