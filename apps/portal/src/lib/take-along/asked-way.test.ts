import type { Plan } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { wayOf } from './asked-way.ts';

const PLAN = {
  target: { pack: 'gb', route: 'gb.plab' },
  basis: 'mbbs',
  steps: [{ key: 'step.gb.plab1' }, { key: 'step.gb.plab2' }],
  assumes: [{ rule: 'gb.standing' }],
} as unknown as Plan;

describe('the way that a document is asked for', () => {
  it('is the one on the page, told by what tells it from the others of its authority', () => {
    expect(wayOf('gb.plab', PLAN, { share: 0.5 })).toEqual({
      target: { pack: 'gb' },
      wishes: { share: 0.5 },
      point: {
        ...{ route: 'gb.plab', steps: ['step.gb.plab1', 'step.gb.plab2'] },
        ...{ basis: 'mbbs', assumes: ['gb.standing'] },
      },
    });
  });

  it('is the route alone where the page has no way to it', () => {
    expect(wayOf('gb.plab', undefined, {})).toEqual({ target: { route: 'gb.plab' }, wishes: {} });
  });
});
