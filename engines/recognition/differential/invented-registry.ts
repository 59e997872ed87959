/** A registry that answers at random, and always the same to the same question. */
import type { RegistryAnswer, RegistryView } from '../reference/scope.ts';
import { makeRandom } from './random.ts';

const ANSWERS: readonly RegistryAnswer[] = [
  { state: 'true' },
  { state: 'false' },
  { state: 'silent' },
  { state: 'silent', weaker: true },
  { state: 'silent', weaker: false },
];

export const inventedRegistry = (seed: number): RegistryView => ({
  accredited: (school, { lo, hi }, recogniser = '') => {
    let mixed = seed;
    for (const letter of `${school} ${recogniser}`)
      mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
    return makeRandom(mixed ^ Math.imul(lo, 31) ^ hi).pick(ANSWERS);
  },
});
