/** The vocabulary in another language: a text for each id of `labelsOf`. A text that is the same in both is named, not repeated. */
import { listOf, mapOf, matching, oneOf, record, text } from '../schema/check.ts';
import type { PackProblem, Report } from '../schema/problem.ts';
import type { RawFile } from './origin.ts';
import type { Labels } from './vocabulary-labels.ts';

export type Translation = {
  /** BCP 47, as in the address of a page: `fr`. */
  readonly language: string;
  /** Whether a native speaker has read it. */
  readonly status: 'unread' | 'read';
  /** Names that this language writes as English does. */
  readonly same: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
};

export const translationShape = record({
  language: matching(/^[a-z]{2,3}(-[A-Za-z]+)*$/, 'a language such as fr'),
  status: oneOf('unread', 'read'),
  same: listOf(text),
  labels: mapOf(text),
});

/** `english` is what there is to translate. An id that is not there is refused: its text would never be shown. */
export function parseTranslation(
  { file, value }: RawFile,
  english: Labels,
): { readonly translation?: Translation; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const report: Report = (code, at, message, mend) => void problems.push({ code, file, at, message, mend });
  translationShape(value, [], report);
  if (problems.length > 0) return { problems };
  const read = value as Translation;
  checkName(file, read, report);
  for (const id of Object.keys(read.labels)) checkLabel(id, read, { english, report });
  for (const [index, id] of read.same.entries())
    if (!english.has(id))
      report('PACK_KEY_UNKNOWN', ['same', index], `The vocabulary has no text ${id}.`, 'Take it out.');
  return problems.length > 0 ? { problems } : { translation: read, problems };
}

function checkName(file: string, { language }: Translation, report: Report): void {
  if (!file.endsWith(`/${language}.yaml`))
    report('PACK_CONFLICT', ['language'], `The file is not named ${language}.yaml.`, 'Name it so.');
}

type Check = { readonly english: Labels; readonly report: Report };

function checkLabel(id: string, { labels, same }: Translation, { english, report }: Check): void {
  const at = ['labels', id];
  const source = english.get(id);
  if (source === undefined)
    report('PACK_KEY_UNKNOWN', at, `The vocabulary has no text ${id}.`, 'Take it out, or mend the id.');
  else if (same.includes(id))
    report('PACK_CONFLICT', at, `${id} is translated and said to be the same.`, 'Keep one of the two.');
  else if (labels[id] === source)
    report('PACK_VALUE', at, `${id} says the same as English.`, 'Translate it, or list it under same.');
}

/** What is still to be translated, in the order of the vocabulary. */
export const missingLabels = ({ labels, same }: Translation, english: Labels): readonly string[] =>
  [...english.keys()].filter((id) => labels[id] === undefined && !same.includes(id));
