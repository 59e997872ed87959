/** The same dossier and the same packs give the same bytes, whichever back end judges and however the dossier was written down. */
import { realPacks } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { expectOk, hashOf } from '../../kernel/index.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import type { Dossier } from '../facts/dossier.ts';
import { literalDay } from '../language/literals.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { assessPerson } from './assess.ts';
import { prepareLaw } from './prepare-law.ts';

const set = realPacks();
const ON = literalDay('2026-11-22');
const stories = [...set.suites.values()].flatMap((suite) => suite.stories).map(({ value }) => value.dossier);
const some = stories.filter((_, index) => index % 6 === 0);

const prepare = (evaluator: typeof referenceEvaluator) =>
  prepareLaw({ book: set, on: ON, knownOn: ON, evaluator });
const laws = { reference: prepare(referenceEvaluator), compiled: prepare(compiledEvaluator) };

const registry = { accredited: () => ({ state: 'silent' as const }) };
const hashFor = (law: (typeof laws)['reference'], dossier: Dossier): string =>
  expectOk(hashOf(assessPerson(law, { dossier, schools: () => undefined, registry })), 'an assessment');

/** Members in the opposite order; lists keep theirs, for their order may mean something. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, turned(part)]),
  ) as T;
}

describe('an assessment is determined by its input', () => {
  it('has dossiers to try', () => expect(some.length).toBeGreaterThan(5));

  it.each(some.map((dossier, index) => ({ dossier, index })))('dossier $index', ({ dossier }) => {
    const hash = hashFor(laws.compiled, dossier);
    expect(hashFor(laws.compiled, dossier)).toBe(hash);
    expect(hashFor(laws.compiled, turned(dossier))).toBe(hash);
  });

  // Node by node the back ends are compared elsewhere; here only that whole assessments are written alike.
  it.each(some.filter((_, index) => index % 4 === 0).map((dossier, index) => ({ dossier, index })))(
    'dossier $index is judged alike by the evaluator written to be read',
    ({ dossier }) => expect(hashFor(laws.reference, dossier)).toBe(hashFor(laws.compiled, dossier)),
  );

  it('another dossier has another hash', () => {
    const [first, ...others] = some.slice(0, 3).map((dossier) => hashFor(laws.compiled, dossier));
    expect(others).not.toContain(first);
  });
});
