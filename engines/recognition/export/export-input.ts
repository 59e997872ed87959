/** What both exports are made from: the law of a day, the words of the vocabulary, and where the pages of rules stand. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { ALWAYS_KNOWN } from '../cases/bench.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { englishWords } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';
import { type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';

export type ExportInput = {
  readonly pack: Pack;
  readonly kind: Pack['kind'];
  readonly on: string;
  readonly law: ResolvedLaw;
  readonly words: Words;
  readonly links: { readonly rule: (id: string) => string; readonly route: (id: string) => string };
  /** A node and every node in it. */
  readonly nodesBelow: (node: Node) => readonly Node[];
};

export type ExportBook = {
  readonly packs: readonly Pack[];
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
};

/** `site` is the address of a portal, such as https://testamur.example. */
export function exportInput(
  pack: Pack,
  book: ExportBook,
  { on, site }: { readonly on: Day; readonly site: string },
): ExportInput {
  const law = resolveLaw(book.packs, book.vocabulary, book.commonSteps, { on, knownOn: ALWAYS_KNOWN });
  const base = site.replace(/\/+$/, '');
  return {
    pack,
    kind: pack.kind,
    on: formatDay(on),
    law,
    words: englishWords(book.vocabulary, (id) => law.rules.get(id)?.rule.title ?? id),
    links: {
      rule: (id) => `${base}/rules/${law.rules.get(id)?.packId ?? pack.pack}/${id}`,
      route: (id) => `${base}/rules/${pack.pack}#${id}`,
    },
    nodesBelow: (node) => walkNodes(node).map((visited) => visited.node),
  };
}
