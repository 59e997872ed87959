/** Recognition through another licence, on the real law: each condition from both sides. */
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { openPlanning, type Planning, planFor, simulatePlan } from '@testamur/engines/planner';
import {
  assessPerson,
  compiledEvaluator,
  type Dossier,
  type LawBook,
  type PreparedLaw,
  prepareLaw,
} from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';

const book: LawBook = realLaw();
const dayOf = (text: string): Day => expectOk(parseDay(text), 'a day of a test');
const TODAY = '2026-11-22';

const laws = new Map<string, PreparedLaw>();
function lawOn(on: string): PreparedLaw {
  const knownOn = dayOf('9999-12-31');
  const held = laws.get(on) ?? prepareLaw({ book, on: dayOf(on), knownOn, evaluator: compiledEvaluator });
  laws.set(on, held);
  return held;
}

type Entry = { readonly [field: string]: unknown };
type Parts = { readonly [section: string]: unknown };
const all = (...entries: readonly Entry[]) => ({
  complete: true,
  entries: entries.map((entry, index) => ({ id: `e${index}`, ...entry })),
});
const LISTS = [
  ...['exams', 'languageTests', 'training', 'licences', 'practice', 'certificates'],
  ...['assessments', 'specialistQualifications', 'sanctions', 'offers'],
];
const dossierOf = (parts: Parts): Dossier =>
  ({ ...Object.fromEntries(LISTS.map((list) => [list, all()])), ...parts }) as Dossier;

function planningFor(parts: Parts, on = TODAY): Planning {
  const law = lawOn(on);
  const registry = { accredited: () => ({ state: 'silent' as const }) };
  const person = { dossier: dossierOf(parts), schools: () => undefined, registry };
  return openPlanning(law, person, assessPerson(law, person));
}

const statusesIn = ({ assessment }: Pick<Planning, 'assessment'>, routes: readonly string[]) => {
  const found = new Map(
    assessment.authorities.flatMap((each) => each.routes.map(({ route, status }) => [route, status])),
  );
  return Object.fromEntries(routes.map((route) => [route, found.get(route)]));
};
const statuses = (parts: Parts, routes: readonly string[], on = TODAY) =>
  statusesIn(planningFor(parts, on), routes);

const nairobi = {
  ...{
    id: 'nairobi',
    level: 'primary',
    awardingCountry: 'KE',
    title: 'mbbs',
    complete: true,
    language: 'eng',
  },
  ...{ enrolledOn: '2008-08-01', graduatedOn: '2014-03-01', awardedOn: '2014-03-01', years: 6, hours: 6000 },
  ...{
    accompanyingCertificates: [],
    underUniversity: true,
    formerState: 'none',
    entitlesToPractiseAtHome: true,
  },
};
const kenya = {
  jurisdiction: 'KE',
  scope: 'full',
  status: 'active',
  goodStanding: true,
  basis: 'local-degree',
};
const germany = { ...kenya, jurisdiction: 'DE', basis: 'first-recognition', from: '2023-01-01' };
const citizen = { citizenships: ['IT'], euTreatment: false };
const standing = { kind: 'good-standing', issuedOn: '2026-11-02' };
const certified = (jurisdiction: string) => ({ kind: 'practice-certificate', jurisdiction });
const years = (country: string, to: string) => ({ country, from: '2023-01-01', to, fte: 1 });
const recognised = (parts: Parts = {}): Parts => ({
  person: citizen,
  qualifications: [nairobi],
  licences: all(kenya, germany),
  practice: all(years('DE', '2026-01-01')),
  certificates: all(standing, certified('DE')),
  ...parts,
});

