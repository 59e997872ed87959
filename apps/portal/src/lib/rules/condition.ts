import type { Citation } from '@testamur/engines/kernel';
import { describeNode, type Node, operatorOf, periodLabel, type Words } from '@testamur/engines/recognition';
import { formatDate } from '../ui/format-date.ts';
import type { Point, Pointer } from './pointer.ts';

/** One condition of a rule as a page shows it: a sentence, and what stands below it. */
export type Condition = {
  readonly sentence: string;
  /** The name that the author gave it. */
  readonly label?: string;
  readonly children: readonly Condition[];
  /** It asks for another rule. */
  readonly rule?: Pointer;
  /** It is not established: the question. */
  readonly question?: string;
  readonly waiver?: string;
  readonly cite: readonly Citation[];
  /** Steps that would meet it. */
  readonly cure: readonly Pointer[];
};

/** What a condition is described with: words of the vocabulary, and where the rules and steps stand that it names. */
export type Sight = { readonly words: Words; readonly point: Point };

type Parts = { readonly sentence: string; readonly children: readonly Condition[] };
type Select = { readonly list: string; readonly where?: Node };

/** Lays a condition out as a tree of sentences. Branches of logic and the conditions on entries of a list become children. */
export function showCondition(node: Node, sight: Sight): Condition {
  const { label, ...bare } = node;
  const { sentence, children } = partsOf(bare as Node, sight);
  return {
    sentence: capitalise(sentence).replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDate),
    ...(label === undefined ? {} : { label }),
    children,
    ...('rule' in node ? { rule: sight.point(node.rule) } : {}),
    ...('notResearched' in node ? { question: node.notResearched } : {}),
    ...(node.waiver === undefined ? {} : { waiver: node.waiver }),
    cite: node.cite ?? [],
    cure: (node.cure ?? []).map(sight.point),
  };
}

function partsOf(node: Node, sight: Sight): Parts {
  const all = (nodes: readonly Node[]) => nodes.map((each) => showCondition(each, sight));
  if ('all' in node) return { sentence: 'All of these', children: all(node.all) };
  if ('any' in node) return { sentence: 'At least one of these', children: all(node.any) };
  if ('not' in node) return { sentence: 'Not this', children: all([node.not]) };
  if ('atLeast' in node && typeof node.atLeast === 'object') {
    return { sentence: `At least ${node.atLeast.n} of these`, children: all(node.atLeast.of) };
  }
  if ('exactly' in node)
    return { sentence: `Exactly ${node.exactly.n} of these`, children: all(node.exactly.of) };
  if ('if' in node || 'unless' in node) return branches(node, sight);
  return listParts(node, sight) ?? { sentence: describeNode(node, sight.words), children: [] };
}

/** `if`, `then`, `else` and `unless` each become a child that says which it is. */
function branches(node: Node, sight: Sight): Parts {
  const names: Readonly<Record<string, string>> = {
    if: 'If',
    then: 'then',
    else: 'otherwise',
    unless: 'Unless',
  };
  const children = operatorOf(node).children(node);
  return {
    sentence: 'unless' in node ? 'Asked of everybody except' : 'Asked of some',
    children: children.map(([place, child]) => {
      const shown = showCondition(child, sight);
      return { ...shown, sentence: `${names[place] ?? place}: ${uncapitalise(shown.sentence)}` };
    }),
  };
}

function listParts(node: Node, sight: Sight): Parts | undefined {
  if ('some' in node)
    return ofEntries(describeNode({ some: { list: node.some.list } }, sight.words), node.some, sight);
  if ('count' in node) {
    const { where: _where, ...open } = node.count;
    return ofEntries(describeNode({ count: open }, sight.words), node.count, sight);
  }
  if ('sumDuration' in node) {
    const { where: _where, ...open } = node.sumDuration;
    return ofEntries(
      describeNode({ sumDuration: open }, sight.words),
      node.sumDuration,
      sight,
      'counting those where',
    );
  }
  if ('every' in node) return everyParts(node.every, sight);
  if ('examWindow' in node) {
    const { list, parts, within, ordered } = node.examWindow;
    const order = ordered === true ? ', in this order' : '';
    return {
      sentence: `one attempt for each of these, all within ${periodLabel(within)}${order}`,
      children: parts.map((part) => showCondition(part, inside(list, sight))),
    };
  }
  return undefined;
}

function ofEntries(start: string, { list, where }: Select, sight: Sight, joint = 'where'): Parts {
  if (where === undefined) return { sentence: start, children: [] };
  const inner = inside(list, sight);
  if ('all' in where && where.label === undefined) {
    return { sentence: `${start}, ${joint}`, children: where.all.map((each) => showCondition(each, inner)) };
  }
  return { sentence: `${start}, ${joint}`, children: [showCondition(where, inner)] };
}

function everyParts(every: Select & { readonly satisfies: Node }, sight: Sight): Parts {
  const inner = inside(every.list, sight);
  const label = sight.words.vocabulary.sections.get(every.list)?.label.toLowerCase() ?? every.list;
  const which = ofEntries(`each of your ${label}`, every, sight);
  const holds = showCondition(every.satisfies, inner);
  if (every.where === undefined) return { sentence: `for ${which.sentence}`, children: [holds] };
  return {
    sentence: `for ${which.sentence}`,
    children: [...which.children, { ...holds, sentence: `there must hold: ${uncapitalise(holds.sentence)}` }],
  };
}

function inside(list: string, { words, point }: Sight): Sight {
  return { words: { ...words, its: list, ...(words.its === undefined ? {} : { outer: words.its }) }, point };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names and abbreviations keep their capital: only the first word of our own sentences loses it. */
function uncapitalise(text: string): string {
  return /^(All|At|Not|Exactly|There|One|For|Asked) /.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
