/** The door of the packs adapter. */
export { loadPacks, type PackFault, type PackSet } from './load-packs.ts';
export { parseYaml, type Position, readYaml, type YamlFile, type YamlProblem } from './read-yaml.ts';
