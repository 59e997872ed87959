/** One YAML file as plain data, in the strict subset that packs use; every problem with its line and column. */
import { readFileSync } from 'node:fs';
import { isAlias, isScalar, LineCounter, parseDocument, visit } from 'yaml';

export type YamlFile = {
  readonly file: string;
  readonly value: unknown;
  /** Line and column of a path into the value, for messages. */
  readonly locate: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
};

export type YamlProblem = { readonly file: string; readonly line: number; readonly column: number; readonly message: string };

export function readYaml(file: string): { readonly value?: YamlFile; readonly problems: readonly YamlProblem[] } {
  const text = readFileSync(file, 'utf8');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, strict: true, uniqueKeys: true, version: '1.2', merge: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({ file, ...at(error.pos[0]), message: error.message }));
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      const refuse = (message: string): void => void problems.push({ file, ...at(offset), message });
      if (isAlias(node)) return refuse('Aliases (*name) are not allowed in packs: write the value out.');
      if (node.anchor !== undefined) refuse('Anchors (&name) are not allowed in packs: write the value out.');
      if (isScalar(node) && node.tag?.startsWith('!') === true) refuse('Tags (!name) are not allowed in packs.');
    },
  });
  if (problems.length > 0) return { problems };
  const locate = (path: readonly (string | number)[]): { line: number; column: number } => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range?.[0] !== undefined) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { value: { file, value: document.toJS() as unknown, locate }, problems: [] };
}
