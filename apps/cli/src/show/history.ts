/** The history of a pack for a person. */
import type { LawChange, PackHistory } from '@testamur/engines/recognition';
import type { Host } from '../host.ts';
import { indentText } from './wrap.ts';

export function showHistory(
  { pack, name, version, law, knowledge, changelog }: PackHistory,
  { width }: Host,
): string {
  const [toCome, past] = [law.filter((each) => each.toCome), law.filter((each) => !each.toCome)];
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [title, ...lines];
  return `${[
    `${name} (${pack} ${version})`,
    ...part(
      '  Law to come',
      toCome.flatMap((each) => showChange(each, width)),
    ),
    ...part(
      '  Law since',
      past.flatMap((each) => showChange(each, width)),
    ),
    ...part(
      '  Recorded',
      knowledge.flatMap(({ recordedAt, entries }) => {
        const corrected = entries.filter(({ corrects }) => corrects);
        const head = `${entries.length - corrected.length} wordings entered, ${corrected.length} corrected`;
        return [
          indentText(head, `    ${recordedAt} `, width),
          ...corrected.map((each) =>
            indentText(`${each.title} (${each.rule}): ${each.words.join('; ')}`, '      ', width),
          ),
        ];
      }),
    ),
    ...part(
      '  Versions of the pack',
      changelog.map((each) => indentText(each.words, `    ${each.version} of ${each.on}: `, width)),
    ),
  ].join('\n')}\n`;
}

function showChange(
  { on, what, rule, route, title, version, words, cite }: LawChange,
  width: number,
): readonly string[] {
  const which = version === undefined ? '' : `, version ${version}`;
  return [
    indentText(`${what}: ${title} (${rule ?? route ?? ''}${which})`, `    ${on} `, width),
    ...words.map((each) => indentText(each, '      ', width)),
    ...cite.map(({ source, locator }) => indentText(`${source}, ${locator}`, '      § ', width)),
  ];
}
