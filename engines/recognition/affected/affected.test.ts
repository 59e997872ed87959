import { describe, expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Pack, Route } from '../language/pack.ts';
import { CITE, pack, rule, SILENT, VOCABULARY, version } from '../small-law.fixture.ts';
import { openAffected } from './affected.ts';
import { explainAffected } from './explain-affected.ts';

const route = (id: string, requirements: readonly string[]): Route => ({
  ...{ route: id, title: id, for: 'All', grants: 'full', cite: CITE, scope: [] },
  ...{ discretion: [], notes: [], finally: [], requirements },
});
const years = (atLeast: number): Node => ({ fact: 'pmq.years', atLeast });
const law = (least: number, more: Partial<Pack> = {}): Pack =>
  pack([rule('xx.years', version(years(least))), rule('xx.b', version({ fact: 'person.b', equals: true }))], {
    routes: [route('xx.way', ['xx.years']), route('xx.other', ['xx.b'])],
    ...more,
  });
const setting = (before: Pack, after: Pack) => ({
  before: { packs: [before], vocabulary: VOCABULARY, commonSteps: [], hashes: new Map() },
  after: { packs: [after], vocabulary: VOCABULARY, commonSteps: [], hashes: new Map() },
  packs: ['xx'],
  on: literalDay('2026-01-01'),
  schools: () => undefined,
  registry: SILENT,
});
const graduate = (length: number | undefined, more: object = {}): Dossier =>
  ({ qualifications: [{ id: 'a', ...(length === undefined ? {} : { years: length }), ...more }] }) as Dossier;

describe('a threshold of five years becomes six', () => {
  const run = openAffected(setting(law(5), law(6)));
  for (const [index, length] of [4, 5, 5.5, 6, undefined].entries()) run.add(`p${index}`, graduate(length));
  const report = run.report();

  it('only the route that rests on it is judged, and everybody is counted once on it', () => {
    expect(report.untouched).toBe(1);
    expect(report.routes.map((each) => each.route)).toEqual(['xx.way']);
    expect(report.routes[0]?.transitions).toEqual([
      { before: 'open', after: 'closed', people: 2 },
      { before: 'closed', after: 'closed', people: 1 },
      { before: 'open', after: 'open', people: 1 },
      { before: 'unknown', after: 'unknown', people: 1 },
    ]);
  });
  it('whoever is touched is explained by the condition and its citation', () => {
    const [first] = run.samples();
    expect(first?.person).toBe('p1');
    expect(first === undefined ? undefined : explainAffected(setting(law(5), law(6)))(first)).toMatchObject({
      before: 'open',
      after: 'closed',
      rules: [
        {
          rule: 'xx.years',
          before: { verdict: 'met' },
          after: { verdict: 'notMet', remedy: 'final' },
          because: ['now Years is at least 6 years: no', 'before Years is at least 5 years: yes'],
          cite: CITE,
        },
      ],
    });
  });
});

it('the best of several degrees counts under each law', () => {
  const run = openAffected(setting(law(5), law(6)));
  const [four, six] = [graduate(5), graduate(7)].map((each) => each.qualifications?.[0] as object);
  run.add('both', {
    qualifications: [
      { ...four, id: 'a' },
      { ...six, id: 'b' },
    ],
  } as Dossier);
  expect(run.report().routes[0]?.transitions).toEqual([{ before: 'open', after: 'open', people: 1 }]);
});

it('a route that only one version has is not there in the other', () => {
  const run = openAffected(setting(law(5, { routes: [route('xx.way', ['xx.years'])] }), law(5)));
  run.add('p', {});
  expect(run.report().routes.map((each) => [each.route, each.transitions])).toEqual([
    ['xx.other', [{ before: 'notThere', after: 'unknown', people: 1 }]],
  ]);
});

it('people are told apart by the country of their school, else of the award, else as not said', () => {
  const vocabulary = VOCABULARY;
  const run = openAffected({ ...setting(law(5), law(6)), schools: () => ({ country: 'BB' }) });
  expect(vocabulary.sections.has('pmq')).toBe(true);
  run.add('a', graduate(5, { school: 'sch-x' }));
  run.add('b', graduate(6, { school: { name: 'S', country: 'CC' } }));
  run.add('c', graduate(5));
  expect(run.report().routes[0]?.bySchoolCountry).toEqual([
    { country: 'BB', people: 1, changed: 1 },
    { country: 'not said', people: 1, changed: 1 },
    { country: 'CC', people: 1, changed: 0 },
  ]);
});

it('invented people meet the change, on both sides, and the same seed draws the same people', () => {
  const counts = [1, 1, 2].map((seed) => {
    const run = openAffected(setting(law(5), law(6)));
    const draw = run.draw(seed, []);
    for (let index = 0; index < 300; index += 1) draw(`${index}`);
    return run.report().routes[0]?.transitions ?? [];
  });
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[0]).not.toEqual(counts[2]);
  expect(
    counts[0]?.find(({ before, after }) => before === 'open' && after === 'closed')?.people,
  ).toBeGreaterThan(5);
  expect(counts[0]?.reduce((sum, { people }) => sum + people, 0)).toBe(300);
});
