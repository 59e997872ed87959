/** A requirement as a tree of conditions, each with its state, the fact used and what is missing. */
import type { ExplanationNode, FactUsed } from '@testamur/engines/recognition';
import type { Style } from './style.ts';
import { cleanText, indentText } from './wrap.ts';

const SIGNS = { true: '✓', false: '✗', unknown: '?', notApplicable: '–' } as const;
/** Deeper conditions keep the indent of this depth, so that lines stay readable. */
const DEEPEST = 12;

export type TreePage = { readonly style: Style; readonly width: number };

export function showTree(node: ExplanationNode, page: TreePage, depth = 0): string {
  const { style, width } = page;
  const paint =
    node.truth === 'true'
      ? style.green
      : node.truth === 'false'
        ? style.red
        : node.truth === 'unknown'
          ? style.yellow
          : style.dim;
  const indent = '  '.repeat(Math.min(depth, DEEPEST));
  const lines = [
    ...indentText(headOf(node), `${indent}${SIGNS[node.truth]} `, width).split('\n').map(paint),
    ...notesOf(node).map((note) => style.dim(indentText(note, `${indent}    `, width))),
    ...node.children.map((child) => showTree(child, page, depth + 1)),
  ];
  return lines.join('\n');
}

/** What stands above its parts need not repeat them: the author's label where there is a short one, else how the parts are joined. */
const headOf = ({ operator, sentence, children }: ExplanationNode): string =>
  children.length === 0 ? sentence : joinedAs(operator, sentence);

const LONGEST_HEAD = 70;
const JOINED: Readonly<Record<string, string>> = {
  all: 'all of these',
  any: 'one of these',
  not: 'not so',
  if: 'if the first, then the second, else the third',
  unless: 'unless the first, the second',
};

export const joinedAs = (operator: string, sentence: string): string =>
  sentence.length > LONGEST_HEAD ? (JOINED[operator] ?? sentence) : sentence;

function notesOf({
  facts,
  missing,
  truth,
  independentOf,
  cure,
  waiver,
  standing,
}: ExplanationNode): readonly string[] {
  return [
    ...facts.map(showFact),
    ...(truth === 'unknown' && missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(independentOf.length > 0 ? [`whatever the answer to ${independentOf.join(', ')}`] : []),
    ...(truth !== 'true' && cure.length > 0 && standing !== 'final'
      ? [`put right by: ${cure.join(', ')}`]
      : []),
    ...(waiver === undefined ? [] : [`waiver: ${waiver}`]),
  ];
}

const showFact = ({ label, fact, value, state }: FactUsed): string =>
  `${label} (${fact}): ${state === 'known' ? cleanText(value ?? '') : state}`;
