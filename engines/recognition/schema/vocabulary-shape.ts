/** The shapes of the files of the vocabulary. A section or a code list may be given in parts. */
import {
  boolean,
  chosen,
  type Fields,
  isRecord,
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
import { step } from './pack-shape.ts';

const word = matching(/^[a-z][A-Za-z0-9]*$/, 'a name such as graduatedOn');
const described: Fields = { label: text, definition: text, standard: text };
const asked: Fields = { ask: text, help: text, derived: boolean };

const fact: Shape = chosen((value) => {
  const type = isRecord(value) ? value['type'] : undefined;
  const own: Fields =
    type === 'code' || type === 'codes' ? { codes: text } : type === 'number' ? { unit: text } : {};
  const range: Fields = type === 'number' ? { min: number, max: number } : {};
  return record(
    { type: oneOf('boolean', 'day', 'number', 'code', 'codes', 'school', 'text'), ...own, ...described },
    { ...asked, ...range },
  );
});

const section = record(
  { section: word, kind: oneOf('singular', 'basis', 'list'), facts: mapOf(fact) },
  { label: text, definition: text, key: word },
);

const code = record(
  { code: text, label: text },
  { definition: text, standard: text, independent: boolean, of: text },
);
const codes = record({ codes: text, label: text, open: boolean, entries: listOf(code) });
const group = record({
  group: text,
  codes: text,
  label: text,
  members: listOf(record({ code: text }, { from: partialDate, to: partialDate }), 1),
});

/** Which shape a file of the vocabulary has, by its path in that folder. */
export function shapeOfVocabularyFile(file: string): Shape | undefined {
  if (file === 'steps.yaml') return listOf(step);
  const [, folder] = /^([a-z]+)\/[^/]+\.yaml$/.exec(file) ?? [];
  return folder === undefined
    ? undefined
    : { sections: listOf(section), codes: listOf(codes), groups: listOf(group) }[folder];
}
