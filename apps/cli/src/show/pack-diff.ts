/** A diff of packs for a person: things in their order, each change a sentence with what it rests on, then the people it touches. */
import type { Change, SemanticDiff, Verdict } from '@testamur/engines/recognition';
import type { PackDiff } from '../commands/packs/run-diff.ts';
import type { Host } from '../host.ts';
import { indentText } from './wrap.ts';

export function showDiff({ before, after, packs, groups, unchanged }: PackDiff, { width }: Host): string {
  const lines = packs.flatMap((pack) => [
    `${pack.name} (${pack.pack}): ${pack.before?.version ?? 'not there'} → ${pack.after?.version ?? 'not there'}`,
    ...showChanges(pack.changes, width),
    ...(pack.people === undefined ? [] : showPeople(pack.people, width)),
    '',
  ]);
  const shared = groups.length === 0 ? [] : ['Groups that packs share', ...showChanges(groups, width), ''];
  const end = `${packs.length} ${packs.length === 1 ? 'pack' : 'packs'} changed from ${before} to ${after}, ${unchanged.length} did not`;
  return `${[...lines, ...shared, end].join('\n')}\n`;
}

const MARKS = { added: '+', removed: '-', changed: '~', moved: '~' } as const;

function showChanges(changes: readonly Change[], width: number): readonly string[] {
  let held = '';
  return changes.flatMap((change) => {
    const { thing, id, title, version, aspect, at, words, kind, cite } = change;
    const head = `  ${thing} ${id}${title === id ? '' : `: ${title}`}`;
    const place = [
      version === undefined ? '' : `version ${version}`,
      aspect === 'whole' ? '' : aspect,
      placeOf(at),
    ]
      .filter((part) => part !== '')
      .join(', ');
    const cited = cite.map(
      ({ source, locator, seen }) => `${source}, ${locator}${seen === 'undated' ? '' : `, seen ${seen}`}`,
    );
    const lines = [
      ...(head === held || aspect === 'whole' ? [] : [head]),
      indentText(words, `    ${MARKS[kind]} `, width),
      ...(place === '' ? [] : [indentText(place, '      ', width)]),
      ...cited.map((line) => indentText(line, '      § ', width)),
    ];
    if (aspect !== 'whole') held = head;
    return lines;
  });
}

/** Where in the condition: the names along the way. */
function placeOf(at: string): string {
  const [, , ...rest] = at.split('/');
  return rest[0] === 'when'
    ? rest
        .slice(1)
        .filter((part) => !/^(all|any|of|\d+)$/.test(part))
        .join(' › ')
    : '';
}

function showPeople({ searches, untouched }: SemanticDiff, width: number): readonly string[] {
  return [
    '  Whom it touches',
    ...searches.flatMap(({ target, title, tries, witness }) => {
      const head = `${'rule' in target ? `rule ${target.rule}` : `route ${target.route}`}: ${title}`;
      if (witness === undefined)
        return [indentText(`${head}: nobody found in ${tries} tries`, '    ', width)];
      const { on, facts, before, after, dossier } = witness;
      const said = `${head}: ${sayVerdict(before)} → ${sayVerdict(after)}, law of ${on}, a dossier of ${facts} ${facts === 1 ? 'fact' : 'facts'}`;
      return [indentText(said, '    ', width), indentText(JSON.stringify(dossier), '      ', width)];
    }),
    `    ${untouched} rules and routes rest on nothing that changed`,
  ];
}

const STATUSES: Readonly<Record<string, string>> = {
  withSteps: 'open with steps',
  notMet: 'not met',
  notApplicable: 'not applicable',
};

export const sayVerdict = (verdict: Verdict): string => {
  if (typeof verdict === 'string') return STATUSES[verdict] ?? verdict;
  const said = STATUSES[verdict.verdict] ?? verdict.verdict;
  return verdict.remedy === undefined ? said : `${said} (${verdict.remedy})`;
};
