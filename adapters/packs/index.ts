/** The door of the packs adapter. */
export { beginPack, type NewPack } from './begin-pack.ts';
export { type LintFault, lintFaults } from './lint-faults.ts';
export { loadLaw, loadPacks, type PackFault, type PackSet } from './load-packs.ts';
export { mutatePacks } from './mutate-packs.ts';
export { openVersion, type RulesVersion, type VersionCode, type VersionContext } from './open-version.ts';
export { type PackRow, packRows, showPackTable } from './pack-table.ts';
export { type Position, parseYaml, readYaml, type YamlFile, type YamlProblem } from './read-yaml.ts';
export { type MutationRecord, readMutation, recordMutation } from './record-mutation.ts';
export { type PackSummary, summarisePack } from './summarise-pack.ts';
export { type CaseFailure, type PackTest, testPacks } from './test-packs.ts';
