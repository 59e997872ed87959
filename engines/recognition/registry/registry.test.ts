import * as world from '@testamur/testing/fictional-registry';
import { describe, expect, it } from 'vitest';
import { accreditationOn, countryOf } from './accreditation-on.ts';
import { accreditedByRecognisedOn, turningDaysOfSite } from './accredited-by-recognised.ts';
import { agencyRecognisedOn } from './agency-recognised-on.ts';
import { schoolNameOn, schoolNamesOn } from './school-name-on.ts';
import { isOpenOn, standingOn } from './successor-on.ts';

const { dayOf, fictionalRegistry: registry } = world;
const schoolOf = (id: string) => {
  const school = registry.schools.get(id);
  if (school === undefined) throw new Error(`no ${id} in the fixture`);
  return school;
};

describe('a name belongs to a school for a time', () => {
  it.each([
    ['2010-08-31', 'Aldermoor School of Medicine'],
    ['2010-09-01', 'Aldermoor University'],
    ['2026-01-01', 'Aldermoor University'],
    ['1949-12-31', undefined],
  ])('on %s Aldermoor is called %s', (day, name) => {
    expect(schoolNameOn(schoolOf(world.ALDERMOOR), dayOf(day))).toBe(name);
  });

  it('a name without dates is possible on every day and certain on none', () => {
    expect(schoolNamesOn(schoolOf(world.ALDERMOOR), dayOf('1920-01-01'))).toEqual({
      certain: [],
      possible: ['The Moor'],
    });
  });
});

describe('a school that ended is answered for by its legal successor', () => {
  it.each([
    ['before it ended', world.BRACKWATER, '2015-06-30', 'itself', world.BRACKWATER],
    ['from the day of the merger', world.BRACKWATER, '2015-07-01', 'successor', world.CORVALE],
    ['without a successor', world.DUNMERE, '2019-01-01', 'ended', world.DUNMERE],
    ['a rename ends nothing', world.ALDERMOOR, '2020-01-01', 'itself', world.ALDERMOOR],
    ['its end not known', world.GRIMSTONE, '2020-01-01', 'itself', world.GRIMSTONE],
  ])('%s', (_, school, day, state, id) => {
    expect(standingOn(registry, school, dayOf(day))).toMatchObject({ state, school: { id } });
  });

  it('two legal successors, or a school nobody knows, give unknown', () => {
    expect(standingOn(registry, world.FENWICK, dayOf('2013-01-01'))).toEqual({ state: 'unknown' });
    expect(standingOn(registry, 'sch-xa-nobody', dayOf('2013-01-01'))).toEqual({ state: 'unknown' });
  });

  it('a circle in the data gives unknown instead of a loop', () => {
    const ended = { open: { to: { earliest: dayOf('2000-01-01'), latest: dayOf('2000-01-01') } } };
    const turn = (from: typeof world.CORVALE, into: typeof world.CORVALE) =>
      [
        from,
        { ...schoolOf(from), ...ended, successions: [{ kind: 'merged', into, span: {}, legal: true }] },
      ] as const;
    const circle = new Map([turn(world.CORVALE, world.DUNMERE), turn(world.DUNMERE, world.CORVALE)]);
    expect(standingOn({ ...registry, schools: circle }, world.CORVALE, dayOf('2001-01-01')).state).toBe(
      'unknown',
    );
    expect(
      turningDaysOfSite({ ...registry, schools: circle }, { school: world.CORVALE }, undefined),
    ).not.toEqual([]);
  });

  it('whether it existed is unknown without dates', () => {
    expect(isOpenOn(schoolOf(world.GRIMSTONE), dayOf('2020-01-01'))).toBe('unknown');
    expect(isOpenOn(schoolOf(world.DUNMERE), dayOf('2018-12-31'))).toBe('true');
    expect(isOpenOn(schoolOf(world.DUNMERE), dayOf('2019-01-01'))).toBe('false');
  });
});

