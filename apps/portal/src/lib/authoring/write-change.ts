/** A change of a rule with its citation, as a patch for the repository. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { appendEntry, parseYaml } from '@testamur/engines/yaml';
import { writePatch } from './write-patch.ts';

/** What the author read. */
export type ReadSource = {
  /** Id of a source of the pack. */
  readonly source: string;
  readonly locator: string;
  /** A day, or `undated`. */
  readonly seen: string;
  /** Where it is not that of the source. */
  readonly grade?: string;
};

/** What keeps a change from being written. */
export type ChangeProblem = 'noChange' | 'noSource' | 'noLocator' | 'noSeen' | 'notRead';

export type ChangeAsk = {
  readonly rule: string;
  /** Of the pack as it stands: version and hash. */
  readonly basis: string;
  /** Below the folder of packs. */
  readonly file: string;
  readonly before: string;
  readonly original: string;
  readonly changed: string;
  readonly fileWith: (text: string) => string;
  /** The wording of the rule that the citation stands with, by its place. */
  readonly wording: number;
  readonly cite: ReadSource;
};

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function writeChange(ask: ChangeAsk): Result<string, ChangeProblem> {
  const { rule, basis, file, before, original, changed, fileWith, cite } = ask;
  if (changed === original) return err('noChange');
  if (cite.source === '') return err('noSource');
  if (cite.locator.trim() === '') return err('noLocator');
  if (cite.seen !== 'undated' && !DAY.test(cite.seen)) return err('noSeen');
  const cited = withCitation(changed, ask.wording, cite);
  if (cited === undefined) return err('notRead');
  const after = fileWith(cited);
  const grade = cite.grade === undefined ? '' : `, grade ${cite.grade}`;
  const head = [
    `Change ${rule}`,
    `Against: ${basis}`,
    `Read in: ${cite.source}, ${oneLine(cite.locator)}, seen ${cite.seen}${grade}`,
  ];
  return ok(`${head.join('\n')}\n\n${writePatch({ path: `packs/${file}`, before, after })}`);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A citation that stands there already is not written twice. */
function withCitation(
  text: string,
  wording: number,
  { source, locator, seen, grade }: ReadSource,
): string | undefined {
  const place = [0, 'versions', wording, 'cite'];
  const rules = parseYaml(text, '').value?.value as
    | readonly { readonly versions?: readonly { readonly cite?: readonly Partial<ReadSource>[] }[] }[]
    | undefined;
  const held = rules?.[0]?.versions?.[wording]?.cite ?? [];
  const wanted = oneLine(locator);
  if (held.some((each) => each.source === source && each.locator === wanted && each.seen === seen))
    return text;
  const quoted = (words: string): string => JSON.stringify(words);
  const day = seen === 'undated' ? seen : quoted(seen);
  const own = grade === undefined ? '' : `, grade: ${grade}`;
  return appendEntry(text, place, `{ source: ${source}, locator: ${quoted(wanted)}, seen: ${day}${own} }`);
}
