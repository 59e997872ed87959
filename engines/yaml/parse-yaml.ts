/** One YAML file as plain data, in the strict subset that packs use; every problem with its line and column. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

export type Position = { readonly line: number; readonly column: number };

export type YamlFile = {
  readonly file: string;
  readonly value: unknown;
  /** Line and column of a path into the value: of the key where the path ends in one, of the entry in a list. */
  readonly locate: (path: readonly (string | number)[]) => Position;
};

export type YamlProblem = Position & { readonly file: string; readonly message: string };

/** @example parseYaml('- rule: gb.a', 'rules/a.yaml').value?.locate([0, 'rule']) // { line: 1, column: 3 } */
export function parseYaml(
  text: string,
  file: string,
): { readonly value?: YamlFile; readonly problems: readonly YamlProblem[] } {
  const { document, at } = compose(text);
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    ...at(error.pos[0]),
    message: oneLine(error.message),
  }));
  problems.push(...refusals(document).map(({ offset, message }) => ({ file, ...at(offset), message })));
  if (problems.length > 0) return { problems };
  return { value: { file, value: document.toJS() as unknown, locate: locateIn(text) }, problems: [] };
}

type Composed = { readonly document: Document; readonly at: (offset: number) => Position };

function compose(text: string): Composed {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
    merge: false,
  });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  return { document, at };
}

/** Places are seldom asked for, and a document with places weighs many times its value: it is composed again for the first question. */
function locateIn(text: string): YamlFile['locate'] {
  let composed: Composed | undefined;
  return (path) => {
    composed ??= compose(text);
    return composed.at(offsetOf(composed.document, path));
  };
}

/** The parser draws the place below its message; ours is given as line and column. */
const oneLine = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '.');

function refusals(document: Document): readonly { readonly offset: number; readonly message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Node: (_key, node) => {
      const refuse = (message: string): void =>
        void found.push({ offset: (node as Node).range?.[0] ?? 0, message });
      if (isAlias(node)) return refuse('Aliases (*name) are not allowed in packs: write the value out.');
      if (node.anchor !== undefined) refuse('Anchors (&name) are not allowed in packs: write the value out.');
      if (node.tag !== undefined) refuse('Tags (!name) are not allowed in packs.');
    },
    Pair: (_key, pair) => {
      if (isScalar(pair.key) && pair.key.value === '<<')
        found.push({
          offset: pair.key.range?.[0] ?? 0,
          message: 'Merge keys (<<) are not allowed in packs: write the values out.',
        });
      if (!isScalar(pair.key) || typeof pair.key.value !== 'string')
        found.push({
          offset: (pair.key as Node | null)?.range?.[0] ?? 0,
          message: 'A key must be a text: quote it.',
        });
    },
  });
  return found;
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      offset = (item as Node).range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return path.length === 0 ? ((node as Node | null)?.range?.[0] ?? 0) : offset;
}
