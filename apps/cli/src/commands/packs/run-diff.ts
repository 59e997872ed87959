/** `testamur packs diff OLD NEW`: every change of every pack in plain words, and for each rule and route whom it touches. */
import type { RulesVersion } from '@testamur/adapters/packs';
import type { Day } from '@testamur/engines/kernel';
import {
  type Change,
  diffGroups,
  diffPacks,
  findWitnesses,
  type Pack,
  type SemanticDiff,
} from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { startProgress } from '../../progress.ts';
import { refuse } from '../../refuse.ts';
import { showDiff } from '../../show/pack-diff.ts';
import { openVersions, readCount, readOn, type TwoVersions, type VersionsAsked } from './open-versions.ts';

export type DiffArguments = VersionsAsked & {
  readonly on?: string | undefined;
  readonly tries?: string | undefined;
  readonly json: boolean;
};

type Version = { readonly version: string; readonly hash: string };

export type PackDiff = {
  readonly schema: 'testamur/pack-diff/1';
  readonly before: string;
  readonly after: string;
  /** Packs in which something changed. */
  readonly packs: readonly {
    readonly pack: string;
    readonly name: string;
    /** Absent where the pack is new, or gone. */
    readonly before?: Version;
    readonly after?: Version;
    readonly changes: readonly Change[];
    /** Absent where no people were looked for. */
    readonly people?: SemanticDiff;
  }[];
  /** Changes of groups that all packs share. */
  readonly groups: readonly Change[];
  readonly unchanged: readonly string[];
};

const TRIES = { otherwise: 200, least: 0, most: 100_000 };
const SEED = 1;

export async function runPackDiff(given: DiffArguments, host: Host): Promise<ExitCode> {
  const [tries, on] = [readCount('--tries', given.tries, TRIES), readOn(given.on, host.today)];
  const wrong = [tries, on].flatMap((read) => (read.ok ? [] : [read.error]));
  if (!tries.ok || !on.ok) return refuse(wrong, host, given);
  const progress = await startProgress(host, 'Reading both versions');
  const versions = openVersions(given, host);
  if (!versions.ok) {
    progress.stop();
    return refuse(versions.error, host, given);
  }
  const { before, after, packs } = versions.value;
  const told: PackDiff['packs'][number][] = [];
  for (const id of packs) {
    const changes = changesOf(id, versions.value);
    const touched = changes.length > 0 || usesChanged(id, versions.value);
    if (!touched) continue;
    await progress.tell(`Looking for people whom the changes of ${id} touch`);
    const people = searchIn(id, versions.value, {
      tries: tries.value,
      on: on.value,
      onlyThisDay: given.on !== undefined,
    });
    if (changes.length === 0 && (people?.searches.length ?? 0) === 0) continue;
    told.push({
      pack: id,
      name: (packIn(after, id) ?? packIn(before, id))?.name ?? id,
      ...versionOf('before', before, id),
      ...versionOf('after', after, id),
      changes,
      ...(people === undefined ? {} : { people }),
    });
  }
  progress.stop();
  const answer: PackDiff = {
    schema: 'testamur/pack-diff/1',
    before: before.name,
    after: after.name,
    packs: told,
    groups: groupChanges(versions.value),
    unchanged: packs.filter((id) => told.every(({ pack }) => pack !== id)),
  };
  host.write(given.json ? `${JSON.stringify(answer)}\n` : showDiff(answer, host));
  return EXIT.answered;
}

const packIn = ({ book }: RulesVersion, id: string): Pack | undefined =>
  book.packs.find(({ pack }) => pack === id);

function versionOf(side: 'before' | 'after', version: RulesVersion, id: string): object {
  const pack = packIn(version, id);
  if (pack === undefined) return {};
  return { [side]: { version: pack.version, hash: version.book.hashes.get(id) ?? '' } };
}

function changesOf(id: string, { before, after }: TwoVersions): readonly Change[] {
  const [old, now] = [packIn(before, id), packIn(after, id)];
  if (before.book.hashes.get(id) === after.book.hashes.get(id)) return [];
  return diffPacks({ before: old, after: now, vocabulary: after.book.vocabulary });
}

/** A pack may change through another that it uses, through a shared step or through a group. */
const usesChanged = (id: string, { before, after }: TwoVersions): boolean =>
  packIn(before, id) !== undefined && packIn(after, id) !== undefined;

function searchIn(
  id: string,
  { before, after }: TwoVersions,
  options: { readonly tries: number; readonly on: Day; readonly onlyThisDay: boolean },
): SemanticDiff | undefined {
  if (options.tries === 0 || packIn(before, id) === undefined || packIn(after, id) === undefined)
    return undefined;
  const people = [before, after].flatMap(({ suites }) =>
    (suites.get(id)?.stories ?? []).map(({ value }) => value.dossier),
  );
  return findWitnesses({ people, before: before.book, after: after.book, pack: id, seed: SEED, ...options });
}

function groupChanges({ before, after, packs }: TwoVersions): readonly Change[] {
  const text = JSON.stringify(
    [before, after].flatMap(({ book }) => book.packs.filter(({ pack }) => packs.includes(pack))),
  );
  return diffGroups(before.book.vocabulary, after.book.vocabulary, (group) =>
    text.includes(`{"group":"${group}"}`),
  );
}
