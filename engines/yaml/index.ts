/** The door of the YAML room: the files of packs as plain data, alike on a server and in a browser. */
export { appendEntry } from './append-entry.ts';
export { listValues, type WrittenValue, writeText } from './list-values.ts';
export { type Position, parseYaml, type YamlFile, type YamlProblem } from './parse-yaml.ts';
