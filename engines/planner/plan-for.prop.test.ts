import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier, Node, Pack, Step } from '../recognition/index.ts';
import { earliestEverywhere, type Plan, planFor, simulatePlan } from './index.ts';
import { comparePrices } from './search/ways.ts';
import {
  costing,
  FLAGS,
  flagRule,
  lasting,
  NOBODY,
  pack,
  plan,
  route,
  rule,
  sets,
  step,
} from './small-network.fixture.ts';

const JURISDICTIONS = ['AA', 'BB', 'CC'] as const;
const flag = fc.constantFrom(...FLAGS);
const picks = <T>(from: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(from, { minLength: 1, maxLength });

/** Flags joined by all and any, each cured by the steps that set it; and licences of the other lands, which nobody cures. */
const condition = (land: string, cures: ReadonlyMap<string, readonly string[]>): fc.Arbitrary<Node> => {
  const leaf = flag.map(
    (name): Node => ({
      fact: `person.${name}`,
      equals: true,
      ...(cures.has(name) ? { cure: cures.get(name) ?? [] } : {}),
    }),
  );
  const licence = fc.constantFrom(...JURISDICTIONS.filter((each) => each !== land)).map(
    (jurisdiction): Node => ({
      some: { list: 'licences', where: { fact: 'its.jurisdiction', equals: jurisdiction } },
    }),
  );
  const simple = fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 2, arbitrary: licence });
  return fc.oneof(
    simple,
    picks(simple, 3).map((any): Node => ({ any })),
    picks(simple, 2).map((all): Node => ({ all })),
    picks(simple, 3).map((of): Node => ({ atLeast: { n: Math.min(2, of.length), of } })),
  );
};

const stepOf = (land: string): fc.Arbitrary<Step & { readonly sets: string }> =>
  fc
    .record({
      flag,
      needs: fc.option(flag, { freq: 1 }),
      days: fc.option(fc.integer({ min: 1, max: 40 })),
      price: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 3 }),
    })
    .map(({ flag: name, needs, days, price }) => ({
      ...sets(`step.${land}.${name}`, name, {
        requires: needs === null ? [] : [{ rule: `${land}.flag.${needs}` }],
        ...(days === null ? {} : lasting(`P${days}D`)),
        ...(price === null ? {} : costing(price)),
      }),
      sets: name,
    }));

const landOf = (jurisdiction: string): fc.Arbitrary<Pack> => {
  const land = jurisdiction.toLowerCase();
  return fc
    .uniqueArray(stepOf(land), { minLength: 6, maxLength: 8, selector: (each) => each.step })
    .chain((steps) => {
      const cures = new Map(
        FLAGS.map((name) => [
          name,
          steps.filter((each) => each.sets === name).map((each) => each.step),
        ]).filter(([, ids]) => (ids ?? []).length > 0) as [string, string[]][],
      );
      return fc.tuple(condition(jurisdiction, cures), condition(jurisdiction, cures)).map(([one, two]) =>
        pack(land, jurisdiction, {
          rules: [
            rule(`${land}.one`, one),
            rule(`${land}.two`, two),
            ...FLAGS.map((name) => flagRule(`${land}.flag.${name}`, name, ...(cures.get(name) ?? []))),
          ],
          routes: [
            route(`${land}.route`, `${land}.full`, [`${land}.one`, `${land}.two`], {
              finally: [`step.${land}.apply`],
            }),
          ],
          steps: [
            ...steps.map(({ sets: _sets, ...each }) => each),
            step(`step.${land}.apply`, { kind: 'application', ...costing(3), ...lasting('P5D') }),
          ],
        }),
      );
    });
};
const lands = fc.tuple(...JURISDICTIONS.map(landOf));

const planOf = (packs: readonly Pack[], dossier: Dossier, id: string): Plan | undefined => {
  const answer = planFor(plan(packs, dossier), { route: id });
  if (answer.state === 'none') return undefined;
  expect(answer.state).toBe('planned');
  return answer.plan;
};
const withFlag = (name: string): Dossier =>
  ({ ...NOBODY, person: { ...(NOBODY['person'] as object), [name]: true } }) as Dossier;

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
