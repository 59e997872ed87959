import { describe, expect, it } from 'vitest';
import type { Dossier } from '../recognition/index.ts';
import { boxesOf } from './front-classes.ts';
import { type ReversePerson, reverseReach } from './index.ts';
import { flagRule, lasting, NOBODY, pack, plan, route, sets } from './small-network.fixture.ts';

const person = (school: string, citizenship: string, graduated: number): ReversePerson => {
  const flags = { a: school === 'X', b: citizenship === 'Y' };
  const dossier = { ...NOBODY, person: { ...(NOBODY['person'] as object), ...flags } } as Dossier;
  return { school, citizenship, graduated, person: { ...plan([]).person, dossier } };
};

describe('who can reach an authority', () => {
  /** Whoever has a school X needs one step; no other school is accepted. */
  const land = pack('aa', 'AA', {
    rules: [flagRule('aa.school', 'a'), flagRule('aa.exam', 'c', 'step.aa.exam')],
    routes: [route('aa.one', 'aa.full', ['aa.exam', 'aa.school'])],
    steps: [sets('step.aa.exam', 'c', lasting('P30D'))],
  });

  it('is told by classes of people whom the rules treat alike, with the way or the rule that blocks it', () => {
    const people = ['X', 'Z'].flatMap((school) =>
      ['Y', 'W'].flatMap((citizenship) => [2019, 2020].map((year) => person(school, citizenship, year))),
    );
    const answer = reverseReach({ law: plan([land]).law, pack: 'aa', people });
    expect(answer.people).toBe(8);
    expect(answer.classes).toMatchObject([
      {
        schools: ['X'],
        citizenships: ['W', 'Y'],
        graduated: { from: 2019, to: 2020 },
        reach: 'reachable',
        route: 'aa.one',
        time: { days: 30 },
        steps: 1,
      },
      {
        schools: ['Z'],
        citizenships: ['W', 'Y'],
        reach: 'unreachable',
        blockedBy: { route: 'aa.one', rule: 'aa.school' },
      },
    ]);
    expect(answer.classes[0]?.blockedBy).toBeUndefined();
  });
});

describe('people in lines', () => {
  const placed = (school: string, citizenship: string, graduated: number) => ({
    school,
    citizenship,
    graduated,
  });

  it('stand in no line with anybody who is not among them', () => {
    const people = [
      placed('X', 'Y', 2000),
      placed('X', 'W', 2000),
      placed('Z', 'Y', 2000),
      placed('X', 'Y', 2002),
    ];
    const told = boxesOf(people).flatMap(({ schools, citizenships, graduated: { from, to } }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((year) =>
        schools.flatMap((school) => citizenships.map((each) => placed(school, each, year))),
      ),
    );
    const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
    expect(sorted(told)).toEqual(sorted(people));
  });

  it('join years that follow one another', () => {
    expect(boxesOf([2001, 1999, 2000].map((year) => placed('X', 'Y', year)))).toEqual([
      { id: 'X Y 1999-2001', schools: ['X'], citizenships: ['Y'], graduated: { from: 1999, to: 2001 } },
    ]);
  });
});
