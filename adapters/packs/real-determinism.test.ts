/** The same dossier and the same packs give the same bytes, whichever back end judges and however the dossier was written down. */
import { type Day, expectOk, hashOf, parseDay } from '@testamur/engines/kernel';
import {
  assessPerson,
  compiledEvaluator,
  type Dossier,
  prepareLaw,
  referenceEvaluator,
} from '@testamur/engines/recognition';
import { realPacks } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';

const set = realPacks();
const ON: Day = expectOk(parseDay('2026-11-22'), 'a day of a test');
const stories = [...set.suites.values()].flatMap((suite) => suite.stories).map(({ value }) => value.dossier);
/** One story in so many; all with WHOLE=1. */
const TRIED_OF = process.env.WHOLE === '1' ? 1 : 9;
const some = stories.filter((_, index) => index % TRIED_OF === 0);

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
