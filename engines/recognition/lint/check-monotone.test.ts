import { expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import { step } from '../small-law.fixture.ts';
import { lawOf, lintOf, said } from './lint.fixture.ts';

const STEPS = [
  step('step.xx.one', { effects: [{ list: 'exams', entry: { exam: 'one', result: 'pass' } }] }),
  step('step.xx.a', { effects: [{ fact: 'person.a', value: true }] }),
];
const flagged = (when: Node): boolean =>
  said(lintOf(lawOf(when, { steps: STEPS })), 'LINT_NOT_MONOTONE').length > 0;
const exam = (code: string): Node => ({ some: { list: 'exams', where: { fact: 'its.exam', equals: code } } });

const cases: readonly (readonly [string, Node, boolean])[] = [
  ['a pass that is denied', { not: exam('one') }, true],
  [
    'at most three attempts',
    { count: { list: 'exams', where: { fact: 'its.exam', equals: 'one' }, atMost: 3 } },
    true,
  ],
  ['any examination denied', { not: { some: { list: 'exams' } } }, true],
  [
    'one of several codes denied',
    { not: { some: { list: 'exams', where: { fact: 'its.exam', in: ['two', 'one'] } } } },
    true,
  ],
  ['a fact that a step sets, denied', { not: { fact: 'person.a', equals: true } }, true],
  [
    'a denial deep below',
    { all: [{ any: [{ not: { all: [exam('one'), exam('two')] } }, { fact: 'person.b', equals: true }] }] },
    true,
  ],
  ['a pass that is asked for', exam('one'), false],
  ['at least one attempt', { count: { list: 'exams', atLeast: 1 } }, false],
  ['an examination that no step brings, denied', { not: exam('two') }, false],
  [
    'a failed attempt denied, where steps bring passes',
    {
      not: {
        some: {
          list: 'exams',
          where: {
            all: [
              { fact: 'its.exam', equals: 'one' },
              { fact: 'its.result', equals: 'fail' },
            ],
          },
        },
      },
    },
    false,
  ],
  ['another list denied', { not: { some: { list: 'tests' } } }, false],
  ['the opposite of what a step sets, denied', { not: { fact: 'person.a', equals: false } }, false],
];
it.each(cases)('%s', (_name, when, wanted) => {
  expect(flagged(when)).toBe(wanted);
});
