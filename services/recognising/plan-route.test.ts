import { canonicalise, expectOk, hashOf, parseDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { pack, rule, step, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import { makeLibrary, planEverywhere, planRoute, writePlan } from './index.ts';

const land = pack([rule('xx.a', version({ fact: 'person.a', equals: true, cure: ['step.xx.become-a'] }))], {
  steps: [
    step('step.xx.become-a', {
      effects: [{ fact: 'person.a', value: true }],
      duration: { min: 'P10D', cite: [] },
      cost: { amount: 100, currency: 'EUR', asOf: '2026', cite: [] },
    }),
  ],
  routes: [
    {
      ...{ route: 'xx.route', title: 'A route', for: 'Everybody', grants: 'full', cite: [], scope: [] },
      ...{ requirements: ['xx.a'], discretion: [], notes: [], finally: [] },
    },
  ],
});
const library = makeLibrary(
  {
    vocabulary: VOCABULARY,
    commonSteps: [],
    packs: [land],
    hashes: new Map([['xx', expectOk(hashOf(land), 'a pack')]]),
  },
  { schools: new Map(), agencies: new Map(), recognisers: new Map(), decisions: new Map() },
);
const today = expectOk(parseDay('2026-11-22'), 'a day');
const context = { library, today, latest: today };
const request = { dossier: { person: { a: false } }, on: today, knownOn: today };

describe('a plan', () => {
  it.each([[{ route: 'xx.route' }], [{ pack: 'xx' }]])('to %j names the step that remains', (target) => {
    expect(planRoute(library, request, target)).toMatchObject({
      state: 'planned',
      plan: {
        steps: [{ step: 'step.xx.become-a' }],
        cost: { known: [{ amount: 100, currency: 'EUR' }] },
        time: { finishOn: '2026-12-02' },
      },
    });
  });

  it('is written in canonical JSON', () => {
    const question = { dossier: request.dossier, on: '2026-11-22', knownOn: '2026-11-22' };
    expect(writePlan({ ...question, target: { pack: 'xx' } }, context)).toEqual(
      canonicalise(planRoute(library, request, { pack: 'xx' })),
    );
    expect(writePlan(question, context)).toEqual(canonicalise(planEverywhere(library, request)));
  });

  it('without a target tells the earliest day of every route, and of whom', () => {
    expect(planEverywhere(library, request)).toMatchObject({
      schema: 'testamur/reaches/1',
      on: '2026-11-22',
      dossierHash: expectOk(hashOf(request.dossier), 'a dossier'),
      routes: [{ route: 'xx.route', status: 'withSteps', time: { days: 10 } }],
    });
  });

  it.each([
    ['a route that no pack has', { route: 'xx.nix' }, 'RECOGNISING_ROUTE_UNKNOWN', '/target/route'],
    ['a pack that nobody has', { pack: 'zz' }, 'RECOGNISING_PACK_UNKNOWN', '/target/pack'],
    ['nothing', {}, 'RECOGNISING_TARGET_UNCLEAR', '/target'],
    ['two things', { pack: 'xx', route: 'xx.route' }, 'RECOGNISING_TARGET_UNCLEAR', '/target'],
  ])('to %s is refused, beside what else is wrong', (_name, target, code, at) => {
    const refused = writePlan({ dossier: { nonsense: 1 }, target }, context);
    expect(refused.ok ? [] : refused.error.map((problem) => [problem.code, problem.at])).toEqual([
      [code, at],
      ['DOSSIER_SECTION_UNKNOWN', '/dossier/nonsense'],
    ]);
  });
});
