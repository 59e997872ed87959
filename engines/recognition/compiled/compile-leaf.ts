/** Which compiled leaf stands for which operator. */
import type { FactRef, Node } from '../language/nodes.ts';
import { compileCount } from './compile-count.ts';
import { compileEquals } from './compile-equals.ts';
import { compileEvery } from './compile-every.ts';
import { compileExamWindow } from './compile-exam-window.ts';
import { compileIn, compileIncludes, compileSet, includesAny, onlyFrom } from './compile-membership.ts';
import { compileOrder } from './compile-order.ts';
import { compileRegistryJoin } from './compile-registry-join.ts';
import { compileSumDuration } from './compile-sum-duration.ts';
import { compileTable } from './compile-table.ts';
import { ANY_NUMBER, above, type Bounds, below, compileThreshold } from './compile-threshold.ts';
import { compileWithinPeriod } from './compile-within-period.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { gradeOf, known, NOT_RESEARCHED, strengthOf, T, truthOf, U, unknown } from './packed.ts';

export function compileLeaf(node: Node, place: Place): CompiledLeaf {
  if ('some' in node) return compileCount(node.some, 1, Number.POSITIVE_INFINITY, place);
  if ('count' in node) {
    const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = node.count;
    return compileCount(node.count, atLeast, atMost, place);
  }
  if ('every' in node) return compileEvery(node.every, place);
  if ('sumDuration' in node) return compileSumDuration(node.sumDuration, place);
  if ('examWindow' in node) return compileExamWindow(node.examWindow, place);
  if ('withinPeriod' in node) return compileWithinPeriod(node.withinPeriod, place);
  if ('asOf' in node) return compileRegistryJoin(node.asOf, place);
  if ('table' in node) return compileTable(node.table, place);
  if ('notResearched' in node) return notResearched;
  if ('fact' in node) return compileComparison(node, place);
  throw new Error(`No such operator: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}

const notResearched: CompiledLeaf = { evaluate: () => unknown(NOT_RESEARCHED), missing: () => [] };

type Comparison = Extract<Node, FactRef>;

function compileComparison(node: Comparison, place: Place): CompiledLeaf {
  const { fact } = node;
  if ('equals' in node) return compileEquals(fact, node.equals, place);
  if ('notEquals' in node) return negate(compileEquals(fact, node.notEquals, place));
  if ('in' in node) return compileIn(fact, node.in, place);
  if ('notIn' in node) return negate(compileIn(fact, node.notIn, place));
  if ('includes' in node) return compileIncludes(fact, node.includes, place);
  if ('includesAny' in node) return compileSet(fact, node.includesAny, place, includesAny);
  if ('onlyFrom' in node) return compileSet(fact, node.onlyFrom, place, onlyFrom);
  if ('onOrAfter' in node)
    return compileOrder({ fact, bound: node.onOrAfter, before: false, strict: false }, place);
  if ('after' in node) return compileOrder({ fact, bound: node.after, before: false, strict: true }, place);
  if ('onOrBefore' in node)
    return compileOrder({ fact, bound: node.onOrBefore, before: true, strict: false }, place);
  if ('before' in node) return compileOrder({ fact, bound: node.before, before: true, strict: true }, place);
  return compileThreshold(fact, boundsOf(node), place);
}

function boundsOf(node: Comparison): Bounds {
  if ('atLeast' in node) return { ...ANY_NUMBER, low: node.atLeast };
  if ('moreThan' in node) return { ...ANY_NUMBER, low: above(node.moreThan) };
  if ('atMost' in node) return { ...ANY_NUMBER, high: node.atMost };
  if ('lessThan' in node) return { ...ANY_NUMBER, high: below(node.lessThan) };
  if (!('between' in node)) throw new Error(`No such comparison: ${Object.keys(node).join(', ')}`);
  const [low, high] = node.between;
  return { low, high };
}

/** The opposite of what is known; what is unknown stays so. */
function negate({ evaluate, within, ...leaf }: CompiledLeaf): CompiledLeaf {
  return {
    ...leaf,
    within: within && { ...within, inside: within.outside, outside: within.inside },
    evaluate: (frame) => {
      const packed = evaluate(frame);
      if (truthOf(packed) === U) return packed;
      return known(truthOf(packed) !== T, strengthOf(packed), gradeOf(packed));
    },
  };
}
