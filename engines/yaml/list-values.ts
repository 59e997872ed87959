import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';

/** A value of a text and where it is written: a scalar, or a list of texts on one line (`[a, b]`). */
export type WrittenValue = {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** From the first letter to behind the last. */
  readonly start: number;
  readonly end: number;
};

/**
 * Every scalar and every one-line list of texts, in the order of the text; the texts of such a list are not told one by one. Nothing
 * where the text cannot be read.
 *
 * @example listValues('when: { atLeast: 3 }\n') // [{ path: ['when', 'atLeast'], value: 3, start: 17, end: 18 }]
 */
export function listValues(text: string): readonly WrittenValue[] {
  const document = parseDocument(text, { version: '1.2' });
  if (document.errors.length > 0) return [];
  const found: WrittenValue[] = [];
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key !== 'key') add(node.value, node, [...ancestors, node]);
    },
    Seq: (_key, node, ancestors) => {
      const texts = node.items.map((item) => (isScalar(item) ? item.value : undefined));
      if (node.flow !== true || texts.some((each) => typeof each !== 'string')) return undefined;
      add(texts, node, [...ancestors, node]);
      return visit.SKIP;
    },
  });
  return found;

  function add(value: unknown, { range }: Node, nodes: readonly unknown[]): void {
    if (range == null) return;
    found.push({ path: pathOf(nodes), value, start: range[0], end: range[1] });
  }
}

function pathOf(nodes: readonly unknown[]): readonly (string | number)[] {
  return nodes.flatMap((node, index): readonly (string | number)[] => {
    const parent = nodes[index - 1];
    if (isPair(node) && isMap(parent)) return [isScalar(node.key) ? String(node.key.value) : ''];
    return isSeq(parent) ? [parent.items.indexOf(node)] : [];
  });
}

const PLAIN = /^[A-Za-z][\w.-]*$/;
/** Words that some readers of YAML take for something else than text. */
const OTHER = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A text as a pack writes it: quoted only where it could be taken for something else. */
export const writeText = (text: string): string =>
  PLAIN.test(text) && !OTHER.test(text) ? text : JSON.stringify(text);
