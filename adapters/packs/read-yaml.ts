/** One YAML file of the disk as plain data; every problem with its line and column. */
import { readFileSync } from 'node:fs';
import { parseYaml, type YamlFile, type YamlProblem } from '@testamur/engines/yaml';

export { type Position, parseYaml, type YamlFile, type YamlProblem } from '@testamur/engines/yaml';

export function readYaml(
  file: string,
  name = file,
): { readonly value?: YamlFile; readonly problems: readonly YamlProblem[] } {
  return parseYaml(readFileSync(file, 'utf8'), name);
}
