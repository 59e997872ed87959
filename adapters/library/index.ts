export { checkSums } from './check-sums.ts';
export type { LibraryCode, LibraryProblem } from './errors.ts';
export type { LibraryFile, LibraryItem, LibrarySet } from './library-file.ts';
export { makeSet } from './make-set.ts';
export { type Publication, publishLibrary } from './publish-library.ts';
export { readLibrary } from './read-library.ts';
export { readRuleBase } from './read-rule-base.ts';
export { type PublishedFile, RULE_BASE_FILE, type RuleBase, RuleBaseSchema } from './rule-base.ts';
