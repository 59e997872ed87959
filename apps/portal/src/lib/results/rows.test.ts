import { describe, expect, it } from 'vitest';
import { assessment, authority, requirement, route } from './results.fixture.ts';
import { countLooks, isDecided, reasonsOf, rowsOf } from './rows.ts';

const unknown = (reasons: readonly ('notSaid' | 'notResearched')[]) =>
  requirement({ verdict: 'unknown', standing: 'unknown', reasons });

describe('the rows of the list', () => {
  it('leave out layers and regimes, which have no status of their own', () => {
    const rows = rowsOf(assessment(authority({ status: 'open' }), authority({ pack: 'eu', kind: 'regime' })));
    expect(rows.map((row) => row.pack)).toEqual(['xa']);
  });

  it('tell an unknown that an answer decides from one that only research can', () => {
    const lookOf = (...requirements: ReturnType<typeof unknown>[]) =>
      rowsOf(
        assessment(authority({ status: 'unknown', routes: [route({ status: 'unknown', requirements })] })),
      )[0]?.shown.look;
    expect(lookOf(unknown(['notSaid']))).toBe('notsaid');
    expect(lookOf(unknown(['notResearched']))).toBe('notresearched');
    expect(lookOf(unknown(['notResearched']), unknown(['notSaid']))).toBe('notsaid');
  });

  it('read the reasons of all routes that give the status, and of no other', () => {
    const said = route({ route: 'a', status: 'unknown', requirements: [unknown(['notSaid'])] });
    const limited = route({
      route: 'b',
      status: 'unknown',
      independent: false,
      requirements: [unknown(['notSaid'])],
    });
    const dark = route({ route: 'c', status: 'unknown', requirements: [unknown(['notResearched'])] });
    const look = (...routes: ReturnType<typeof route>[]) =>
      rowsOf(assessment(authority({ status: 'unknown', routes })))[0]?.shown.look;
    expect(look(dark, said)).toBe('notsaid');
    expect(look(dark, limited)).toBe('notresearched');
  });

  it('show what is met by an unknown step as a question, where there is one', () => {
    const open = route({
      requirements: [requirement({ verdict: 'notMet', standing: 'unknown' })],
      decidingQuestions: ['pmq.hours'],
    });
    expect(reasonsOf([open])).toEqual(['notSaid']);
    expect(reasonsOf([{ ...open, decidingQuestions: [] }])).toEqual([]);
  });

  it('never count an unknown as decided', () => {
    const rows = rowsOf(
      assessment(
        ...(['open', 'withSteps', 'unknown', 'closed'] as const).map((status) => authority({ status })),
      ),
    );
    expect(rows.map(isDecided)).toEqual([true, true, false, true]);
    expect([...countLooks(rows).values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it('say of a pack that knows only the steps that it does', () => {
    const packs = (['with-unknowns', 'steps-only'] as const).map((readiness, index) => ({
      ...{ pack: `x${index}`, languages: ['en'], readiness },
    }));
    const both = assessment(...packs.map(({ pack }) => authority({ pack, status: 'open' })));
    expect(rowsOf(both, packs).map(({ stepsOnly }) => stepsOnly)).toEqual([undefined, true]);
    expect(rowsOf(both).map(({ stepsOnly }) => stepsOnly)).toEqual([undefined, undefined]);
  });

  it('give the limited licence a badge of its own', () => {
    const [row] = rowsOf(assessment(authority({ status: 'closed', restrictedStatus: 'withSteps' })));
    expect([row?.shown.key, row?.restricted?.key]).toEqual(['common.look.closed', 'common.look.steps']);
  });
});
