import { englishWords, type Node, type Section, type Vocabulary } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english as language } from '../language/language.fixture.ts';
import { type Condition, type Sight, showCondition } from './condition.ts';

const fact = (label: string) => ({ type: 'boolean', label, definition: '', standard: 'own' }) as const;
const exams: Section = {
  ...{ section: 'exams', kind: 'list', label: 'Examinations', definition: '' },
  facts: { passed: fact('Passed'), recent: fact('Recent') },
};
const pmq: Section = {
  ...{ section: 'pmq', kind: 'basis', label: 'Degree', definition: '' },
  facts: { done: fact('Completed'), listed: fact('Listed') },
};
const vocabulary: Vocabulary = {
  sections: new Map([exams, pmq].map((each) => [each.section, each])),
  codeLists: new Map(),
  groups: new Map(),
};
const words = englishWords(vocabulary, () => 'Knowledge of English');
const sight: Sight = {
  language,
  words,
  point: (id) => ({ id, title: `title of ${id}`, text: '', href: `#${id}` }),
};

const done: Node = { fact: 'pmq.done', equals: true };
const listed: Node = { fact: 'pmq.listed', equals: true };
const passed: Node = { fact: 'its.passed', equals: true };
const recent: Node = { fact: 'its.recent', equals: true };

/** One line per sentence, indented. */
function outline({ sentence, children }: Condition, depth = 0): readonly string[] {
  return ['  '.repeat(depth) + sentence, ...children.flatMap((child) => outline(child, depth + 1))];
}

describe('a condition as sentences', () => {
  it.each<[string, Node, readonly string[]]>([
    ['a leaf is its sentence', done, ['Completed is yes']],
    ['all', { all: [done, listed] }, ['All of these', '  Completed is yes', '  Listed is yes']],
    ['any', { any: [done, listed] }, ['At least one of these', '  Completed is yes', '  Listed is yes']],
    ['not', { not: done }, ['Not this', '  Completed is yes']],
    [
      'at least n',
      { atLeast: { n: 2, of: [done, listed] } },
      ['At least 2 of these', '  Completed is yes', '  Listed is yes'],
    ],
    [
      'exactly n',
      { exactly: { n: 1, of: [done, listed] } },
      ['Exactly 1 of these', '  Completed is yes', '  Listed is yes'],
    ],
    [
      'if, then',
      { if: done, then: listed },
      ['Asked of some', '  If: Completed is yes', '  then: Listed is yes'],
    ],
    [
      'if, then, else',
      { if: done, then: listed, else: { any: [done] } },
      [
        'Asked of some',
        '  If: Completed is yes',
        '  then: Listed is yes',
        '  otherwise: at least one of these',
        '    Completed is yes',
      ],
    ],
    [
      'unless',
      { unless: done, then: listed },
      ['Asked of everybody except', '  Unless: Completed is yes', '  then: Listed is yes'],
    ],
    [
      'an entry of a list with one condition',
      { some: { list: 'exams', where: passed } },
      ['There is one among your examinations, where', '  Passed is yes'],
    ],
    [
      'an entry of a list with two conditions',
      { some: { list: 'exams', where: { all: [passed, recent] } } },
      ['There is one among your examinations, where', '  Passed is yes', '  Recent is yes'],
    ],
    ['any entry of a list', { some: { list: 'exams' } }, ['There is one among your examinations']],
    [
      'a count',
      { count: { list: 'exams', atMost: 3, where: passed } },
      ['There are at most 3 among your examinations, where', '  Passed is yes'],
    ],
    [
      'every entry',
      { every: { list: 'exams', where: passed, satisfies: recent } },
      ['For each of your examinations, where', '  Passed is yes', '  there must hold: Recent is yes'],
    ],
    [
      'a sum of time',
      {
        sumDuration: {
          list: 'exams',
          where: passed,
          from: 'from',
          to: 'to',
          measure: 'total',
          atLeast: 'P3Y',
        },
      },
      ['Your examinations come to at least 3 years, counting those where', '  Passed is yes'],
    ],
    [
      'a window of examinations',
      {
        examWindow: {
          list: 'exams',
          parts: [passed, recent],
          field: 'takenOn',
          within: 'P7Y',
          rounding: 'clamp',
          inclusive: true,
          ordered: true,
        },
      },
      [
        'One attempt for each of these, all within 7 years, in this order',
        '  Passed is yes',
        '  Recent is yes',
      ],
    ],
  ])('%s', (_name, node, lines) => {
    expect(outline(showCondition(node, sight))).toEqual(lines);
  });

  it('keeps the name that the author gave beside what it means', () => {
    expect(showCondition({ ...done, label: 'Degree in hand' }, sight)).toMatchObject({
      label: 'Degree in hand',
      sentence: 'Completed is yes',
    });
  });

  it('keeps a named group of entries together', () => {
    const where: Node = { all: [passed, recent], label: 'A pass of late' };
    expect(showCondition({ some: { list: 'exams', where } }, sight).children).toMatchObject([
      { label: 'A pass of late' },
    ]);
  });

  it('points at the rule that it builds on and at the steps that meet it', () => {
    const shown = showCondition({ rule: 'gb.english.test', cure: ['step.gb.plab1'] }, sight);
    expect(shown.rule).toMatchObject({ href: '#gb.english.test' });
    expect(shown.cure).toMatchObject([{ title: 'title of step.gb.plab1' }]);
  });

  it('writes days as people do', () => {
    const shown = showCondition({ fact: 'pmq.done', before: '2025-03-31' }, sight);
    expect(shown.sentence).toBe('Completed is before 31 March 2025');
  });

  it('shows the question of a point that is not researched', () => {
    expect(showCondition({ notResearched: 'How old may it be?' }, sight).question).toBe('How old may it be?');
  });
});
