export { fitsSchema } from './fits-schema.ts';
export { type Gate, keepAnswers, type OutsideSettings, reachAtMost, reachOutside } from './reach-outside.ts';
export { digestOnNode, signWithPem, verifyOnNode } from './signatures.ts';
