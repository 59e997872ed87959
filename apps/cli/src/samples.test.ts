/** The sample dossiers on the law that ships: every route is decided for them, except where the law itself is not researched. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ASSESSMENT_PARTS, AssessmentSchema, bundleSchema } from '@testamur/adapters/http';
import type { LibraryFile } from '@testamur/adapters/library';
import { loadRegistry, searchFileOf } from '@testamur/adapters/registry';
import { expectOk } from '@testamur/engines/kernel';
import type { PlanAnswer } from '@testamur/engines/planner';
import {
  type Assessment,
  dossierSchema,
  type Inquiry,
  inquire,
  type RouteResult,
} from '@testamur/engines/recognition';
import { assessDossier, openLibrary, packLawFile, packRegistryFile } from '@testamur/services/recognising';
import { realLaw } from '@testamur/testing/real-law';
import { Compile } from 'typebox/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { run, TODAY } from './host.fixture.ts';
import { nodeHost } from './host.ts';
import { parseDocument } from './input/parse-document.ts';
import { readRequest } from './input/read-request.ts';

const packsFolder = path.resolve(import.meta.dirname, '../../../packs');
const law = realLaw();
const registry = expectOk(loadRegistry(packsFolder), 'the registry that ships');
const file: LibraryFile = {
  schema: 'testamur/library/1',
  law: packLawFile(law, law),
  registry: packRegistryFile(registry.registry),
  search: searchFileOf(registry),
  cases: [],
  changelogs: {},
  maintainers: [],
  countries: registry.countries,
  ...{ languages: [], subdivisions: [], regulators: [], sources: [], sets: [] },
};
const library = openLibrary(file.law, file.registry);
const host = { ...nodeHost(), today: TODAY };
const folder = path.join(packsFolder, 'samples');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const fileOf = (sample: string): string => path.join(folder, `${sample}.yaml`);
const requestOf = async (sample: string) =>
  expectOk(await readRequest({ file: fileOf(sample) }, host, library), sample);
const assessmentOf = async (sample: string): Promise<Assessment> =>
  assessDossier(library, await requestOf(sample));

/** Points of law that nobody has established and that decide a route for some sample: printed at the end. */
const open = new Map<string, Set<string>>();
afterAll(() => {
  const lines = [...open].sort().map(([point, who]) => `  ${point} (${[...who].join(', ')})`);
  console.log(
    `${lines.length} points that are not researched leave routes of the samples undecided:\n${lines.join('\n')}`,
  );
});

it('are a student, a graduate, a resident, a specialist, a returning doctor, and more', () => {
  for (const sample of [
    'final-year-student',
    'fresh-graduate',
    'resident',
    'specialist-licensed-elsewhere',
    'returning-doctor',
  ])
    expect(samples).toContain(sample);
});

describe.each(samples)('%s', (sample) => {
  it('is a dossier by the published schema', () => {
    const document = expectOk(parseDocument(readFileSync(fileOf(sample), 'utf8'), fileOf(sample)), sample);
    expect([...Compile(dossierSchema(law.vocabulary)).Errors(document.value)[1]]).toEqual([]);
  });

  it('is decided on every route, except where the law is not researched', async () => {
    const request = await requestOf(sample);
    const person = {
      dossier: request.dossier,
      schools: (id: string) => library.registry.schools.get(id),
      registry: library.view,
    };
    const undecided: string[] = [];
    for (const authority of assessDossier(library, request).authorities) {
      const routes = authority.routes.filter(({ status }) => status === 'unknown');
      const inquiry =
        routes.length === 0
          ? undefined
          : inquire(library.lawOf(request.on, request.knownOn), person, authority.pack);
      for (const route of routes) undecided.push(...answerable(route, inquiry as Inquiry, sample));
    }
    expect(undecided).toEqual([]);
  });

  it('gets a status from each authority, and requirement states from each layer and regime, all with citations', async () => {
    const { authorities } = await assessmentOf(sample);
    expect(authorities.map(({ pack }) => pack)).toEqual(law.packs.map(({ pack }) => pack));
    for (const { kind, status, routes } of authorities) {
      expect(status === undefined).toBe(kind !== 'authority');
      for (const { scope, requirements, cite, discretion } of routes.map((route) => ({
        ...route,
        discretion: route.authorityDecides,
      }))) {
        expect(requirements.length).toBeGreaterThan(0);
        expect(cite.length).toBeGreaterThan(0);
        for (const each of discretion) expect(each.cite.length).toBeGreaterThan(0);
        // A rule without a wording for the day has nothing to cite: it is unknown because of that.
        for (const each of [...scope, ...requirements])
          expect(each.cite.length > 0).toBe(each.versions.length > 0);
      }
    }
  });

  it('is answered in the published form, and printed with what is decided and unknown', async () => {
    const setting = { library: { ok: true as const, value: file }, host: { readText: host.readText } };
    const { code, out } = await run(['assess', fileOf(sample), '--json'], setting);
    expect(code).toBe(0);
    const schema = Compile(
      bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS) as object,
    );
    expect([...schema.Errors(JSON.parse(out))[1]]).toEqual([]);
    const shown = await run(['assess', fileOf(sample)], setting);
    for (const { name, pack, decided, unknown } of (JSON.parse(out) as Assessment).authorities) {
      expect(shown.out).toContain(`${name} (${pack} `);
      expect(shown.out).toContain(`${decided} requirement states decided, ${unknown} unknown`);
    }
  });
});

