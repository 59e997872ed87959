import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import { lawOf, lintOf, said } from './lint.fixture.ts';

const A: Node = { fact: 'person.a', equals: true };
const B: Node = { fact: 'person.b', equals: true };
const logicOf = (when: Node): readonly string[] =>
  said(lintOf(lawOf(when)), 'LINT_NEVER', 'LINT_ALWAYS', 'LINT_SUBSUMED').map((line) =>
    line.replace('rule:xx.rule/versions/0/when', '…'),
  );

describe('conditions that cannot both hold', () => {
  const contradictions: readonly (readonly [string, Node, string])[] = [
    ['true and false', { all: [A, { fact: 'person.a', equals: false }] }, 'LINT_NEVER …'],
    ['a fact and its denial', { all: [A, B, { not: A }] }, 'LINT_NEVER …'],
    [
      'two codes at once',
      {
        all: [
          { fact: 'pmq.country', equals: 'AA' },
          { fact: 'pmq.country', equals: 'BB' },
        ],
      },
      'LINT_NEVER …',
    ],
    [
      'a code outside its set',
      {
        all: [
          { fact: 'pmq.country', equals: 'CC' },
          { fact: 'pmq.country', in: { group: 'union' } },
        ],
      },
      'LINT_NEVER …',
    ],
    [
      'at least six and less than six',
      {
        all: [
          { fact: 'pmq.years', atLeast: 6 },
          { fact: 'pmq.years', lessThan: 6 },
        ],
      },
      'LINT_NEVER …',
    ],
    [
      'after a day and before it',
      {
        all: [
          { fact: 'pmq.graduatedOn', after: '2010-01-01' },
          { fact: 'pmq.graduatedOn', onOrBefore: '2010-01-01' },
        ],
      },
      'LINT_NEVER …',
    ],
    [
      'the same selection of a list, there and not there',
      {
        all: [
          { some: { list: 'exams', where: { fact: 'its.exam', equals: 'one' } } },
          { not: { some: { list: 'exams', where: { fact: 'its.exam', equals: 'one' } } } },
        ],
      },
      'LINT_NEVER …',
    ],
    [
      'fields of one entry',
      {
        some: {
          list: 'exams',
          where: {
            all: [
              { fact: 'its.result', equals: 'pass' },
              { fact: 'its.result', equals: 'fail' },
            ],
          },
        },
      },
      'LINT_NEVER …/some/where',
    ],
    ['deep below an alternative', { any: [B, { all: [A, { not: A }] }] }, 'LINT_NEVER …/any/1'],
  ];
  it.each(contradictions)('%s', (_name, when, line) => {
    expect(logicOf(when)).toEqual([line]);
  });
});

describe('conditions that cannot fail, or say nothing beyond their neighbour', () => {
  const needless: readonly (readonly [string, Node, string])[] = [
    ['a fact or its denial', { any: [A, { not: A }] }, 'LINT_ALWAYS …'],
    [
      'under six or at least six',
      {
        any: [
          { fact: 'pmq.years', lessThan: 6 },
          { fact: 'pmq.years', atLeast: 6 },
        ],
      },
      'LINT_ALWAYS …',
    ],
    [
      'a weaker threshold beside a stronger one',
      {
        all: [
          { fact: 'pmq.years', atLeast: 6 },
          { fact: 'pmq.years', atLeast: 5 },
        ],
      },
      'LINT_SUBSUMED …/all/1',
    ],
    [
      'a stronger alternative beside a weaker one',
      {
        any: [
          { fact: 'pmq.years', atLeast: 6 },
          { fact: 'pmq.years', atLeast: 5 },
        ],
      },
      'LINT_SUBSUMED …/any/0',
    ],
    ['the same alternative twice', { any: [A, A] }, 'LINT_SUBSUMED …/any/0'],
    [
      'a code that its set has already',
      {
        any: [
          { fact: 'pmq.country', in: ['AA', 'BB'] },
          { fact: 'pmq.country', equals: 'AA' },
        ],
      },
      'LINT_SUBSUMED …/any/1',
    ],
    ['an alternative inside another', { any: [A, { all: [A, B] }] }, 'LINT_SUBSUMED …/any/1'],
  ];
  it.each(needless)('%s', (_name, when, line) => {
    expect(logicOf(when)).toEqual([line]);
  });
});

describe('conditions that do say something', () => {
  const sound: readonly (readonly [string, Node])[] = [
    ['two independent facts', { all: [A, B] }],
    [
      'thresholds that leave a band',
      {
        all: [
          { fact: 'pmq.years', atLeast: 5 },
          { fact: 'pmq.years', lessThan: 6 },
        ],
      },
    ],
    [
      'two days that leave one day',
      {
        all: [
          { fact: 'pmq.graduatedOn', onOrAfter: '2010-01-01' },
          { fact: 'pmq.graduatedOn', onOrBefore: '2010-01-01' },
        ],
      },
    ],
    [
      'alternatives that overlap without either holding the other',
      {
        any: [
          { fact: 'pmq.country', in: ['AA', 'BB'] },
          { fact: 'pmq.country', in: ['BB', 'CC'] },
        ],
      },
    ],
    [
      'an alternative that says for whom the failure can be cured',
      { any: [A, { all: [B, { ...A, cure: ['step.xx.one'] }] }] },
    ],
    ['a condition with its own exception', { unless: A, then: B }],
    ['two different lists', { all: [{ some: { list: 'exams' } }, { not: { some: { list: 'tests' } } }] }],
    ['what nobody has researched', { any: [A, { notResearched: 'who else?' }] }],
  ];
  it.each(sound)('%s', (_name, when) => {
    expect(logicOf(when)).toEqual([]);
  });
});
