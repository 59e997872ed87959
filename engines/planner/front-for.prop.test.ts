/** Laws of the front that need no second program: how it moves when the world or the person changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier, Pack } from '../recognition/index.ts';
import { type FrontPoint, frontFor } from './index.ts';
import { flag, JURISDICTIONS, lands, withFlag } from './random-lands.fixture.ts';
import { NOBODY, plan } from './small-network.fixture.ts';

const ROUTES = ['aa.route', 'bb.route', 'cc.route'] as const;

function pointsTo(route: string, packs: readonly Pack[], dossier: Dossier = NOBODY): readonly FrontPoint[] {
  const { points, certificate } = frontFor(plan(packs, dossier), { route });
  expect(certificate.claim).toBe('exact');
  return points;
}

const amountOf = ({ cost }: FrontPoint): number => cost.known[0]?.amount ?? 0;

/** No later and no dearer, whatever the unknown prices are; `more` may be paid on top. */
const isAsGood = (a: FrontPoint, b: FrontPoint, more = 0): boolean =>
  a.time.days <= b.time.days &&
  amountOf(a) <= amountOf(b) + more &&
  a.cost.unknownParts.every((part) => b.cost.unknownParts.includes(part));

/** Those for which the other front has nothing as good. */
const unmatched = (
  points: readonly FrontPoint[],
  others: readonly FrontPoint[],
  more = 0,
): readonly string[] =>
  points
    .filter((point) => !others.some((other) => isAsGood(other, point, more)))
    .map(({ plan: { steps } }) => steps.map(({ key }) => key).join(' '));

const withLicence = (jurisdiction: string): Dossier => {
  const licence = {
    jurisdiction,
    class: `${jurisdiction.toLowerCase()}.full`,
    scope: 'full',
    status: 'active',
  };
  return {
    ...NOBODY,
    licences: { complete: true, entries: [{ ...licence, from: '2020-01-01' }] },
  } as Dossier;
};
const whoHasMore = fc.oneof(flag.map(withFlag), fc.constantFrom(...JURISDICTIONS).map(withLicence));

const dearer = (packs: readonly Pack[], id: string, more: number): readonly Pack[] =>
  packs.map((each) => ({
    ...each,
    steps: each.steps.map((step) =>
      step.step === id && step.cost !== undefined
        ? { ...step, cost: { ...step.cost, amount: step.cost.amount + more } }
        : step,
    ),
  }));

describe('the front of a route in small random worlds', () => {
  it('is nowhere worse for whoever has one fact more', () => {
    let [several, better] = [0, 0];
    fc.assert(
      fc.property(lands, whoHasMore, (packs, dossier) => {
        for (const route of ROUTES) {
          const [before, after] = [pointsTo(route, packs), pointsTo(route, packs, dossier)];
          expect(unmatched(before, after)).toEqual([]);
          if (before.length > 1) several += 1;
          if (unmatched(after, before).length > 0) better += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(several).toBeGreaterThan(5);
    expect(better).toBeGreaterThan(20);
  });

  it('is nowhere cheaper when a step costs more, and dearer by no more than that', () => {
    let moved = 0;
    fc.assert(
      fc.property(lands, fc.nat(30), fc.integer({ min: 1, max: 50 }), (packs, at, more) => {
        for (const route of ROUTES) {
          const before = pointsTo(route, packs);
          const priced = before.flatMap(({ plan: { steps } }) => steps.filter(({ cost }) => cost.known));
          const raised = priced[at % priced.length]?.step;
          if (raised === undefined) continue;
          const after = pointsTo(route, dearer(packs, raised, more));
          expect(unmatched(after, before)).toEqual([]);
          expect(unmatched(before, after, more)).toEqual([]);
          if (unmatched(before, after).length > 0) moved += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('has nothing new when a pack is taken away', () => {
    let lost = 0;
    fc.assert(
      fc.property(lands, fc.nat(2), fc.nat(1), (packs, at, next) => {
        const left = packs.filter((_, index) => index !== at);
        const route = `${left[next]?.pack ?? ''}.route`;
        const [all, fewer] = [pointsTo(route, packs), pointsTo(route, left)];
        expect(unmatched(fewer, all)).toEqual([]);
        if (unmatched(all, fewer).length > 0) lost += 1;
      }),
      { numRuns: 150 },
    );
    expect(lost).toBeGreaterThan(5);
  });
});
