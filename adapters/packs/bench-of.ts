/** The bench on which packs are tested: the reference interpreter, and a registry that is silent, so that the person is asked. */
import { type Bench, makeBench, referenceEvaluator } from '@testamur/engines/recognition';
import type { PackSet } from './load-packs.ts';

export const benchOf = (set: PackSet): Bench =>
  makeBench({
    ...set,
    schools: () => undefined,
    registry: { accredited: () => ({ state: 'silent' }) },
    evaluator: referenceEvaluator,
  });
