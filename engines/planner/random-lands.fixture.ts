/** Three small lands drawn at random: flags that steps set, licences of one land that another asks for, one route each. */
import fc from 'fast-check';
import type { Dossier, Node, Pack, Step } from '../recognition/index.ts';
import {
  costing,
  FLAGS,
  flagRule,
  lasting,
  NOBODY,
  pack,
  route,
  rule,
  sets,
  step,
} from './small-network.fixture.ts';

export const JURISDICTIONS = ['AA', 'BB', 'CC'] as const;
export const flag = fc.constantFrom(...FLAGS);
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
export const lands = fc.tuple(...JURISDICTIONS.map(landOf));

/** Whoever has nothing but this flag. */
export const withFlag = (name: string): Dossier =>
  ({ ...NOBODY, person: { ...(NOBODY['person'] as object), [name]: true } }) as Dossier;
