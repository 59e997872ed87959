/** A rule for a reader: what it asks, by which wording on which day, under which clause, which routes ask for it. */
import type { Node, Pack, RuleVersion } from '@testamur/engines/recognition';
import { describeNode, operatorOf, type Words } from '@testamur/engines/recognition';
import type { RuleDescribed } from '@testamur/services/recognising';
import { citationLine, sourceFinder } from './citation.ts';
import { joinedAs, type TreePage } from './explanation.ts';
import { indentText } from './wrap.ts';

const STATES = {
  known: 'in force',
  notResearched: 'not researched for that day: unknown for everybody',
  stale: 'should have been read again by now: unknown until it is',
} as const;

export function showRule(
  { rule, standing, askedBy }: RuleDescribed,
  pack: Pack,
  words: Words,
  page: TreePage,
): string {
  const { style, width } = page;
  const since =
    standing.assumedUnchangedSince === undefined
      ? ''
      : `, assumed unchanged since ${standing.assumedUnchangedSince}`;
  return [
    style.bold(`${rule.title} (${rule.rule})`),
    indentText(rule.text, '', width),
    indentText(
      `${pack.name}, pack ${pack.pack} ${pack.version}. On ${standing.on}, as known on ${standing.knownOn}: ${STATES[standing.state]}${since}.`,
      '',
      width,
    ),
    indentText(askedBy.length === 0 ? 'no route directly' : askedBy.join(', '), 'Asked by: ', width),
    ...rule.versions.map((version) =>
      versionLines(version, standing.versions.includes(version.version), pack, words, page),
    ),
  ].join('\n');
}

function versionLines(
  version: RuleVersion,
  counts: boolean,
  pack: Pack,
  words: Words,
  page: TreePage,
): string {
  const { style, width } = page;
  const { inForce, appliesTo, recordedAt, reviewBy } = version;
  const when = [
    inForce === undefined ? 'from the day it was seen' : `in force ${rangeWords(inForce)}`,
    ...(appliesTo === undefined ? [] : [`for ${appliesTo.anchor} ${rangeWords(appliesTo)}`]),
    `entered ${recordedAt}`,
    `to be read again by ${reviewBy}`,
  ];
  return [
    '',
    `${style.bold(`Wording ${version.version}`)}${counts ? '' : ' (not read on that day)'}: ${when.join('; ')}`,
    ...conditionLines(version.when, words, page, 1),
    ...version.cite.map((cite) =>
      style.dim(indentText(citationLine(cite, sourceFinder([pack])), '  ', width)),
    ),
  ].join('\n');
}

const rangeWords = ({ from, to }: { readonly from?: string; readonly to?: string }): string =>
  [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`until ${to}`])].join(' ') ||
  'always';

function conditionLines(node: Node, words: Words, page: TreePage, depth: number): readonly string[] {
  const { name, children } = operatorOf(node);
  const parts = children(node);
  const sentence = describeNode(node, words);
  const head = parts.length === 0 ? sentence : joinedAs(name, sentence);
  return [
    indentText(head, `${'  '.repeat(depth)}• `, page.width),
    ...parts.flatMap(([, child]) => conditionLines(child, words, page, depth + 1)),
  ];
}
