export { type ErasureGiven, type ErasureTried, tryErasure } from './try-erasure.ts';
