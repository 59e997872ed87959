import { describe, expect, it } from 'vitest';
import { findRuleBlock } from './rule-block.ts';

const FILE = '# All\n- rule: a\n  title: A\n\n# About b\n- rule: b\n  text: |\n    - rule: c\n- rule: d\n';

describe('the lines of a rule', () => {
  it.each([
    ['a', 1, '- rule: a\n  title: A\n\n# About b\n'],
    ['b', 5, '- rule: b\n  text: |\n    - rule: c\n'],
    ['d', 8, '- rule: d\n'],
  ])('%s', (rule, linesBefore, text) => {
    const block = findRuleBlock(FILE, rule);
    expect(block).toMatchObject({ linesBefore, text });
    expect(block?.put(text)).toBe(FILE);
  });

  it('are not those of a text that looks like a rule', () =>
    expect(findRuleBlock(FILE, 'c')).toBeUndefined());

  it('are replaced, and the next rule begins on a line of its own', () =>
    expect(findRuleBlock(FILE, 'b')?.put('- rule: b')).toBe(
      '# All\n- rule: a\n  title: A\n\n# About b\n- rule: b\n- rule: d\n',
    ));
});
