/** The states of the nodes of an outcome, one line each, for whoever has to find out why a case failed. */
import type { Node } from '../language/nodes.ts';
import { isLogical } from '../language/walk-nodes.ts';
import type { Outcome } from '../reference/outcome.ts';

const MARKS = { true: '✓', false: '✗', unknown: '?', notApplicable: '–' } as const;

export function showOutcome(outcome: Outcome, depth = 0): readonly string[] {
  const { truth, standing, node, missing, reasons } = outcome;
  const why =
    truth === 'unknown'
      ? ` [${[...reasons, ...missing].join(', ')}]`
      : truth === 'false'
        ? ` [${standing}]`
        : '';
  const line = `${'  '.repeat(depth)}${MARKS[truth]} ${node === undefined ? outcome.path : showNode(node)}${why}`;
  return [line, ...outcome.children.flatMap((child) => showOutcome(child, depth + 1))];
}

const LONGEST = 120;

/** A logical node by its operator, a leaf as it was written. */
export function showNode(node: Node): string {
  const { id, label: _label, cite: _cite, cure: _cure, waiver: _waiver, ...operator } = node;
  const name = id === undefined ? '' : `${id}: `;
  if (isLogical(node)) return `${name}${Object.keys(operator).join('/')}`;
  const text = JSON.stringify(operator).replaceAll('"', '');
  return `${name}${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}
