import { describe, expect, it } from 'vitest';
import type { Inheritance, Pack, Route } from '../language/pack.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { lintOf, said } from './lint.fixture.ts';

const yes = (fact: string, cure: readonly string[] = []) =>
  version({ fact, equals: true, ...(cure.length === 0 ? {} : { cure }) });
const way = (id: string, requirements: readonly string[]): Route => ({
  ...{ route: id, title: id, for: 'all', grants: 'full', cite: CITE, scope: [], discretion: [], notes: [] },
  finally: [],
  requirements,
});

/** A land with three rules; `aa.c` is asked for by the step that cures `aa.b`. */
const LAND = pack(
  [
    rule('aa.a', yes('person.a')),
    rule('aa.b', yes('person.b', ['step.aa.b'])),
    rule('aa.c', yes('person.c')),
  ],
  {
    pack: 'aa',
    kind: 'national-layer',
    jurisdiction: 'AA',
    steps: [
      step('step.aa.b', { requires: [{ rule: 'aa.c' }], effects: [{ fact: 'person.b', value: true }] }),
    ],
  },
);
const NONE: Inheritance = { from: 'aa', adopts: [], replaces: [], leaves: [] };
const because = 'Another law.';

/** A province that asks for `aa.b` and for a rule of its own. */
const province = (inherits: Inheritance | undefined, more: Partial<Pack> = {}): Pack =>
  pack([rule('bb.own', yes('person.a'))], {
    pack: 'bb',
    jurisdiction: 'AA-B',
    parent: 'AA',
    uses: ['aa'],
    routes: [way('bb.way', ['bb.own', 'aa.b'])],
    ...(inherits === undefined ? {} : { inherits }),
    ...more,
  });
const told = (law: Pack) => said(lintOf(law, { others: [LAND] }), 'LINT_INHERITS');
const SOUND: Inheritance = {
  ...NONE,
  adopts: ['aa.b', 'aa.c'],
  replaces: [{ rule: 'aa.a', by: 'bb.own', because }],
};

describe('a province says what becomes of every rule of its country', () => {
  it('adopted where a route comes to it, through a rule or through a step that cures', () =>
    expect(told(province(SOUND))).toEqual([]));
  it('or it is refused: nothing said', () => {
    const findings = lintOf(province(undefined), { others: [LAND] });
    expect(findings.find(({ code }) => code === 'LINT_INHERITS')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('the 3 rules of aa'),
    });
  });
  it('whoever has no parent says nothing', () => expect(told(LAND)).toEqual([]));

  const refused: readonly (readonly [string, Pack, readonly string[]])[] = [
    [
      'a rule of which nothing is said',
      province({ ...SOUND, adopts: ['aa.b'] }),
      ['LINT_INHERITS pack:bb/inherits'],
    ],
    [
      'a rule named twice',
      province({ ...SOUND, leaves: [{ rule: 'aa.a', because }] }),
      ['LINT_INHERITS pack:bb/inherits/leaves/0/rule'],
    ],
    [
      'a rule that the parent has not',
      province({ ...SOUND, adopts: ['aa.b', 'aa.c', 'aa.d'] }),
      ['LINT_INHERITS pack:bb/inherits/adopts/2'],
    ],
    [
      'a rule adopted to which no route comes',
      province({ ...NONE, adopts: ['aa.a', 'aa.b', 'aa.c'] }),
      ['LINT_INHERITS pack:bb/inherits/adopts/0'],
    ],
    [
      'a rule left to which a route comes',
      province({ ...SOUND, adopts: ['aa.b'], leaves: [{ rule: 'aa.c', because }] }),
      ['LINT_INHERITS pack:bb/inherits/leaves/0/rule'],
    ],
    [
      'a replacement by a rule of somebody else',
      province({ ...SOUND, replaces: [{ rule: 'aa.a', by: 'aa.b', because }] }),
      ['LINT_INHERITS pack:bb/inherits/replaces/0/by'],
    ],
    [
      'a parent that is not there',
      province({ ...SOUND, from: 'zz' }),
      ['LINT_INHERITS pack:bb/inherits/from'],
    ],
    [
      'the pack of another jurisdiction than the parent',
      province(SOUND, { parent: 'CC' }),
      ['LINT_INHERITS pack:bb/inherits/from'],
    ],
    [
      'an inheritance from a pack that is not used',
      province(SOUND, { uses: [] }),
      ['LINT_INHERITS pack:bb/uses'],
    ],
  ];
  it.each(refused)('%s is refused', (_name, law, findings) => expect(told(law)).toEqual(findings));
});
