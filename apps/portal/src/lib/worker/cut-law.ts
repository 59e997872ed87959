/**
 * The law as it travels to the browser: that of every authority without its words (texts, citations, notes, sources, open questions:
 * empty), which no verdict rests on; and pack by pack with them, for the page that shows it.
 */
import type { CodeList, Group, Pack, Section } from '@testamur/engines/recognition';
import type { LawFile, RegistryFile } from '@testamur/services/recognising';

export type VocabularyFile = {
  readonly sections: readonly Section[];
  readonly codeLists: readonly CodeList[];
  readonly groups: readonly Group[];
};

export type PackFile = { readonly hash: string; readonly pack: Pack };
export type CutLaw = Pick<LawFile, 'schema' | 'commonSteps' | 'packs'>;

/** Names are searched, not judged: they come with the search. */
export type CutRegistry = Omit<RegistryFile, 'schools'> & {
  readonly schools: readonly Omit<RegistryFile['schools'][number], 'names'>[];
};

/** What the engines take. No verdict rests on the words that are not at hand. */
export function joinLaw(
  law: CutLaw,
  { sections, codeLists, groups }: VocabularyFile,
  worded: ReadonlyMap<string, PackFile>,
): LawFile {
  const packs = law.packs.map((each) => worded.get(each.pack.pack) ?? each);
  return { ...law, packs, sections, codeLists, groups, agreements: [] };
}

/** Until the search has come, a school is called by its id. */
export const joinRegistry = (registry: CutRegistry): RegistryFile => ({
  ...registry,
  schools: registry.schools.map((school) => ({ ...school, names: [{ text: school.id }] })),
});
