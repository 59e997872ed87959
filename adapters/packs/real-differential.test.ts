/** The short form of the comparison of back ends; the long one is `npm run check differential`. */
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { compileBatch, compiledEvaluator, resolveLaw, runDifferential } from '@testamur/engines/recognition';
import { FIRST_PACKS } from '@testamur/testing/first-packs';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';

const set = realLaw();
const ON: Day = expectOk(parseDay('2026-11-22'), 'a day of a test');
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
