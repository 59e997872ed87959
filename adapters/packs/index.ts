/** The door of the packs adapter. */
export { lintFaults, type LintFault } from './lint-faults.ts';
export { loadPacks, type PackFault, type PackSet } from './load-packs.ts';
export { parseYaml, type Position, readYaml, type YamlFile, type YamlProblem } from './read-yaml.ts';
export { type CaseFailure, type PackTest, testPacks } from './test-packs.ts';
