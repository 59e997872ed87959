import type { SearchFile } from '@testamur/engines/matching';
import type { ChangelogEntry, Maintainers, RuleCase, Translation } from '@testamur/engines/recognition';
import type { LawFile, RegistryFile } from '@testamur/services/recognising';

/** One item of reference data with the SHA-256 of its canonical JSON. */
export type LibraryItem = { readonly id: string; readonly hash: string; readonly body: unknown };

/** Reference data of one kind; the hash is that of the hashes of its items. */
export type LibrarySet = {
  readonly name: string;
  readonly hash: string;
  readonly items: readonly LibraryItem[];
};

/** Everything that the packs folder holds, read and checked once by the build, so that a start needs no YAML. */
export type LibraryFile = {
  readonly schema: 'testamur/library/1';
  readonly law: LawFile;
  /** The vocabulary and the shared steps in other languages. */
  readonly languages: readonly Translation[];
  readonly registry: RegistryFile;
  readonly search: SearchFile;
  /** The cases that test the rules, shown beside them as examples. */
  readonly cases: readonly RuleCase[];
  /** What each version of a pack brought, newest first, by pack. */
  readonly changelogs: Readonly<Record<string, readonly ChangelogEntry[]>>;
  /** Who may propose and approve, by jurisdiction. */
  readonly maintainers: readonly Maintainers[];
  readonly countries: readonly unknown[];
  readonly subdivisions: readonly unknown[];
  readonly regulators: readonly unknown[];
  readonly sources: readonly unknown[];
  /** As the database keeps them. */
  readonly sets: readonly LibrarySet[];
};
