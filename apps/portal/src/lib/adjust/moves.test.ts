import type { Dossier, FactDefinition, Step } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { addMove, type FactMove, type Move, missingBefore, triedSteps, tryFacts } from './moves.ts';

const definition = { type: 'codes', label: 'Citizenships' } as unknown as FactDefinition;
const citizen = (...value: readonly string[]): FactMove => ({
  kind: 'fact',
  place: { kind: 'singular', section: 'person', fact: 'citizenships' },
  definition,
  value,
});
const step = (id: string, on = '2026-11-22'): Move => ({ kind: 'step', step: id, on });
const DOSSIER: Dossier = { schema: 'testamur/dossier/1', person: { citizenships: ['PK'] } };

describe('trying out', () => {
  it('answers as if, and leaves the dossier as it is', () => {
    const tried = tryFacts(DOSSIER, [step('a'), citizen('PK', 'IE')]);
    expect(tried['person']).toEqual({ citizenships: ['PK', 'IE'] });
    expect(DOSSIER['person']).toEqual({ citizenships: ['PK'] });
  });

  it('takes steps in the order in which they were tried', () => {
    expect(triedSteps([step('b'), citizen('IE'), step('a', '2026-01-01')])).toEqual([
      { step: 'b', on: '2026-11-22' },
      { step: 'a', on: '2026-01-01' },
    ]);
  });

  it('lets the latest answer to one question count, and keeps the others', () => {
    const moves = [citizen('DE'), step('a'), citizen('IE'), step('a', '2026-01-01')].reduce(
      (held: readonly Move[], move) => addMove(held, move),
      [],
    );
    expect(moves).toEqual([citizen('IE'), step('a', '2026-01-01')]);
  });

  it('undone move by move, ends at the dossier', () => {
    const moves = [citizen('DE'), step('a')];
    expect(tryFacts(DOSSIER, moves.slice(0, 1))).not.toEqual(DOSSIER);
    expect(tryFacts(DOSSIER, moves.slice(0, 0))).toEqual(DOSSIER);
  });
});

it('names the steps that come before one that is tried, unless they are tried too', () => {
  const steps = [
    { step: 'second', requires: [{ step: 'first' }, { rule: 'x' }] },
    { step: 'first', requires: [] },
  ] as unknown as readonly Step[];
  expect([...missingBefore([step('second')], steps)]).toEqual([['second', ['first']]]);
  expect([...missingBefore([step('second'), step('first')], steps)]).toEqual([]);
});
