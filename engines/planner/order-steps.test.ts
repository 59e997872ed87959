import { describe, expect, it } from 'vitest';
import { inOrderOf, inOrderOfDays } from './order-steps.ts';
import type { ScheduledStep } from './time/schedule-way.ts';

const at = (node: number, key: string, startOn: number, doneOn: number, after: readonly number[] = []) =>
  ({ node, step: { key }, startOn, doneOn, after }) as unknown as ScheduledStep;
const told = (...steps: readonly ScheduledStep[]) => inOrderOfDays(steps).map(({ step }) => step.key);

describe('steps are told', () => {
  it.each([
    ['by the day they begin', [at(1, 'a', 5, 5), at(2, 'b', 1, 9)], ['b', 'a']],
    ['by the day they end, where they begin together', [at(1, 'a', 1, 9), at(2, 'b', 1, 5)], ['b', 'a']],
    ['by name on the same days', [at(2, 'b', 1, 1), at(1, 'a', 1, 1)], ['a', 'b']],
    [
      'after what they wait for, on the same day too',
      [at(1, 'a', 1, 1, [2]), at(2, 'b', 1, 1, [3]), at(3, 'c', 1, 1)],
      ['c', 'b', 'a'],
    ],
    ['whatever the plan left out of what they waited for', [at(1, 'a', 1, 1, [7])], ['a']],
  ] as const)('%s', (_, steps, wanted) => {
    expect(told(...steps)).toEqual(wanted);
  });

  it('and what is said of them in the same order, each thing in its own', () => {
    const said = [
      { step: 'b', n: 1 },
      { step: 'a', n: 2 },
      { step: 'b', n: 3 },
    ];
    expect(inOrderOf([{ key: 'a' }, { key: 'b' }], said).map(({ n }) => n)).toEqual([2, 1, 3]);
  });
});
