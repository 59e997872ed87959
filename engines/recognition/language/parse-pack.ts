/** The files of a pack as a pack: shapes checked, citations filled from the sources, ids unique. */
import type { Citation } from '../../kernel/index.ts';
import { isRecord } from '../schema/guard.ts';
import { shapeOfPackFile } from '../schema/pack-shape.ts';
import type { PackProblem, Path, Report } from '../schema/problem.ts';
import { type Origin, type Origins, type RawFile, type SubjectKind, subjectOf } from './origin.ts';
import type { Pack, Route, Source } from './pack.ts';
import type { ChangelogEntry, Equivalent, PackSuite, Placed, RuleCase, Sheet, Story } from './suite.ts';

export type ParsedPack = {
  /** Absent while a file has problems: half a pack would answer wrongly. */
  readonly pack?: Pack;
  readonly suite: PackSuite;
  readonly origins: Origins;
  readonly problems: readonly PackProblem[];
};

/** File names start with `root`, the folder of the pack; `unread` are those of its files that could not be read at all. */
export function parsePack(
  files: readonly RawFile[],
  root: string,
  unread: readonly string[] = [],
): ParsedPack {
  const problems: PackProblem[] = [];
  const sound = files.filter((file) => checkFile(file, root, problems));
  const placed = <T>(folder: string): readonly Placed<T>[] => entriesOf<T>(sound, `${root}/${folder}`);
  const head = sound.find(({ file }) => file === `${root}/pack.yaml`);
  if (head === undefined && ![...unread, ...problems.map(({ file }) => file)].includes(`${root}/pack.yaml`)) {
    problems.push({
      code: 'PACK_FILE_MISSING',
      file: `${root}/pack.yaml`,
      at: [],
      message: 'There is no pack.yaml.',
      mend: 'Begin the pack with pack.yaml (see packs/README.md).',
    });
  }
  const sources = placed<Source>('sources.yaml');
  const fill = citationFiller(sources, problems);
  const origins = new Map<string, Origin>();
  const packId = (head?.value as Pack | undefined)?.pack ?? root.slice(root.lastIndexOf('/') + 1);
  const unique = <T>(
    kind: SubjectKind,
    parts: readonly Placed<T>[],
    idOf: (part: T) => string,
  ): readonly T[] => placeUnique(kind, parts, idOf, origins, problems);
  const parts = {
    sources: unique('source', sources, ({ source }) => `${packId}/${source}`),
    rules: unique('rule', placed<Pack['rules'][number]>('rules/').map(fill), (rule) => rule.rule),
    routes: unique('route', placed<Route>('routes/').map(fill), (route) => route.route).map(withDefaults),
    steps: unique('step', placed<Pack['steps'][number]>('steps/').map(fill), (step) => step.step),
    tables: unique('table', placed<Pack['tables'][number]>('tables/').map(fill), (table) => table.table),
  };
  const suite = suiteOf(sound, root, placed);
  for (const { origin } of [...suite.cases, ...suite.stories])
    origins.set(subjectOf('case', `${origin.file}#${origin.at[0] ?? 0}`), origin);
  for (const { origin } of suite.traceability)
    origins.set(subjectOf('sheet', `${origin.file}#${origin.at[0] ?? 0}`), origin);
  for (const { origin } of suite.changelog ?? [])
    origins.set(subjectOf('changelog', `${origin.file}#${origin.at[0] ?? 0}`), origin);
  const faulty = [...unread, ...problems.map(({ file }) => file)];
  if (head === undefined || faulty.some((file) => !isSuiteFile(file, root)))
    return { suite, origins, problems };
  const { uses = [], openQuestions = [], ...rest } = head.value as Pack;
  origins.set(subjectOf('pack', rest.pack), { file: head.file, at: [] });
  return { pack: { ...rest, uses, openQuestions, ...parts }, suite, origins, problems };
}

/** A broken case does not keep the pack from being read. */
const isSuiteFile = (file: string, root: string): boolean =>
  /^(cases\/|stories\/|traceability|changelog)/.test(file.slice(root.length + 1));

function checkFile({ file, value }: RawFile, root: string, problems: PackProblem[]): boolean {
  const before = problems.length;
  const report: Report = (code, at, message, mend) => void problems.push({ code, file, at, message, mend });
  const shape = shapeOfPackFile(file.slice(root.length + 1));
  if (shape === undefined)
    report(
      'PACK_FILE_UNKNOWN',
      [],
      'No such file belongs to a pack.',
      'See packs/README.md for the files of a pack.',
    );
  else shape(value, [], report);
  return problems.length === before;
}

