/** The law as it travels to the browser: each part in a file of its own, so that a page loads what it shows. */
import type { CodeList, Group, Pack, Section } from '@testamur/engines/recognition';
import type { LawFile, RegistryFile } from '@testamur/services/recognising';

export type VocabularyFile = {
  readonly sections: readonly Section[];
  readonly codeLists: readonly CodeList[];
  readonly groups: readonly Group[];
};

/** A pack without what no verdict and no plan rests on. */
export type CutPack = Omit<Pack, 'sources' | 'openQuestions'>;

export type CutLaw = Pick<LawFile, 'schema' | 'commonSteps'> & {
  readonly packs: readonly { readonly hash: string; readonly pack: CutPack }[];
};

export type NotesFile = {
  readonly pack: string;
  readonly sources: Pack['sources'];
  readonly openQuestions: Pack['openQuestions'];
};

/** Names are searched, not judged: they come with the search. */
export type CutRegistry = Omit<RegistryFile, 'schools'> & {
  readonly schools: readonly Omit<RegistryFile['schools'][number], 'names'>[];
};

/** What the engines take. Nothing they answer rests on what was left out. */
export function joinLaw(law: CutLaw, { sections, codeLists, groups }: VocabularyFile): LawFile {
  const packs = law.packs.map(({ hash, pack }) => ({
    hash,
    pack: { ...pack, sources: [], openQuestions: [] },
  }));
  return { ...law, packs, sections, codeLists, groups, agreements: [] };
}

/** Until the search has come, a school is called by its id. */
export const joinRegistry = (registry: CutRegistry): RegistryFile => ({
  ...registry,
  schools: registry.schools.map((school) => ({ ...school, names: [{ text: school.id }] })),
});
