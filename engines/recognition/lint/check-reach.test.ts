import { expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { Pack, Route } from '../language/pack.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { lintOf, said } from './lint.fixture.ts';

const A: Node = { fact: 'person.a', equals: true };
const route = (...requirements: readonly string[]): Route => ({
  route: 'xx.route',
  title: 'R',
  for: 'all',
  grants: 'full',
  cite: CITE,
  scope: [],
  requirements,
  discretion: [],
  notes: [],
  finally: [],
});
const reachOf = (law: Pack): readonly string[] =>
  said(lintOf(law), 'LINT_UNREACHABLE', 'LINT_STEP_CIRCLE', 'LINT_STEP_NEEDLESS', 'LINT_RULE_UNUSED');

it('a route whose rules somebody can meet is reachable', () => {
  expect(reachOf(pack([rule('xx.rule', version(A))], { routes: [route('xx.rule')] }))).toEqual([]);
});

const closed: readonly (readonly [string, readonly Node[], readonly string[]])[] = [
  [
    'a point nobody has researched',
    [A, { notResearched: 'what is asked?' }],
    ['LINT_UNREACHABLE route:xx.route'],
  ],
  [
    'a rule that rests on one that nobody has researched',
    [{ rule: 'xx.2' }, { notResearched: 'what is asked?' }],
    ['LINT_UNREACHABLE route:xx.route'],
  ],
  [
    'two rules that contradict each other',
    [A, { fact: 'person.a', equals: false }],
    ['LINT_UNREACHABLE route:xx.route/requirements'],
  ],
  ['an alternative to what nobody has researched', [{ any: [A, { notResearched: 'else?' }] }], []],
  [
    'an exception that somebody falls under',
    [{ unless: A, then: { notResearched: 'and for the others?' } }],
    [],
  ],
];
it.each(closed)('%s', (_name, conditions, lines) => {
  const rules = conditions.map((when, index) => rule(`xx.${index + 1}`, version(when)));
  expect(reachOf(pack(rules, { routes: [route(...rules.map((each) => each.rule))] }))).toEqual(lines);
});

it('a step that needs what only it brings about can never be taken', () => {
  const when: Node = { ...A, cure: ['step.xx.one'] };
  const law = (requires: Parameters<typeof step>[1]) =>
    pack([rule('xx.rule', version(when))], {
      routes: [route('xx.rule')],
      steps: [step('step.xx.one', requires)],
    });
  expect(reachOf(law({ requires: [{ rule: 'xx.rule' }] }))).toEqual([
    'LINT_STEP_CIRCLE step:step.xx.one/requires',
  ]);
  expect(reachOf(law({ requires: [{ step: 'step.xx.one' }] }))).toEqual([
    'LINT_STEP_CIRCLE step:step.xx.one/requires',
  ]);
  expect(reachOf(law({ requires: [] }))).toEqual([]);
});

it('a circle with a way out is none', () => {
  const when: Node = {
    any: [
      { ...A, cure: ['step.xx.one'] },
      { fact: 'person.b', equals: true },
    ],
  };
  expect(
    reachOf(
      pack([rule('xx.rule', version(when))], {
        routes: [route('xx.rule')],
        steps: [step('step.xx.one', { requires: [{ rule: 'xx.rule' }] })],
      }),
    ),
  ).toEqual([]);
});

it('a rule and a step that nothing uses are named', () => {
  const law = pack([rule('xx.rule', version(A)), rule('xx.idle', version(A))], {
    routes: [route('xx.rule')],
    steps: [step('step.xx.idle')],
  });
  expect(reachOf(law)).toEqual(['LINT_STEP_NEEDLESS step:step.xx.idle', 'LINT_RULE_UNUSED rule:xx.idle']);
});

it('a rule that a step or another pack requires is used', () => {
  const law = pack([rule('xx.rule', version(A)), rule('xx.entry', version(A))], {
    routes: [{ ...route('xx.rule'), finally: ['step.xx.one'] }],
    steps: [step('step.xx.one', { requires: [{ rule: 'xx.entry' }] })],
  });
  expect(reachOf(law)).toEqual([]);
});