const entriesOf = <T>(files: readonly RawFile[], prefix: string): readonly Placed<T>[] =>
  files
    .filter(({ file }) => file.startsWith(prefix))
    .flatMap(({ file, value }) =>
      (value as readonly T[]).map((each, index) => ({ value: each, origin: { file, at: [index] } })),
    );

function placeUnique<T>(
  kind: SubjectKind,
  parts: readonly Placed<T>[],
  idOf: (part: T) => string,
  origins: Map<string, Origin>,
  problems: PackProblem[],
): readonly T[] {
  for (const { value, origin } of parts) {
    const subject = subjectOf(kind, idOf(value));
    const held = origins.get(subject);
    if (held !== undefined)
      problems.push({
        code: 'PACK_DUPLICATE',
        ...origin,
        message: `The ${kind} ${idOf(value)} is defined twice (also in ${held.file}).`,
        mend: 'Ids are unique and never reused: rename one.',
      });
    else origins.set(subject, origin);
  }
  return parts.map(({ value }) => value);
}

function suiteOf(
  files: readonly RawFile[],
  root: string,
  placed: <T>(folder: string) => readonly Placed<T>[],
): PackSuite {
  const cases = placed<RuleCase>('cases/').filter(
    ({ origin }) => origin.file !== `${root}/cases/equivalent.yaml`,
  );
  const stories = files
    .filter(({ file }) => file.startsWith(`${root}/stories/`))
    .map(({ file, value }): Placed<Story> => ({ value: value as Story, origin: { file, at: [] } }));
  const traceability = files
    .filter(({ file }) => file === `${root}/traceability.yaml`)
    .flatMap(({ file, value }) => sheetsOf(file, value));
  const changelog = placed<ChangelogEntry>('changelog.yaml');
  return {
    cases,
    stories,
    equivalents: placed<Equivalent>('cases/equivalent.yaml'),
    traceability,
    changelog,
  };
}

function sheetsOf(file: string, value: unknown): readonly Placed<Sheet>[] {
  if (!Array.isArray(value)) return [{ value: value as Sheet, origin: { file, at: [] } }];
  return value.map((each: Sheet, index) => ({ value: each, origin: { file, at: [index] } }));
}

const withDefaults = (route: Route): Route => ({
  ...route,
  scope: route.scope ?? [],
  discretion: route.discretion ?? [],
  notes: route.notes ?? [],
  finally: route.finally ?? [],
});

/** A citation names its source; what the source says once (address, grade, language) is put into every citation of it. */
function citationFiller(
  sources: readonly Placed<Source>[],
  problems: PackProblem[],
): <T>(part: Placed<T>) => Placed<T> {
  const known = new Map(sources.map(({ value }) => [value.source, value]));
  const fill = (part: unknown, origin: Origin): unknown => {
    if (Array.isArray(part)) return part.map((each, index) => fill(each, deeper(origin, index)));
    if (!isRecord(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'cite' && Array.isArray(value)
          ? value.map((each: Citation, index) => fillOne(each, deeper(deeper(origin, key), index)))
          : fill(value, deeper(origin, key)),
      ]),
    );
  };
  const fillOne = (cite: Citation, origin: Origin): Citation => {
    const source = known.get(cite.source);
    if (source !== undefined) return fillCitation(cite, source);
    problems.push({
      code: 'PACK_SOURCE_UNKNOWN',
      file: origin.file,
      at: [...origin.at, 'source'],
      message: `No source ${cite.source} in sources.yaml.`,
      mend: 'Add the source, or correct the id.',
    });
    return cite;
  };
  return <T>({ value, origin }: Placed<T>) => ({ value: fill(value, origin) as T, origin });
}

const deeper = ({ file, at }: Origin, step: string | number): Origin => ({ file, at: [...at, step] as Path });

function fillCitation(cite: Citation, { url, citation, published, lang, grade }: Source): Citation {
  return {
    lang,
    ...(url === undefined ? {} : { url }),
    ...(citation === undefined ? {} : { citation }),
    ...(published === undefined ? {} : { published }),
    ...cite,
    grade: cite.grade ?? grade,
  };
}