describe('a degree of Kenya, recognised first in Germany, on to a second state', () => {
  const ROUTES = [
    'eu.third-country-recognised',
    'es.general-system',
    'eu.automatic-basic',
    'es.eu-automatic',
  ];
  it.each([
    ['three years certified by Germany', {}, 'open'],
    ['three years done and not yet certified', { certificates: all(standing) }, 'withSteps'],
    [
      'two years and eleven months',
      { practice: all(years('DE', '2025-12-01')), certificates: all(standing) },
      'withSteps',
    ],
    [
      'three years in Austria and its certificate',
      { practice: all(years('AT', '2026-01-01')), certificates: all(standing, certified('AT')) },
      'withSteps',
    ],
    ['a citizen of Kenya', { person: { citizenships: ['KE'], euTreatment: false } }, 'closed'],
    ['a citizen of Kenya treated like one', { person: { citizenships: ['KE'], euTreatment: true } }, 'open'],
    ['no first recognition', { licences: all(kenya) }, 'closed'],
    ['recognised by the United Kingdom', { licences: all({ ...germany, jurisdiction: 'GB' }) }, 'closed'],
  ])('%s', (_, parts, status) => {
    expect(statuses(recognised(parts), ROUTES)).toEqual({
      'eu.third-country-recognised': status,
      'es.general-system': status,
      'eu.automatic-basic': 'closed',
      'es.eu-automatic': 'closed',
    });
  });

  it('has the years certified when they are done, and practises on when they are not', () => {
    const steps = (parts: Parts) => {
      const answer = planFor(planningFor(recognised(parts)), { route: 'es.general-system' });
      return answer.state === 'none' ? answer : answer.plan.steps.map(({ step }) => step);
    };
    const last = ['step.es.recognition-application', 'step.es.colegiacion'];
    const short = { practice: all(years('DE', '2025-12-01')), certificates: all(standing) };
    expect(steps({ certificates: all(standing) })).toEqual(['step.eu.three-years-certificate', ...last]);
    expect(steps(short)).toEqual(['step.eu.practise-three-years', ...last]);
  });

  it.each([
    'eu.third-country-recognised',
    'es.general-system',
    'at.general-system',
    'fi.recognised-elsewhere',
    'de.eu-other',
  ])('without any licence in Europe, %s is reached through a first recognition', (route) => {
    const planning = planningFor(
      recognised({ licences: all(kenya), practice: all(), certificates: all(), exams: all() }),
    );
    expect(statusesIn(planning, [route])).toEqual({ [route]: 'closed' });
    const answer = planFor(planning, { route });
    if (answer.state === 'none') throw new Error(answer.reason);
    expect(answer.plan.via.map((each) => each.route)).toEqual(['it.third-country']);
    expect(statusesIn(simulatePlan(planning, answer.plan), [route])).toEqual({ [route]: 'open' });
  });
});

const sydney = (specialist: readonly Entry[], parts: Parts = {}): Parts => ({
  person: { citizenships: ['IE'], ahpraEducationPathway: true, ahpraEducationCountries: ['IE'] },
  qualifications: [
    {
      ...{
        id: 'dublin',
        level: 'primary',
        awardingCountry: 'IE',
        teachingCountries: ['IE'],
        language: 'eng',
      },
      ...{ graduatedOn: '2003-06-10', inWorldDirectory: true, amcRecognised: true },
      ...{ programmeAccreditors: [], onMbaOffshoreList: false },
    },
  ],
  certificates: all({ kind: 'psv-report', issuedOn: '2026-05-04' }),
  offers: all({ kind: 'job', country: 'AU', setting: 'hospital' }),
  specialistQualifications: all(...specialist),
  ...parts,
});
const titled = (title: string, awardedOn: string, country: string, specialty = 'general-practice') => ({
  ...{ title, awardedOn, country, specialty, onMbaAcceptedList: false },
});