/** A route that is open, one that is closed and one that is not decided say all that these forms can say. */
it.each([
  ['fresh-graduate', 'de.eu-automatic'],
  ['fresh-graduate', 'in.local'],
  ['resident', 'es.mir'],
  ['displaced-doctor', 'de.third-country'],
])('the plan and the why-not of %s for %s have their published forms', async (sample, target) => {
  const setting = { library: { ok: true as const, value: file }, host: { readText: host.readText } };
  for (const [name, args] of [
    ['plan', ['plan', fileOf(sample), target]],
    ['reaches', ['plan', fileOf(sample), '--jurisdiction', target.split('.')[0] ?? '']],
    ['why-not', ['why-not', fileOf(sample), target]],
  ] as const) {
    const schema = Compile(JSON.parse((await run(['schema', name])).out) as object);
    const { code, out } = await run([...args, '--json'], setting);
    expect(code).toBe(0);
    expect([...schema.Errors(JSON.parse(out))[1]]).toEqual([]);
    expect((await run(args, setting)).code).toBe(0);
  }
});

/**
 * The compact gives no licence: the way to its letter goes through a state, and whether that state is a member is not established.
 * A tie to the state is needed: whoever lives in a state that licenses him and is not known to stand outside has it, without a post that
 * somebody else would have to give him. He is in a residency, so that he need not win a place again.
 */
describe('plans the letter of the compact through a licence of a state that he can get', () => {
  const planFrom = async (home: string) => {
    const text = readFileSync(fileOf('resident'), 'utf8');
    const moved = text.replace('usStateOfResidence: US-TX', `usStateOfResidence: ${home}`);
    expect(moved).toContain(home);
    const { out } = await run(['plan', 'his.yaml', 'imlc.letter-of-qualification', '--json'], {
      library: { ok: true as const, value: file },
      files: { 'his.yaml': moved },
    });
    const { state, plan } = JSON.parse(out) as Exclude<PlanAnswer, { state: 'none' }>;
    expect(state).toBe('conditional');
    expect(plan.assumes.map(({ rule }) => rule)).toEqual(['imlc.licence.membership']);
    const steps = plan.steps.map(({ step }) => step);
    expect(steps).not.toContain('step.us.match');
    expect(plan.via.length).toBe(1);
    const licensing = law.packs.find(({ pack }) => pack === plan.via[0]?.pack);
    const licence = steps.indexOf(`step.${licensing?.pack}.application`);
    expect(licence).toBeGreaterThanOrEqual(0);
    expect(steps.indexOf('step.imlc.principal-licence')).toBeGreaterThan(licence);
    return { steps, plan, licensedBy: licensing?.jurisdiction };
  };
  it.each(['US-TX', 'US-FL'])('where he lives: %s', async (home) => {
    const { steps, plan, licensedBy } = await planFrom(home);
    expect(licensedBy).toBe(home);
    expect(steps).not.toContain('step.imlc.employer');
    expect(plan.ifSelected).toBe(false);
  });
  it('elsewhere with a post there, where his own state stands outside', async () => {
    const { steps, plan, licensedBy } = await planFrom('US-NY');
    expect(licensedBy).toMatch(/^US-/);
    expect(['US-CA', 'US-MA', 'US-NM', 'US-NY', 'US-SC']).not.toContain(licensedBy);
    expect(steps.indexOf('step.imlc.principal-licence')).toBeGreaterThan(steps.indexOf('step.imlc.employer'));
    expect(steps).toContain('step.imlc.employer');
    expect(plan.ifSelected).toBe(true);
  });
});

/** What the person could still say, or what contradicts: nothing, for a sample. What is left is the law's to answer. */
function answerable({ route }: RouteResult, inquiry: Inquiry, sample: string): readonly string[] {
  const { undecided } = inquiry.residual({ route });
  for (const { at, reasons, notResearched } of undecided) {
    if (!reasons.includes('notResearched')) continue;
    const point =
      notResearched === undefined
        ? `${at.split('@')[0]}: no wording for the day`
        : `${at.split('@')[0]}: ${notResearched}`;
    open.set(point, (open.get(point) ?? new Set()).add(sample));
  }
  if (undecided.length === 0) return [`${route}: unknown without a reason`];
  return undecided
    .filter(({ reasons, missing }) => missing.length > 0 || reasons.join() !== 'notResearched')
    .map(({ at, reasons, missing }) => `${route}: ${at} ${reasons.join('+')} ${missing.join(' ')}`);
}

it('together they show all four statuses', async () => {
  const all = await Promise.all(samples.map(assessmentOf));
  const statuses = new Set(all.flatMap(({ authorities }) => authorities.map(({ status }) => status)));
  expect([...statuses].filter((status) => status !== undefined).sort()).toEqual([
    'closed',
    'open',
    'unknown',
    'withSteps',
  ]);
});

/** Chosen because a reader of the sources can follow each by hand. */
it.each([
  [
    'fresh-graduate',
    'de',
    'open',
    'a listed title, the certificates that complete it, German, and fresh documents',
  ],
  ['fresh-graduate', 'ke', 'closed', 'full registration is for citizens of Kenya and its neighbours'],
  ['returning-doctor', 'ke', 'open', 'a Kenyan degree, internship and both examinations'],
  ['specialist-licensed-elsewhere', 'gb', 'open', 'a relevant European qualification with its certificate'],
  ['final-year-student', 'in', 'withSteps', 'graduation and the internship are still ahead'],
  ['resident', 'us-tx', 'withSteps', 'certified, all Steps passed, the residency not finished'],
  ['displaced-doctor', 'au', 'closed', 'the school is not recognised'],
  ['displaced-doctor', 'ca-bc', 'unknown', 'the bylaws ended in March 2026'],
])('%s in %s is %s: %s', async (sample, pack, status) => {
  const { authorities } = await assessmentOf(sample);
  expect(authorities.find((authority) => authority.pack === pack)?.status).toBe(status);
});
