/** The door of the packs adapter. */
export { loadPacks, type PackSet } from './load-packs.ts';
export { readYaml, type YamlFile, type YamlProblem } from './read-yaml.ts';