describe('the Expedited Specialist pathway of Australia', () => {
  const FIRST = 'au.expedited-conditional';
  const cscst = titled('cscst', '2010-01-01', 'IE');
  const cct = titled('cct', '2010-01-01', 'GB');
  it.each([
    ['MICGP of 2009 with CSCST', [titled('micgp', '2009-01-01', 'IE'), cscst], 'open'],
    ['MICGP of 2008 with CSCST', [titled('micgp', '2008-12-31', 'IE'), cscst], 'closed'],
    ['MICGP of 2009 alone', [titled('micgp', '2009-01-01', 'IE')], 'closed'],
    ['MICGP of 2009 with a CCT', [titled('micgp', '2009-01-01', 'IE'), cct], 'closed'],
    ['FRNZCGP of 2012', [titled('frnzcgp', '2012-01-01', 'NZ')], 'open'],
    ['FRNZCGP of 2011', [titled('frnzcgp', '2011-12-31', 'NZ')], 'closed'],
    ['MRCGP of 2007 with CCT', [titled('mrcgp', '2007-01-01', 'GB'), cct], 'open'],
    ['MRCGP of 2006 with CCT', [titled('mrcgp', '2006-12-31', 'GB'), cct], 'closed'],
    ['MRCGP of 2007 alone', [titled('mrcgp', '2007-01-01', 'GB')], 'closed'],
  ])('%s', (_, specialist, status) => {
    expect(statuses(sydney(specialist), [FIRST])).toEqual({ [FIRST]: status });
  });

  it.each([
    ['2026-01-18', 'notMet'],
    ['2026-01-19', 'met'],
  ])('the list on general paediatrics of Ireland on %s', (on, verdict) => {
    const listed = { ...titled('cscst', '2015-01-01', 'IE', 'paediatrics'), onMbaAcceptedList: true };
    const found = planningFor(sydney([listed]), on)
      .assessment.authorities.flatMap(({ routes }) => routes.flatMap(({ requirements }) => requirements))
      .filter(({ rule }) => rule === 'au.expedited.qualification');
    expect(new Set(found.map((each) => each.verdict))).toEqual(new Set([verdict]));
  });

  it('does not exist on the day before it opened', () => {
    expect(statuses(sydney([titled('frnzcgp', '2012-01-01', 'NZ')]), [FIRST], '2024-10-20')).toEqual({
      [FIRST]: 'closed',
    });
  });

  it('leads from conditions through six months and the education to full registration', () => {
    const planning = planningFor(sydney([titled('frnzcgp', '2012-01-01', 'NZ')]));
    const answer = planFor(planning, { route: 'au.expedited' });
    if (answer.state === 'none') throw new Error(answer.reason);
    expect(answer.plan.via.map(({ route }) => route)).toEqual([FIRST]);
    expect(answer.plan.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining([
        'step.au.supervised-expedited',
        'step.au.cultural-safety',
        'step.au.orientation',
      ]),
    );
    expect(statusesIn(simulatePlan(planning, answer.plan), ['au.expedited'])).toEqual({
      'au.expedited': 'open',
    });
  });
});

describe('the Competent Authority pathway of Australia', () => {
  const ROUTES = ['au.competent-provisional', 'au.competent-authority'];
  const passed = (...exams: readonly string[]) => all(...exams.map((exam) => ({ exam, result: 'pass' })));
  const foundation = { kind: 'internship', country: 'GB', months: 12, completed: true };
  const supervised = (to: string) => ({ country: 'AU', level: 'supervised', from: '2025-11-01', to, fte: 1 });
  it.each([
    ['both parts of PLAB', passed('gb.plab1', 'gb.plab2'), foundation, [], ['open', 'withSteps']],
    [
      'the first part only, nothing said of who may sit the second',
      passed('gb.plab1'),
      foundation,
      [],
      ['unknown', 'unknown'],
    ],
    ['eleven months abroad', passed('nz.nzrex'), { ...foundation, months: 11 }, [], ['closed', 'closed']],
    ['eleven months here', passed('nz.nzrex'), foundation, [supervised('2026-10-01')], ['open', 'withSteps']],
    ['twelve months here', passed('nz.nzrex'), foundation, [supervised('2026-11-01')], ['open', 'open']],
  ])('%s', (_, exams, training, practice, [provisional, general]) => {
    const parts = sydney([], { exams, training: all(training), practice: all(...practice) });
    expect(statuses(parts, ROUTES)).toEqual({ [ROUTES[0] ?? '']: provisional, [ROUTES[1] ?? '']: general });
  });
});

