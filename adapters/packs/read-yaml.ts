/** One YAML file of the disk as plain data; every problem with its line and column. */
import { readFileSync } from 'node:fs';
import { parseYaml } from '@testamur/engines/yaml';

export { type Position, parseYaml, type YamlFile, type YamlProblem } from '@testamur/engines/yaml';

type Parsed = ReturnType<typeof parseYaml>;

/** Two versions of the law share most of their files, so a text is parsed once in a process. */
const parsed = new Map<string, Parsed>();

export function readYaml(file: string, name = file): Parsed {
  const text = readFileSync(file, 'utf8');
  const key = `${name}\n${text}`;
  const found = parsed.get(key) ?? parseYaml(text, name);
  parsed.set(key, found);
  return found;
}
