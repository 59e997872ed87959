import { describe, expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Step } from '../language/pack.ts';
import { askRule, pack, rule, step, version } from '../small-law.fixture.ts';
import { type Residual, residualOf } from './residual.ts';

const is = (fact: string, more: object = {}): Node =>
  ({ fact: `person.${fact}`, equals: true, ...more }) as Node;
const person = (facts: Record<string, boolean>): Dossier => ({ person: facts });

function remains(
  rules: Readonly<Record<string, Node>>,
  facts: Record<string, boolean>,
  steps: readonly Step[] = [],
  of: readonly string[] = Object.keys(rules).slice(0, 1),
): Residual {
  const law: Pack = pack(
    Object.entries(rules).map(([id, when]) => rule(id, version(when))),
    { steps },
  );
  return residualOf(of, {
    evaluate: (id) => askRule(law, id, { dossier: person(facts) }),
    steps: new Map(steps.map((each) => [each.step, each])),
    rulesOf: () => [],
    tell: () => ({ operator: 'all', sentence: 'told', facts: [] }),
  });
}
const nothing = { steps: [], undecided: [], closedBy: [] };

describe('what remains', () => {
  it('is nothing when the rule is met or does not apply', () => {
    expect(remains({ r: is('a') }, { a: true })).toEqual({ standing: 'met', ...nothing });
    expect(remains({ r: { unless: is('a'), then: is('b') } }, { a: true, b: false })).toEqual({
      standing: 'met',
      ...nothing,
    });
  });
  it('is the step that cures what fails', () => {
    expect(remains({ r: is('a', { cure: ['s'] }) }, { a: false }, [step('s')])).toEqual({
      ...nothing,
      standing: 'curable',
      steps: ['s'],
    });
  });
  it('puts a step after the steps that it requires, and after those that cure the rules that it requires', () => {
    const steps = [
      step('exam', { requires: [{ rule: 'english' }, { step: 'register' }] }),
      step('register'),
      step('test'),
    ];
    const answer = remains(
      { r: is('a', { cure: ['exam'] }), english: is('b', { cure: ['test'] }) },
      { a: false, b: false },
      steps,
    );
    expect(answer).toEqual({ ...nothing, standing: 'curable', steps: ['test', 'register', 'exam'] });
  });
  it('leaves out a step whose own requirement is met, and an alternative that is closed', () => {
    const choice: Node = { any: [is('a', { cure: ['s'] }), is('b')] };
    expect(
      remains({ r: choice, english: is('c', { cure: ['test'] }) }, { a: false, b: false, c: true }, [
        step('s', { requires: [{ rule: 'english' }] }),
        step('test'),
      ]),
    ).toEqual({ ...nothing, standing: 'curable', steps: ['s'] });
  });
  it('names what closes it, however deep, and no step', () => {
    const answer = remains(
      { r: { all: [is('a', { cure: ['s'] }), { any: [is('b'), { rule: 'other' }] }] }, other: is('c') },
      { a: false, b: false, c: false },
      [step('s')],
    );
    expect(answer.standing).toBe('final');
    expect(answer.closedBy.map(({ at }) => at)).toEqual(['r@1/1/0', 'other@1']);
    expect(answer.steps).toEqual([]);
  });
  it('names what is not said', () => {
    const answer = remains({ r: { all: [is('a'), is('b')] } }, { a: true });
    expect(answer).toEqual({
      ...nothing,
      standing: 'unknown',
      undecided: [
        { at: 'r@1/1', sentence: 'told', truth: 'unknown', reasons: ['notSaid'], missing: ['person.b'] },
      ],
    });
  });
  it('finds the open question behind a step, though the condition itself is false', () => {
    const rules = { r: is('a', { cure: ['s'] }), english: { notResearched: 'Which score?' } as Node };
    const answer = remains(rules, { a: false }, [step('s', { requires: [{ rule: 'english' }] })]);
    expect(answer.standing).toBe('unknown');
    expect(answer.undecided).toEqual([
      {
        at: 'english@1',
        sentence: 'told',
        truth: 'unknown',
        reasons: ['notResearched'],
        missing: [],
        notResearched: 'Which score?',
      },
    ]);
  });
  it('takes the rules of a route together: one that is closed closes it', () => {
    const rules = { one: is('a', { cure: ['s'] }), two: is('b') };
    const answer = remains(rules, { a: false, b: false }, [step('s')], ['one', 'two']);
    expect(answer.closedBy.map(({ at }) => at)).toEqual(['two@1']);
  });
  it('does not follow the branch of an `if` that does not hold', () => {
    const when: Node = { if: is('a'), then: is('b', { cure: ['s'] }), else: is('c', { cure: ['t'] }) };
    expect(remains({ r: when }, { a: false, b: false, c: false }, [step('s'), step('t')]).steps).toEqual([
      't',
    ]);
  });
  it('does not run in circles', () => {
    const steps = [step('s', { requires: [{ rule: 'other' }] }), step('t', { requires: [{ rule: 'r' }] })];
    const answer = remains(
      { r: is('a', { cure: ['s'] }), other: is('b', { cure: ['t'] }) },
      { a: false, b: false },
      steps,
    );
    expect(answer).toMatchObject({ standing: 'final', steps: [] });
    expect(answer.closedBy.map(({ at }) => at)).toEqual(['r@1']);
  });
});
