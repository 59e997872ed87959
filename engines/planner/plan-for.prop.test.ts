import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier, Pack } from '../recognition/index.ts';
import { earliestEverywhere, type Plan, planFor, simulatePlan } from './index.ts';
import { flag, lands, withFlag } from './random-lands.fixture.ts';
import { comparePrices } from './search/ways.ts';
import { NOBODY, plan } from './small-network.fixture.ts';

const planOf = (packs: readonly Pack[], dossier: Dossier, id: string): Plan | undefined => {
  const answer = planFor(plan(packs, dossier), { route: id });
  if (answer.state === 'none') return undefined;
  expect(answer.state).toBe('planned');
  return answer.plan;
};
describe('plans in small random worlds', () => {
  it('open their route, start nothing before what it waits for, and never end before the bound of the pass', () => {
    let [found, hops] = [0, 0];
    fc.assert(
      fc.property(lands, (packs) => {
        const planning = plan(packs);
        for (const reach of earliestEverywhere(planning)) {
          const answer = planFor(planning, { route: reach.route });
          expect(answer.state === 'none').toBe(reach.reach === 'unreachable');
          if (answer.state === 'none') continue;
          [found, hops] = [found + 1, hops + Math.min(1, answer.plan.via.length)];
          expect(simulatePlan(planning, answer.plan).assessment.authorities[0]?.status).toBe('open');
          expect(answer.plan.time.days).toBeGreaterThanOrEqual(reach.time?.days ?? Number.POSITIVE_INFINITY);
          const at = new Map(answer.plan.steps.map(({ key, schedule }) => [key, schedule]));
          for (const { after, schedule } of answer.plan.steps)
            for (const before of after)
              expect(schedule.earliestStart >= (at.get(before)?.earliestFinish ?? '~')).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
    expect(found).toBeGreaterThan(60);
    expect(hops).toBeGreaterThan(4);
  });

  it('are never dearer for whoever has more', () => {
    fc.assert(
      fc.property(lands, flag, (packs, name) => {
        for (const land of ['aa', 'bb', 'cc']) {
          const [before, after] = [
            planOf(packs, NOBODY, `${land}.route`),
            planOf(packs, withFlag(name), `${land}.route`),
          ];
          if (before === undefined) continue;
          expect(after).toBeDefined();
          if (after !== undefined) expect(comparePrices(after.cost, before.cost)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are never dearer in a world with one more land, and never lost', () => {
    fc.assert(
      fc.property(lands, ([first, second, third]) => {
        if (first === undefined || second === undefined || third === undefined) return;
        const [fewer, more] = [
          planOf([first, second], NOBODY, 'aa.route'),
          planOf([first, second, third], NOBODY, 'aa.route'),
        ];
        if (fewer === undefined) return;
        expect(more).toBeDefined();
        if (more !== undefined) expect(comparePrices(more.cost, fewer.cost)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
