/** The short form of the comparison of back ends; the long one is `npm run check differential`. */
import { FIRST_PACKS } from '@testamur/testing/first-packs';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { compileBatch } from '../batch/compile-batch.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import { literalDay } from '../language/literals.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { runDifferential } from './run-differential.ts';

const set = realLaw();
const ON = literalDay('2026-11-22');
const law = resolveLaw(set.packs, set.vocabulary, set.commonSteps, { on: ON, knownOn: ON });
const backEnds = [{ name: 'compiled', evaluator: compiledEvaluator }];
const populations = [{ name: 'batch', compile: compileBatch }];
const RECORDS = 2_000;
/** Packs with the most operators between them get the whole short form; the others a twentieth of it, so that the suite stays short. */
const recordsFor = (pack: string): number => (FIRST_PACKS.includes(pack) ? RECORDS : RECORDS / 20);

describe('every back end gives the reference answer, node by node', () => {
  it.each(set.packs.map((pack) => ({ pack, name: pack.pack })))('$name', { timeout: 300_000 }, ({ pack }) => {
    const report = runDifferential({
      pack,
      law,
      vocabulary: set.vocabulary,
      seed: 1,
      records: recordsFor(pack.pack),
      backEnds,
      populations,
    });
    expect(report.first).toEqual([]);
    expect(report.differences).toBe(0);
    // The states that stay rare are few: a generator that draws only unknowns would leave most of them.
    if (FIRST_PACKS.includes(pack.pack)) expect(report.short.length).toBeLessThanOrEqual(report.leaves / 4);
  });
});
