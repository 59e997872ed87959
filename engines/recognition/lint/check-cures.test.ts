import { expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { Effect, Step } from '../language/pack.ts';
import { step } from '../small-law.fixture.ts';
import { lawOf, lintOf, said } from './lint.fixture.ts';

const passed = (exam: string, cure: readonly string[]): Node => ({
  some: {
    list: 'exams',
    where: {
      all: [
        { fact: 'its.exam', equals: exam },
        { fact: 'its.result', equals: 'pass' },
      ],
    },
  },
  cure,
});
const sits = (entry: Extract<Effect, { list: string }>['entry']): readonly Effect[] => [
  { list: 'exams', entry },
];
const curesOf = (when: Node, ...steps: readonly Step[]): readonly string[] =>
  said(lintOf(lawOf(when, { steps })), 'LINT_CURE_FAILS', 'LINT_EFFECT').map((line) =>
    line.replace('rule:xx.rule/versions/0/when', '…'),
  );

it('a step whose effects make the condition true cures it', () => {
  expect(
    curesOf(
      passed('one', ['step.xx.one']),
      step('step.xx.one', { effects: sits({ exam: 'one', result: 'pass', takenOn: 'stepDay' }) }),
    ),
  ).toEqual([]);
});

const failing: readonly (readonly [string, readonly Effect[], string])[] = [
  ['another examination', sits({ exam: 'two', result: 'pass' }), 'LINT_CURE_FAILS …/cure/0'],
  ['a failed attempt', sits({ exam: 'one', result: 'fail' }), 'LINT_CURE_FAILS …/cure/0'],
  ['an entry that leaves the result open', sits({ exam: 'one' }), 'LINT_CURE_FAILS …/cure/0'],
  ['no effect at all', [], 'LINT_EFFECT …/cure/0'],
];
it.each(failing)('%s does not cure a pass', (_name, effects, line) => {
  expect(curesOf(passed('one', ['step.xx.one']), step('step.xx.one', { effects }))).toEqual([line]);
});

it('what the person has not said does not speak against the step', () => {
  const when: Node = {
    all: [
      { fact: 'person.a', equals: true },
      { fact: 'pmq.graduatedOn', onOrBefore: { fact: 'application.on' } },
    ],
    cure: ['step.xx.graduate'],
  };
  expect(
    curesOf(when, step('step.xx.graduate', { effects: [{ fact: 'pmq.graduatedOn', value: 'stepDay' }] })),
  ).toEqual([]);
});

it('steps that a step needs bring their effects along', () => {
  const both: Node = {
    all: [passed('one', []), passed('two', [])].map(({ cure: _cure, ...node }) => node as Node),
    cure: ['step.xx.two'],
  };
  const one = step('step.xx.one', { effects: sits({ exam: 'one', result: 'pass' }) });
  const two = step('step.xx.two', {
    requires: [{ step: 'step.xx.one' }],
    effects: sits({ exam: 'two', result: 'pass' }),
  });
  expect(curesOf(both, one, two)).toEqual([]);
  expect(curesOf(both, one, { ...two, requires: [] })).toEqual(['LINT_CURE_FAILS …/cure/0']);
});

it('several cures may do it together, but not one that adds nothing', () => {
  const both = (cure: readonly string[]): Node => ({
    all: [passed('one', []), passed('two', [])].map(({ cure: _cure, ...node }) => node as Node),
    cure,
  });
  const steps = ['one', 'two', 'three'].map((exam) =>
    step(`step.xx.${exam}`, { effects: sits({ exam, result: 'pass' }) }),
  );
  expect(curesOf(both(['step.xx.one', 'step.xx.two']), ...steps)).toEqual([]);
  expect(curesOf(both(['step.xx.one', 'step.xx.two', 'step.xx.three']), ...steps)).toEqual([
    'LINT_CURE_FAILS …/cure/2',
  ]);
});

it('an entry for each licence answers for every licence', () => {
  const when: Node = {
    every: {
      list: 'licences',
      satisfies: {
        some: { list: 'practice', where: { fact: 'its.country', equals: { fact: 'outer.jurisdiction' } } },
      },
    },
    cure: ['step.xx.each'],
  };
  const forEach = { list: 'licences', field: 'jurisdiction', as: 'country' };
  expect(
    curesOf(when, step('step.xx.each', { effects: [{ list: 'practice', entry: {}, forEach }] })),
  ).toEqual([]);
});
