/**
 * The law as it travels to the browser: that of every authority without its words (texts, citations, notes, sources, questions), which
 * no verdict rests on; and pack by pack with them, for the page that shows it.
 */
import type { CodeList, Group, Pack, Route, Rule, Section, Step, Table } from '@testamur/engines/recognition';
import type { LawFile, RegistryFile } from '@testamur/services/recognising';

/** In the browser nobody reads what a word means in full, or whose it is. */
export type VocabularyFile = {
  readonly sections: readonly Section[];
  readonly codeLists: readonly CodeList[];
  readonly groups: readonly Group[];
};

/** Up to which day the law was recorded, and which version of each pack this is: its canonical hash. */
export type Edition = {
  readonly recordedUntil: string;
  readonly hashes: Readonly<Record<string, string>>;
};

export type PackFile = { readonly hash: string; readonly pack: Pack };

/** Rules, routes, steps and tables stand pack by pack, in the order of `packs`; of each the words are missing, and lists that are empty. */
export type CutLaw = Pick<LawFile, 'schema' | 'commonSteps'> & {
  readonly packs: readonly (Partial<Pack> & Omit<Pack, 'rules' | 'routes' | 'steps' | 'tables' | Words>)[];
  readonly rules: readonly (readonly Rule[])[];
  readonly routes: readonly (readonly Route[])[];
  readonly steps: readonly (readonly Step[])[];
  readonly tables: readonly (readonly Table[])[];
};
type Words = 'sources' | 'openQuestions' | 'uses' | 'readiness' | 'kind';

/** Names are searched, not judged: they come with the search. */
export type CutRegistry = Omit<RegistryFile, 'schools'> & {
  readonly schools: readonly Omit<RegistryFile['schools'][number], 'names'>[];
};

/** What the engines take: no verdict rests on the words that are not at hand. */
export function joinLaw(
  { schema, commonSteps, ...law }: CutLaw,
  { sections, codeLists, groups }: VocabularyFile,
): LawFile {
  const packs = law.packs.map((head, index) => ({
    hash: '',
    pack: {
      ...{
        sources: [],
        openQuestions: [],
        uses: [],
        readiness: 'with-unknowns' as const,
        kind: 'authority' as const,
      },
      ...head,
      regulator: { ...head.regulator, url: '' },
      rules: law.rules[index]?.map(fillRule) ?? [],
      routes: law.routes[index]?.map(fillRoute) ?? [],
      steps: law.steps[index]?.map(fillStep) ?? [],
      tables: law.tables[index]?.map(cited) ?? [],
    },
  }));
  return { schema, commonSteps, packs, sections, codeLists, groups, agreements: [], policies: [] };
}

/** The same, these packs with their words, and every pack with its hash. */
export const withWords = (
  law: LawFile,
  worded: ReadonlyMap<string, PackFile>,
  { hashes }: Pick<Edition, 'hashes'>,
): LawFile => ({
  ...law,
  packs: law.packs.map(
    ({ pack, hash }) => worded.get(pack.pack) ?? { pack, hash: hashes[pack.pack] ?? hash },
  ),
});

const cited = <T extends object>(value: T): T => ({ cite: [], ...value });

const fillRule = (rule: Rule): Rule => ({ ...rule, text: '', versions: rule.versions.map(cited) });

const fillRoute = (route: Route): Route => ({
  ...{ for: '', cite: [], notes: [], scope: [], requirements: [], finally: [] },
  ...route,
  // Each apart from the others, as on the page that lists them.
  discretion: (route.discretion ?? []).map((_, index) => ({ id: String(index), text: '', cite: [] })),
  ...(route.mustBeValid === undefined ? {} : { mustBeValid: route.mustBeValid.map(cited) }),
});

/** A figure of a step (cost, duration, sittings …) is an object with citations of its own. */
const fillStep = (step: Step): Step => ({
  ...{ text: '', cite: [], requires: [], effects: [] },
  ...(Object.fromEntries(
    Object.entries(step).map(([field, value]) => [
      field,
      typeof value === 'object' && !Array.isArray(value) ? cited(value) : value,
    ]),
  ) as Step),
});

/** Until the search has come, a school is called by its id. */
export const joinRegistry = (registry: CutRegistry): RegistryFile => ({
  ...registry,
  schools: registry.schools.map((school) => ({ ...school, names: [{ text: school.id }] })),
});
