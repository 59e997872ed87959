import type { Citation } from '@testamur/engines/kernel';
import { describeNode, type Node, operatorOf, type Words } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { formatPeriod } from './amounts.ts';
import type { Point, Pointer } from './pointer.ts';

/** One condition of a rule as a page shows it: a sentence, and what stands below it. */
export type Condition = {
  readonly sentence: string;
  /** The name that the author gave it, in the language of the pack. */
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

/** What a condition is described with: words of the vocabulary, where the rules and steps stand that it names, the reader's language. */
export type Sight = { readonly words: Words; readonly point: Point; readonly language: Language };

type Parts = { readonly sentence: string; readonly children: readonly Condition[] };
type Select = { readonly list: string; readonly where?: Node };
/** What is put around a sentence; by itself it begins with a capital. */
type Frame = (sentence: string) => string;

/** Lays a condition out as a tree of sentences. Branches of logic and the conditions on entries of a list become children. */
export function showCondition(node: Node, sight: Sight, frame: Frame = capitalise): Condition {
  const { label, ...bare } = node;
  const { sentence, children } = partsOf(bare as Node, sight);
  const { day } = sight.language;
  return {
    sentence: frame(sentence).replace(/\b\d{4}-\d{2}-\d{2}\b/g, day),
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
  const { say } = sight.language;
  const all = (nodes: readonly Node[]) => nodes.map((each) => showCondition(each, sight));
  if ('all' in node) return { sentence: say('rules.condition.all'), children: all(node.all) };
  if ('any' in node) return { sentence: say('rules.condition.any'), children: all(node.any) };
  if ('not' in node) return { sentence: say('rules.condition.not'), children: all([node.not]) };
  if ('atLeast' in node && typeof node.atLeast === 'object') {
    const { n, of } = node.atLeast;
    return { sentence: say('rules.condition.atLeast', { count: n }), children: all(of) };
  }
  if ('exactly' in node) {
    const { n, of } = node.exactly;
    return { sentence: say('rules.condition.exactly', { count: n }), children: all(of) };
  }
  if ('if' in node || 'unless' in node) return branches(node, sight);
  return listParts(node, sight) ?? { sentence: describeNode(node, sight.words), children: [] };
}

const BRANCHES: Readonly<Record<string, MessageKey>> = {
  if: 'rules.condition.if',
  then: 'rules.condition.then',
  else: 'rules.condition.else',
  unless: 'rules.condition.unless',
};

/** `if`, `then`, `else` and `unless` each become a child that says which it is. */
function branches(node: Node, sight: Sight): Parts {
  const { say } = sight.language;
  return {
    sentence: say('unless' in node ? 'rules.condition.except' : 'rules.condition.some'),
    children: operatorOf(node)
      .children(node)
      .map(([place, child]) => {
        const key = BRANCHES[place];
        return showCondition(child, sight, (condition) =>
          key === undefined ? condition : say(key, { condition }),
        );
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
    const start = describeNode({ sumDuration: open }, sight.words);
    return ofEntries(start, node.sumDuration, sight, 'rules.condition.counting');
  }
  if ('every' in node) return everyParts(node.every, sight);
  if ('examWindow' in node) {
    const { list, parts, within, ordered } = node.examWindow;
    const { say } = sight.language;
    const period = formatPeriod(within, sight.language);
    return {
      sentence: say(ordered === true ? 'rules.condition.attemptsInOrder' : 'rules.condition.attempts', {
        period,
      }),
      children: parts.map((part) => showCondition(part, inside(list, sight))),
    };
  }
  return undefined;
}

function ofEntries(
  start: string,
  { list, where }: Select,
  sight: Sight,
  joint: MessageKey = 'rules.condition.where',
): Parts {
  if (where === undefined) return { sentence: start, children: [] };
  const inner = inside(list, sight);
  const sentence = sight.language.say(joint, { start });
  if ('all' in where && where.label === undefined) {
    return { sentence, children: where.all.map((each) => showCondition(each, inner)) };
  }
  return { sentence, children: [showCondition(where, inner)] };
}

function everyParts(every: Select & { readonly satisfies: Node }, sight: Sight): Parts {
  const { words, language } = sight;
  const inner = inside(every.list, sight);
  const label = words.vocabulary.sections.get(every.list)?.label.toLowerCase() ?? every.list;
  const which = ofEntries(language.say('rules.condition.each', { list: label }), every, sight);
  if (every.where === undefined) return { ...which, children: [showCondition(every.satisfies, inner)] };
  const holds = showCondition(every.satisfies, inner, (condition) =>
    language.say('rules.condition.holds', { condition }),
  );
  return { ...which, children: [...which.children, holds] };
}

function inside(list: string, { words, ...sight }: Sight): Sight {
  return {
    ...sight,
    words: { ...words, its: list, ...(words.its === undefined ? {} : { outer: words.its }) },
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