describe('an agency is recognised by someone, for a country, for a term', () => {
  const ask = (agency: string, country: string, day: string, recogniser = 'wfme') => {
    const { truth, reason } = agencyRecognisedOn(registry, { agency, country, recogniser }, dayOf(day));
    return `${truth} ${reason}`;
  };
  it.each([
    [world.NORTH, 'XA', '2011-12-31', 'false before-programme'],
    [world.NORTH, 'XA', '2012-01-01', 'true in-term'],
    [world.NORTH, 'XA', '2021-12-31', 'true in-term'],
    [world.NORTH, 'XA', '2022-01-01', 'false refused-or-ended'],
    [world.NORTH, 'XA', '2024-01-01', 'true in-term'],
    [world.NORTH, 'XA', '2030-01-01', 'unknown renewal-unknown'],
    [world.NORTH, 'XB', '2015-12-31', 'unknown bound-uncertain'],
    [world.NORTH, 'XB', '2016-01-01', 'true in-term'],
    [world.NORTH, 'XB', '2023-01-01', 'false refused-or-ended'],
    [world.NORTH, 'XC', '2016-01-01', 'unknown country-not-listed'],
    [world.SOUTH, 'XB', '2014-12-31', 'unknown before-known-terms'],
    [world.SOUTH, 'XB', '2015-06-15', 'unknown bound-uncertain'],
    [world.SOUTH, 'XB', '2015-12-31', 'true in-term'],
    [world.SOUTH, 'XB', '2020-05-31', 'true in-term'],
    [world.SOUTH, 'XB', '2020-06-01', 'unknown bound-uncertain'],
    [world.SOUTH, 'XB', '2020-07-01', 'unknown renewal-unknown'],
    ['ag-nobody', 'XA', '2016-01-01', 'unknown agency-unknown'],
  ])('%s for %s on %s: %s', (agency, country, day, answer) => expect(ask(agency, country, day)).toBe(answer));

  it('recognition by another body is not recognition by this one', () => {
    expect(ask(world.NORTH, 'XA', '2016-01-01', 'other')).toBe('unknown agency-unknown');
  });

  it('names what it rests on', () => {
    const question = { agency: world.SOUTH, country: 'XB', recogniser: 'wfme' };
    expect(agencyRecognisedOn(registry, question, dayOf('2021-01-01')).cite[0]?.locator).toBe(
      'South, only term',
    );
  });
});

describe('accredited by an agency recognised on that day, for that country', () => {
  const claims = [
    ['accredited and recognised', world.ALDERMOOR, undefined, '2015-05-01', 'true'],
    ['accredited before anybody was recognised', world.ALDERMOOR, undefined, '2011-05-01', 'false'],
    ['a lapse voids what is earned during it', world.ALDERMOOR, undefined, '2023-05-01', 'false'],
    ['a lapse does not void what was earned before it', world.ALDERMOOR, undefined, '2021-12-31', 'true'],
    ['nor after the recognition came back', world.ALDERMOOR, undefined, '2024-05-01', 'true'],
    ['after the last decision nothing is known', world.ALDERMOOR, undefined, '2026-01-01', 'unknown'],
    [
      'an offshore campus goes by its own country',
      world.ALDERMOOR,
      world.ALDERMOOR_ISLAND,
      '2015-05-01',
      'unknown',
    ],
    ['between its own decisions a school has none', world.BRACKWATER, undefined, '2014-05-01', 'unknown'],
    ['from the merger on the successor counts', world.BRACKWATER, undefined, '2015-07-01', 'true'],
    [
      'a closed school has no accreditation, whatever the paper says',
      world.DUNMERE,
      undefined,
      '2020-05-01',
      'unknown',
    ],
    ['before it closed it had', world.DUNMERE, undefined, '2018-05-01', 'true'],
    ['an agency whose renewal is unknown', world.ELMSGATE, undefined, '2021-05-01', 'unknown'],
    [
      'a refusal by an agency that was not recognised then',
      world.ELMSGATE,
      undefined,
      '2023-05-01',
      'unknown',
    ],
    ['a refusal by one that was', world.ELMSGATE, undefined, '2024-05-01', 'false'],
    ['a withdrawal is a refusal', world.ELMSGATE, undefined, '2026-05-01', 'false'],
    ['a school that nobody knows', 'sch-xa-nobody', undefined, '2015-05-01', 'unknown'],
  ] as const;
  it.each(claims)('%s', (_, school, campus, day, truth) => {
    const site = { school, ...(campus === undefined ? {} : { campus }) };
    expect(accreditedByRecognisedOn(registry, site, dayOf(day), 'wfme').truth).toBe(truth);
  });

  it('without a recogniser any agency will do', () => {
    expect(
      accreditedByRecognisedOn(registry, { school: world.ALDERMOOR }, dayOf('2009-01-01'), undefined).truth,
    ).toBe('true');
  });

  it('a decision about a campus is not about the seat', () => {
    const on = dayOf('2015-01-01');
    const campus = { school: world.ALDERMOOR, campus: world.ALDERMOOR_ISLAND };
    expect(accreditationOn(registry, campus, on)).toHaveLength(1);
    expect(accreditationOn(registry, { school: world.ALDERMOOR }, on)[0]?.decision.campus).toBeUndefined();
    expect(countryOf(registry, campus)).toBe('XC');
    expect(countryOf(registry, { school: world.ALDERMOOR, campus: 'cam-none' })).toBeUndefined();
  });

  it('says for every decision how it was judged', () => {
    expect(
      accreditedByRecognisedOn(registry, { school: world.ELMSGATE }, dayOf('2021-05-01'), 'wfme').reasons,
    ).toMatchObject([
      {
        agency: world.SOUTH,
        outcome: 'accredited',
        inForce: 'true',
        recognitionReason: 'renewal-unknown',
        grade: 'B',
      },
    ]);
  });
});
