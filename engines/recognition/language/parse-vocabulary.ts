/** The files of the vocabulary as one vocabulary: parts of a section or of a code list are joined, doubles are refused. */

import type { PackProblem, Report } from '../schema/problem.ts';
import { shapeOfVocabularyFile } from '../schema/vocabulary-shape.ts';
import { type Origin, type Origins, type RawFile, subjectOf } from './origin.ts';
import type { Step } from './pack.ts';
import type { CodeList, Group, Section, Vocabulary } from './vocabulary.ts';

export type ParsedVocabulary = {
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly origins: Origins;
  readonly problems: readonly PackProblem[];
};

type Placed<T> = { readonly value: T; readonly origin: Origin };
type Builder = { readonly origins: Map<string, Origin>; readonly problems: PackProblem[] };
type SectionPart = Omit<Section, 'label' | 'definition'> & Partial<Section>;

/** File names are relative to the folder of the vocabulary, under `root`. `countries` is the list every pack shares. */
export function parseVocabulary(
  files: readonly RawFile[],
  root: string,
  countries: CodeList,
): ParsedVocabulary {
  const builder: Builder = { origins: new Map(), problems: [] };
  const sound = files.filter((file) => checkFile(file, root, builder));
  const inFolder = <T>(folder: string): readonly Placed<T>[] =>
    sound
      .filter(({ file }) => file.startsWith(`${root}/${folder}`))
      .flatMap(({ file, value }) =>
        (value as readonly T[]).map((each, index) => ({ value: each, origin: { file, at: [index] } })),
      );
  const sections = joinSections(inFolder<SectionPart>('sections/'), builder);
  const codeLists = joinCodes(inFolder<CodeList>('codes/'), countries, builder);
  const groups = uniqueById(inFolder<Group>('groups/'), (group) => group.group, 'group', builder);
  const steps = uniqueById(inFolder<Step>('steps.yaml'), (step) => step.step, 'step', builder);
  return { vocabulary: { sections, codeLists, groups }, commonSteps: [...steps.values()], ...builder };
}

function checkFile({ file, value }: RawFile, root: string, { problems }: Builder): boolean {
  const before = problems.length;
  const report: Report = (code, at, message, mend) => void problems.push({ code, file, at, message, mend });
  const shape = shapeOfVocabularyFile(file.slice(root.length + 1));
  if (shape === undefined)
    report(
      'PACK_FILE_UNKNOWN',
      [],
      'No such file belongs to a vocabulary.',
      'Use sections/, codes/, groups/ or steps.yaml.',
    );
  else shape(value, [], report);
  return problems.length === before;
}

function joinSections(parts: readonly Placed<SectionPart>[], builder: Builder): ReadonlyMap<string, Section> {
  const sections = new Map<string, SectionPart>();
  for (const { value: part, origin } of parts) {
    const held = sections.get(part.section);
    if (held !== undefined && held.kind !== part.kind)
      conflict(builder, origin, 'kind', `${part.section} is ${held.kind} elsewhere.`);
    if (held?.key !== undefined && part.key !== undefined && held.key !== part.key)
      conflict(builder, origin, 'key', `The key of ${part.section} is ${held.key} elsewhere.`);
    for (const name of Object.keys(part.facts)) {
      if (held?.facts[name] !== undefined)
        double(builder, { ...origin, at: [...origin.at, 'facts', name] }, `${part.section}.${name}`);
      else
        builder.origins.set(subjectOf('section', `${part.section}.${name}`), {
          ...origin,
          at: [...origin.at, 'facts', name],
        });
    }
    if (held === undefined) builder.origins.set(subjectOf('section', part.section), origin);
    sections.set(part.section, { ...part, ...held, facts: { ...held?.facts, ...part.facts } });
  }
  for (const [name, { label, definition }] of sections) {
    const origin = builder.origins.get(subjectOf('section', name));
    if ((label === undefined || definition === undefined) && origin !== undefined) {
      builder.problems.push({
        code: 'PACK_KEY_MISSING',
        ...origin,
        message: `No file gives ${name} a label and a definition.`,
        mend: 'Add label and definition in the file that owns the section.',
      });
    }
  }
  return sections as ReadonlyMap<string, Section>;
}

function joinCodes(
  parts: readonly Placed<CodeList>[],
  countries: CodeList,
  builder: Builder,
): ReadonlyMap<string, CodeList> {
  const lists = new Map<string, CodeList>([[countries.codes, countries]]);
  for (const { value: part, origin } of parts) {
    const held = lists.get(part.codes);
    if (held !== undefined && held.open !== part.open)
      conflict(builder, origin, 'open', `${part.codes} has open: ${held.open} elsewhere.`);
    if (held === undefined) builder.origins.set(subjectOf('codes', part.codes), origin);
    const known = new Set(held?.entries.map((entry) => entry.code));
    for (const [index, { code }] of part.entries.entries()) {
      if (known.has(code))
        double(builder, { ...origin, at: [...origin.at, 'entries', index] }, `${code} of ${part.codes}`);
      known.add(code);
    }
    lists.set(
      part.codes,
      held === undefined ? part : { ...held, entries: [...held.entries, ...part.entries] },
    );
  }
  return lists;
}

function uniqueById<T>(
  parts: readonly Placed<T>[],
  idOf: (part: T) => string,
  kind: 'group' | 'step',
  builder: Builder,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const { value, origin } of parts) {
    const id = idOf(value);
    if (found.has(id)) double(builder, origin, id);
    else builder.origins.set(subjectOf(kind, id), origin);
    found.set(id, value);
  }
  return found;
}

const double = ({ problems }: Builder, origin: Origin, name: string): void =>
  void problems.push({
    code: 'PACK_DUPLICATE',
    ...origin,
    message: `${name} is defined twice.`,
    mend: 'Keep one definition; add to the file that has it.',
  });

const conflict = ({ problems }: Builder, { file, at }: Origin, key: string, message: string): void =>
  void problems.push({
    code: 'PACK_CONFLICT',
    file,
    at: [...at, key],
    message,
    mend: 'Parts of one list or section must agree.',
  });