describe('a licence of one state of the Gulf in the others', () => {
  const ROUTES = ['sa.gp', 'qa.gp', 'kw.foreign', 'bh.foreign', 'om.gp'];
  const RULE = /^(ae|sa|qa|kw|bh|om)\.verification\.report$/;
  const kochi = {
    ...{ id: 'kochi', level: 'primary', title: 'mbbs', awardingCountry: 'IN', graduatedOn: '2019-03-31' },
    ...{ allopathic: true, distanceLearning: false, nationallyAccredited: true, inWorldDirectory: true },
  };
  const india = { jurisdiction: 'IN', status: 'active', scope: 'full', from: '2020-05-01' };
  const doctor = (parts: Parts): Parts => ({
    person: { citizenships: ['IN'], motherCitizenships: ['IN'], birthDate: '1994-02-01', residences: ['IN'] },
    qualifications: [kochi],
    licences: all(india),
    ...parts,
  });
  it('opens none of them', () => {
    const dubai = { ...india, jurisdiction: 'AE', class: 'ae.gp' };
    const before = statuses(doctor({}), ROUTES);
    expect(statuses(doctor({ licences: all(india, dubai) }), ROUTES)).toEqual(before);
    expect(Object.values(before)).not.toContain('open');
  });

  it.each([
    ['with one report of DataFlow', all({ kind: 'dataflow-report', issuedOn: '2026-09-10' }), 'met'],
    ['without one', all(), 'notMet'],
  ])('%s each asks the same verification', (_, certificates, verdict) => {
    const { assessment } = planningFor(doctor({ certificates }));
    const found = assessment.authorities
      .flatMap(({ routes }) => routes.flatMap(({ requirements }) => requirements))
      .filter(({ rule }) => RULE.test(rule));
    expect(new Set(found.map(({ rule }) => rule)).size).toBe(6);
    expect(new Set(found.map((each) => each.verdict))).toEqual(new Set([verdict]));
  });
});

describe('a degree awarded whose traineeship at home is missing (C-634/20)', () => {
  const ROUTES = ['eu.automatic-basic', 'fi.eu-automatic', 'eu.temporary-services'];
  const edinburgh = {
    ...nairobi,
    ...{ id: 'edinburgh', awardingCountry: 'GB', title: 'gb-primary-qualification', complete: false },
    ...{ enrolledOn: '2012-09-01', graduatedOn: '2018-06-30', awardedOn: '2018-06-30' },
  };
  const complete = {
    ...edinburgh,
    complete: true,
    accompanyingCertificates: ['gb-certificate-of-experience'],
  };
  const finland = { ...kenya, jurisdiction: 'FI', class: 'fi.limited', scope: 'limited', basis: 'other' };
  const finnish = all({ test: 'finnish-or-swedish', result: 'pass' });
  it.each([
    ['awarded and incomplete, restricted practice', edinburgh, finland, ['closed', 'closed', 'closed']],
    ['awarded and complete, restricted practice', complete, finland, ['open', 'open', 'closed']],
    [
      'awarded and complete, full licence',
      complete,
      { ...finland, class: 'fi.legalised', scope: 'full' },
      ['open', 'open', 'open'],
    ],
  ])('%s', (_, degree, licence, expected) => {
    const parts = {
      ...{ person: citizen, qualifications: [degree], licences: all(licence), languageTests: finnish },
      ...{
        certificates: all(standing),
        practice: all({ country: 'FI', from: '2022-01-01', level: 'supervised' }),
      },
    };
    expect(Object.values(statuses(parts, ROUTES))).toEqual(expected);
  });
});
