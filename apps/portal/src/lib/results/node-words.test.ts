import type { ExplanationNode } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { headingOf, lookOfNode } from './node-words.ts';

const node = (change: Partial<ExplanationNode>): ExplanationNode =>
  ({
    operator: 'compare',
    sentence: 'hours is at least 5',
    truth: 'true',
    reasons: [],
    children: [],
    ...change,
  }) as ExplanationNode;

describe('a node of the explanation', () => {
  it('of a group is short where it would repeat its parts, and keeps a name of its own', () => {
    const children = [node({ sentence: 'first' }), node({ sentence: 'second' })];
    expect(headingOf(node({ operator: 'any', sentence: '(first) or (second)', children }))).toBe(
      'One of these is enough',
    );
    expect(headingOf(node({ operator: 'all', sentence: 'first and second', children }))).toBe('All of these');
    expect(headingOf(node({ operator: 'all', sentence: 'Recent practice', children }))).toBe(
      'Recent practice',
    );
  });

  it('begins with a capital', () => {
    expect(headingOf(node({}))).toBe('Hours is at least 5');
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
