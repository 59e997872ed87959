/** The columns against the long way: every person under both laws, one after the other. */
import { realLaw } from '@testamur/testing/real-law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFacts, arbitraryNode } from '../arbitrary-law.fixture.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import type { Dossier } from '../facts/dossier.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, RuleVersion } from '../language/pack.ts';
import { dossierOfFacts } from '../population/dossier-of-facts.ts';
import { CITE, pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { type AffectedInput, openAffected } from './affected.ts';
import { changeEverything } from './change-everything.ts';
import { judgeOneByOne } from './one-by-one.ts';

const pick = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

/** Some nodes of a tree cured by a step, or replaced by a reference to another rule. */
const cured = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc
    .record({ node, steps: fc.array(pick(['xx.free', 'xx.hard', 'xx.late']), { maxLength: 2 }) })
    .map(
      ({ node: bare, steps }): Node =>
        steps.length === 0 ? bare : ({ ...(bare as object), cure: steps } as unknown as Node),
    );
/** A post that still goes on ends on the day of the application, which the rule does not name. */
const years: fc.Arbitrary<Node> = pick(['P1Y', 'P3Y']).map((atLeast) => ({
  sumDuration: { list: 'practice', from: 'from', to: 'to', measure: 'total', atLeast },
}));
const onApplication: fc.Arbitrary<Node> = pick(['2010-01-01', '2013-01-01', '2020-02-29']).map((day) => ({
  ...{ fact: 'application.on', onOrAfter: day },
}));
const deep: fc.Arbitrary<Node> = fc.oneof(
  cured(years),
  fc
    .tuple(years, onApplication, onApplication)
    .map(([a, b, c]): Node => ({ any: [a, { all: [b, { not: c }] }] })),
  cured(arbitraryNode),
  fc
    .array(cured(fc.oneof(arbitraryNode, pick<Node>([{ rule: 'xx.c' }, { rule: 'xx.d' }]))), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((all) =>
      cured(
        pick<Node>([
          { all },
          { any: all },
          { not: all[0] as Node },
          { atLeast: { n: 2, of: all } },
          { exactly: { n: 1, of: all } },
          { if: all[0] as Node, then: all.at(-1) as Node },
        ]),
      ),
    ),
);
const versions: fc.Arbitrary<readonly RuleVersion[]> = fc.oneof(
  { weight: 3, arbitrary: deep.map((when) => [version(when)]) },
  {
    weight: 1,
    arbitrary: fc
      .record({ old: deep, now: deep, anchor: pick(['pmq.graduatedOn', 'application.on'] as const) })
      .map(({ old, now, anchor }) => [
        version(old, { appliesTo: { anchor, to: '2015-06-30' } }),
        version(now, { version: '2', appliesTo: { anchor, from: '2015-06-30' } }),
      ]),
  },
);

const plain = arbitraryNode.map((when) => [version(when)]);
/** Steps that need rules and each other, in a circle too: taking `late` needs `d`, which `late` may cure. */
const law: fc.Arbitrary<Pack> = fc
  .record({
    a: versions,
    b: versions,
    c: fc.oneof(
      plain,
      cured(arbitraryNode).map((when) => [version(when)]),
    ),
    d: plain,
    circle: fc.boolean(),
  })
  .map(({ a, b, c, d, circle }) =>
    pack(
      [
        rule('xx.a', ...a),
        rule('xx.b', ...b),
        rule('xx.c', ...(circle ? c : c.map((each) => ({ ...each, when: withoutCure(each.when) })))),
        rule('xx.d', ...d),
      ],
      {
        routes: (['xx.one', 'xx.two'] as const).map((id, index) => ({
          ...{
            route: id,
            title: id,
            for: 'All',
            grants: 'full',
            cite: CITE,
            scope: index === 0 ? ['xx.c'] : [],
          },
          ...{
            discretion: [],
            notes: [],
            finally: [],
            requirements: index === 0 ? ['xx.a'] : ['xx.a', 'xx.b'],
          },
        })),
        steps: [
          step('xx.free'),
          step('xx.hard', { requires: [{ rule: 'xx.d' }] }),
          step('xx.late', { requires: [{ step: 'xx.hard' }, { rule: 'xx.c' }] }),
        ],
      },
    ),
  );

function withoutCure(node: Node): Node {
  const { cure: _, ...rest } = node;
  return rest as Node;
}

const bookOf = (only: Pack): LawBook => ({
  packs: [only],
  vocabulary: VOCABULARY,
  commonSteps: [],
  hashes: new Map(),
});
const posts = pick<object>([
  {},
  { practice: { complete: true, entries: [{ id: 'p', from: '2009-06-01' }] } },
  { practice: { complete: true, entries: [{ id: 'p', from: '2009-06-01', to: '2010-07-01' }] } },
  { practice: { entries: [{ id: 'p', from: '2012' }] } },
]);
const people = fc.array(
  fc
    .tuple(fc.array(arbitraryFacts, { minLength: 1, maxLength: 2 }), posts)
    .map(([degrees, practice]): Dossier => {
      const told = degrees.map((facts) => dossierOfFacts(facts, VOCABULARY));
      const qualifications = told.flatMap((each, index) =>
        (each.qualifications ?? []).map((degree) => ({ ...degree, id: `q${index}` })),
      );
      return {
        ...told[0],
        ...practice,
        ...(qualifications.length === 0 ? {} : { qualifications }),
      } as Dossier;
    }),
  { minLength: 1, maxLength: 40 },
);

function bothWays(input: AffectedInput, dossiers: readonly Dossier[]) {
  return [openAffected(input), judgeOneByOne(input)].map((run) => {
    for (const [index, dossier] of dossiers.entries()) run.add(`p${index}`, dossier);
    return { report: run.report(), samples: run.samples() };
  });
}

const RUNS = 60;

describe('random laws and random people', () => {
  it('columns say of everybody what the long way says, route by route', () => {
    fc.assert(
      fc.property(law, law, people, (old, now, dossiers) => {
        const setting = {
          before: bookOf(old),
          after: bookOf(now),
          packs: ['xx'],
          on: literalDay('2026-01-01'),
          schools: () => undefined,
          registry: SILENT,
          everyRoute: true,
        };
        const [columns, long] = bothWays(setting, dossiers);
        expect(columns).toEqual(long);
      }),
      { numRuns: RUNS },
    );
  });

  it('what was left out because nothing differs would have changed for nobody', () => {
    fc.assert(
      fc.property(
        law,
        law,
        fc.constantFrom('xx.a', 'xx.b', 'xx.c', 'xx.d'),
        people,
        (old, other, changed, dossiers) => {
          const now = {
            ...old,
            rules: old.rules.map((each) =>
              each.rule === changed ? (other.rules.find(({ rule: id }) => id === changed) ?? each) : each,
            ),
          };
          const setting = {
            before: bookOf(old),
            after: bookOf(now),
            packs: ['xx'],
            on: literalDay('2026-01-01'),
            schools: () => undefined,
            registry: SILENT,
          };
          const short = bothWays(setting, dossiers)[0]?.report;
          const every = bothWays({ ...setting, everyRoute: true }, dossiers)[1]?.report;
          for (const route of every?.routes ?? []) {
            const judged = short?.routes.find((each) => each.route === route.route);
            if (judged === undefined)
              expect(route.transitions.every(({ before, after }) => before === after)).toBe(true);
            else expect(judged).toEqual(route);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('the law that ships, something changed in every rule', () => {
  const book = realLaw();
  const setting = {
    before: book,
    after: changeEverything(book, 3).book,
    packs: book.packs.map((each) => each.pack),
    on: literalDay('2026-11-22'),
    schools: () => undefined,
    registry: SILENT,
  };

  it('everybody who is drawn stands as the dossier that tells of her stands by the long way', () => {
    const [drawn, long] = [openAffected(setting), judgeOneByOne(setting)];
    const draw = drawn.draw(5, []);
    for (let index = 0; index < 400; index += 1) long.add(`p${index}`, draw(`p${index}`)());
    expect(drawn.samples().length).toBeGreaterThan(200);
    expect(drawn.report()).toEqual(long.report());
    expect(drawn.samples()).toEqual(long.samples());
  });
});
