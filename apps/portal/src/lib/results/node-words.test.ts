import type { ExplanationNode } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { headingOf, lookOfNode } from './node-words.ts';
import { showNode } from './shown-node.ts';

const node = (change: Partial<ExplanationNode>): ExplanationNode =>
  ({
    operator: 'compare',
    sentence: 'hours is at least 5',
    truth: 'true',
    reasons: [],
    facts: [],
    children: [],
    ...change,
  }) as ExplanationNode;

describe('a node of the explanation', () => {
  it('of a group is short where it would repeat its parts, and keeps a name of its own', () => {
    const children = [node({ sentence: 'first' }), node({ sentence: 'second' })];
    expect(headingOf(node({ operator: 'any', sentence: '(first) or (second)', children }), english)).toBe(
      'One of these is enough',
    );
    expect(headingOf(node({ operator: 'all', sentence: 'first and second', children }), english)).toBe(
      'All of these',
    );
    expect(headingOf(node({ operator: 'all', sentence: 'Recent practice', children }), english)).toBe(
      'Recent practice',
    );
  });

  it('begins with a capital', () => {
    expect(headingOf(node({}), english)).toBe('Hours is at least 5');
  });

  it.each<[Partial<ExplanationNode>, string]>([
    [{ truth: 'true' }, 'open'],
    [{ truth: 'false', standing: 'final' }, 'closed'],
    [{ truth: 'false', standing: 'curable' }, 'steps'],
    [{ truth: 'unknown', reasons: ['notSaid'] }, 'notsaid'],
    [{ truth: 'unknown', reasons: ['notResearched'] }, 'notresearched'],
    [{ truth: 'notApplicable' }, 'none'],
  ])('%j looks %s', (change, look) => {
    expect(lookOfNode(node(change)).look).toBe(look);
  });
});

describe('a node made short', () => {
  const leaf = node({
    id: 'r/0',
    operator: 'some',
    sentence: 'there is one',
    truth: 'false',
    standing: 'curable',
  });

  it('names a rule once and says below what it asks', () => {
    const rule = node({
      id: 'r',
      operator: 'rule',
      sentence: '“Step 1 passed” is met',
      truth: 'false',
      standing: 'curable',
      children: [leaf],
    });
    expect(showNode(rule, english)).toMatchObject({
      id: 'r',
      heading: '“Step 1 passed” is met',
      detail: 'There is one',
      children: [],
    });
  });

  it('puts the kind of a group into the name of its rule, and keeps every part', () => {
    const group = node({
      id: 'r/0',
      operator: 'any',
      sentence: '(there is one) or (two)',
      children: [leaf, node({ id: 'r/1', sentence: 'two' })],
    });
    const rule = node({ id: 'r', operator: 'rule', sentence: '“Exam” is met', children: [group] });
    const shown = showNode(rule, english);
    expect(shown.heading).toBe('“Exam” is met (one of these is enough)');
    expect(shown.detail).toBeUndefined();
    expect(shown.children.map((child) => child.heading)).toEqual(['There is one', 'Two']);
  });

  it('passes over the choice of a wording where there is only one', () => {
    expect(
      showNode(node({ operator: 'version', sentence: 'the wording', children: [leaf] }), english).heading,
    ).toBe('There is one');
  });

  it('leaves out facts that are not known, and the day of the application', () => {
    const facts = [
      { fact: 'pmq.hours', label: 'Hours', state: 'known', value: '5' },
      { fact: 'pmq.years', label: 'Years', state: 'unknown' },
      { fact: 'application.on', label: 'Day', state: 'known', value: '2026-01-01' },
    ] as const;
    expect(showNode(node({ facts }), english).facts.map(({ fact }) => fact)).toEqual(['pmq.hours']);
  });
});
