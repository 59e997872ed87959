/** The lines of one rule within the text of its file. */
import { parseYaml } from '@testamur/engines/yaml';

export type RuleBlock = {
  readonly text: string;
  /** Lines of the file before it. */
  readonly linesBefore: number;
  /** The whole file with other words in its place. */
  readonly put: (text: string) => string;
};

/** Undefined where the file does not hold the rule. Comments between two rules belong to the one above. */
export function findRuleBlock(file: string, rule: string): RuleBlock | undefined {
  const read = parseYaml(file, '').value;
  if (read === undefined || !Array.isArray(read.value)) return undefined;
  const entries = read.value as readonly { readonly rule?: unknown }[];
  const index = entries.findIndex((entry) => entry.rule === rule);
  if (index === -1) return undefined;
  const lines = file.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const start = read.locate([index]).line - 1;
  const end = index + 1 < entries.length ? read.locate([index + 1]).line - 1 : lines.length;
  const [before, after] = [lines.slice(0, start).join(''), lines.slice(end).join('')];
  return {
    text: lines.slice(start, end).join(''),
    linesBefore: start,
    put: (text) => `${before}${text}${after === '' || text.endsWith('\n') ? '' : '\n'}${after}`,
  };
}
