/**
 * An invented registry for tests of joins by day: no school, agency or country in it exists. The country codes XA, XB
 * and XC are set aside by ISO 3166 for private use.
 */
import { type Citation, expectOk, parseDay } from '@testamur/engines/kernel';
import type {
  AccreditationDecision,
  Agency,
  AgencyId,
  CampusId,
  Recogniser,
  RecogniserId,
  Registry,
  RegistrySchool,
  SchoolId,
  Span,
} from '@testamur/engines/recognition/registry';

export const dayOf = (text: string) => expectOk(parseDay(text), 'a literal of the fixture');
const at = (text: string) => ({ earliest: dayOf(text), latest: dayOf(text) });
const between = (earliest: string, latest: string) => ({ earliest: dayOf(earliest), latest: dayOf(latest) });
const during = (from: string, to: string): Span => ({ from: at(from), to: at(to) });
const since = (from: string): Span => ({ from: at(from) });

const cite = (grade: Citation['grade'], locator: string): readonly [Citation] => [
  { source: 'fictional-register', locator, seen: '2026-01-01', grade },
];

/** `wfme` keeps its name so that packs can be tried against this registry; it is no statement about the real one. */
export const RECOGNISER = 'wfme' as RecogniserId;
export const NORTH = 'ag-fictional-north' as AgencyId;
export const SOUTH = 'ag-fictional-south' as AgencyId;

/** Renamed on 2010-09-01; teaches also at an offshore campus in another country. */
export const ALDERMOOR = 'sch-xa-aldermoor' as SchoolId;
export const ALDERMOOR_ISLAND = 'cam-xc-aldermoor-island' as CampusId;
/** Ended on 2015-07-01; Corvale is its legal successor. */
export const BRACKWATER = 'sch-xa-brackwater' as SchoolId;
export const CORVALE = 'sch-xa-corvale' as SchoolId;
/** Ended on 2019-01-01 without a successor. */
export const DUNMERE = 'sch-xa-dunmere' as SchoolId;
/** Accredited by the agency that fell silent, later refused by the other. */
export const ELMSGATE = 'sch-xb-elmsgate' as SchoolId;
/** Split on 2012-01-01 between two legal successors. */
export const FENWICK = 'sch-xa-fenwick' as SchoolId;
/** Known only by a weak source. */
export const GRIMSTONE = 'sch-xa-grimstone' as SchoolId;

const plain = { campuses: [], successions: [] } as const;

const schools: readonly RegistrySchool[] = [
  {
    id: ALDERMOOR,
    names: [
      { text: 'Aldermoor University', span: since('2010-09-01') },
      { text: 'Aldermoor School of Medicine', span: during('1950-01-01', '2010-09-01') },
      { text: 'The Moor' },
    ],
    country: 'XA',
    open: since('1950-01-01'),
    campuses: [{ id: ALDERMOOR_ISLAND, name: 'Island Campus', country: 'XC', span: since('2012-01-01') }],
    successions: [],
  },
  {
    id: BRACKWATER,
    names: [{ text: 'Brackwater Medical College', span: during('1960-01-01', '2015-07-01') }],
    country: 'XA',
    open: during('1960-01-01', '2015-07-01'),
    campuses: [],
    successions: [{ kind: 'merged', into: CORVALE, span: since('2015-07-01'), legal: true }],
  },
  {
    ...plain,
    id: CORVALE,
    names: [{ text: 'Corvale University', span: since('1970-01-01') }],
    country: 'XA',
    open: since('1970-01-01'),
  },
  {
    ...plain,
    id: DUNMERE,
    names: [{ text: 'Dunmere Academy of Medicine', span: during('1980-01-01', '2019-01-01') }],
    country: 'XA',
    open: during('1980-01-01', '2019-01-01'),
  },
  {
    ...plain,
    id: ELMSGATE,
    names: [{ text: 'Elmsgate Medical University' }],
    country: 'XB',
    open: since('1990-01-01'),
  },
  {
    id: FENWICK,
    names: [{ text: 'Fenwick College' }],
    country: 'XA',
    open: during('1980-01-01', '2012-01-01'),
    campuses: [],
    successions: [
      { kind: 'split', into: CORVALE, span: since('2012-01-01'), legal: true },
      { kind: 'split', into: DUNMERE, span: since('2012-01-01'), legal: true },
    ],
  },
  { ...plain, id: GRIMSTONE, names: [{ text: 'Grimstone School of Medicine' }], country: 'XA' },
];

const north: Agency = {
  id: NORTH,
  name: 'Northern Board of Medical Schools',
  recognitions: [
    {
      recogniser: RECOGNISER,
      territories: [{ country: 'XA' }, { country: 'XB', span: since('2016-01-01') }],
      terms: [
        {
          outcome: 'recognised',
          span: during('2012-01-01', '2022-01-01'),
          cite: cite('B', 'North, first term'),
        },
        {
          outcome: 'not-recognised',
          span: during('2022-01-01', '2024-01-01'),
          cite: cite('B', 'North, lapse'),
        },
        {
          outcome: 'recognised',
          span: during('2024-01-01', '2030-01-01'),
          cite: cite('B', 'North, second term'),
        },
      ],
    },
  ],
};

/** Its term ended in June 2020, the day not known, and nothing was heard since. */
const south: Agency = {
  id: SOUTH,
  name: 'Southern Accreditation Office',
  recognitions: [
    {
      recogniser: RECOGNISER,
      territories: [{ country: 'XB' }],
      terms: [
        {
          outcome: 'recognised',
          span: { from: between('2015-01-01', '2015-12-31'), to: between('2020-06-01', '2020-07-01') },
          cite: cite('B', 'South, only term'),
        },
      ],
    },
  ],
};

const recogniser: Recogniser = {
  id: RECOGNISER,
  name: 'Fictional Federation',
  programme: since('2012-01-01'),
  cite: cite('B', 'Start of the programme'),
};

const accredited = (
  school: SchoolId,
  agency: AgencyId,
  span: Span,
  grade: Citation['grade'] = 'B',
): AccreditationDecision => ({
  school,
  agency,
  outcome: 'accredited',
  span,
  cite: cite(grade, `Decision on ${school}`),
});

const decisions: readonly AccreditationDecision[] = [
  accredited(ALDERMOOR, NORTH, during('2008-01-01', '2026-01-01')),
  { ...accredited(ALDERMOOR, NORTH, during('2013-01-01', '2026-01-01')), campus: ALDERMOOR_ISLAND },
  accredited(BRACKWATER, NORTH, during('2010-01-01', '2014-01-01')),
  accredited(CORVALE, NORTH, during('2014-01-01', '2024-01-01')),
  accredited(DUNMERE, NORTH, during('2010-01-01', '2025-01-01')),
  accredited(ELMSGATE, SOUTH, during('2010-01-01', '2022-01-01')),
  { ...accredited(ELMSGATE, NORTH, during('2023-01-01', '2026-01-01')), outcome: 'refused' },
  { ...accredited(ELMSGATE, NORTH, during('2026-01-01', '2028-01-01')), outcome: 'withdrawn' },
  accredited(GRIMSTONE, NORTH, during('2013-01-01', '2020-01-01'), 'D'),
];

export const fictionalRegistry: Registry = {
  schools: new Map(schools.map((school) => [school.id, school])),
  agencies: new Map([north, south].map((agency) => [agency.id, agency])),
  recognisers: new Map([[recogniser.id, recogniser]]),
  decisions: new Map(
    schools.map(({ id }) => [id, decisions.filter((decision) => decision.school === id)] as const),
  ),
};
