import type { SearchFile } from '@testamur/engines/matching';
import type { ChangelogEntry, Maintainers, RuleCase, Translation } from '@testamur/engines/recognition';
import type { LawFile, RegistryFile } from '@testamur/services/recognising';

/** What the packs folder holds, as the server hands it over; the build checked every line of it. */
export type ReferenceLibrary = {
  readonly law: LawFile;
  /** The vocabulary and the shared steps in other languages. */
  readonly languages: readonly Translation[];
  readonly registry: RegistryFile;
  readonly search: SearchFile;
  /** The cases that test the rules. */
  readonly cases: readonly RuleCase[];
  /** What each version of a pack brought, newest first, by pack. */
  readonly changelogs: Readonly<Record<string, readonly ChangelogEntry[]>>;
  /** Who may propose and approve, by jurisdiction. */
  readonly maintainers: readonly Maintainers[];
  readonly countries: readonly unknown[];
  readonly subdivisions: readonly unknown[];
  readonly regulators: readonly unknown[];
  readonly sources: readonly unknown[];
  readonly sets: readonly {
    readonly name: string;
    readonly items: readonly { readonly id: string; readonly body: unknown }[];
  }[];
};
