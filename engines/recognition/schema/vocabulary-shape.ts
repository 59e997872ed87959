/** The shapes of the files of the vocabulary. A section or a code list may be given in parts. */
import {
  boolean,
  type Fields,
  listOf,
  mapOf,
  matching,
  number,
  oneOf,
  partialDate,
  record,
  type Shape,
  text,
} from './check.ts';
import { choice, withWord } from './guard.ts';
import { step } from './step-shape.ts';

const word = matching(/^[a-z][A-Za-z0-9]*$/, 'a name such as graduatedOn');
const described: Fields = { label: text, definition: text, standard: text };
const asked: Fields = { ask: text, help: text, derived: boolean };

const factOf = (types: readonly string[], own: Fields, range: Fields = {}): Shape =>
  record({ type: oneOf(...types), ...own, ...described }, { ...asked, ...range }, 'fact');
const TYPES = ['boolean', 'day', 'number', 'code', 'codes', 'school', 'text'];
const fact: Shape = choice(
  [
    [withWord('type', 'code', 'codes'), factOf(TYPES, { codes: text })],
    [withWord('type', 'number'), factOf(TYPES, { unit: text }, { min: number, max: number, years: boolean })],
  ],
  factOf(TYPES, {}),
);

const section = record(
  { section: word, kind: oneOf('singular', 'basis', 'list'), facts: mapOf(fact) },
  { label: text, definition: text, key: word },
  'section',
);

const code = record(
  { code: text, label: text },
  { definition: text, standard: text, independent: boolean, of: text },
  'code',
);
const codes = record({ codes: text, label: text, open: boolean, entries: listOf(code) }, {}, 'codes');
const group = record(
  {
    group: text,
    codes: text,
    label: text,
    members: listOf(record({ code: text }, { from: partialDate, to: partialDate }, 'member'), 1),
  },
  {},
  'group',
);

/** The shapes of the files of the vocabulary, by folder; the shared steps are one file. */
export const VOCABULARY_SHAPES: Readonly<Record<'sections' | 'codes' | 'groups' | 'steps', Shape>> = {
  sections: listOf(section),
  codes: listOf(codes),
  groups: listOf(group),
  steps: listOf(step),
};

/** Which shape a file of the vocabulary has, by its path in that folder. */
export function shapeOfVocabularyFile(file: string): Shape | undefined {
  if (file === 'steps.yaml') return VOCABULARY_SHAPES.steps;
  const [, folder] = /^(sections|codes|groups)\/[^/]+\.yaml$/.exec(file) ?? [];
  return folder === undefined ? undefined : VOCABULARY_SHAPES[folder as 'sections' | 'codes' | 'groups'];
}
