import { describe, expect, it } from 'vitest';
import { convertRow } from './convert-row.ts';
import type { Curation } from './curation.ts';

const curation: Curation = {
  cities: { TR: { 'Adıyaman türkiye': 'Adıyaman', Türkiye: null } },
  regions: { IN: { Orissa: 'Odisha' } },
  drops: [{ key: 'hipo:cn:wrong', fields: ['host', 'website'], reason: 'another institution' }],
  merges: [],
};
const empty = {
  ...{
    aliases: '',
    city: '',
    region: '',
    lat: '',
    lng: '',
    coord_precision: '',
    institution_established_year: '',
  },
  ...{ website: '', ror_id: '', host_university_ror_id: '', wikidata_id: '', status: 'listed', notes: '' },
};
const ror = {
  ...empty,
  ...{
    name: 'Test College',
    country: 'US',
    aliases: 'TC|Test College',
    city: 'Testville',
    region: 'Texas',
    sources: 'ror|hipo',
  },
  ...{
    lat: '1.5',
    lng: '-2.5',
    coord_precision: 'city (ROR/GeoNames)',
    institution_established_year: '1900',
  },
  ...{ website: 'https://t.example', ror_id: '05nydfs77', wikidata_id: 'Q1', status: 'withdrawn' },
  ...{ kind: 'medical_school', evidence_level: 'registry_name' },
};
const listed = {
  ...empty,
  ...{
    name: 'AIIMS, Patna',
    country: 'IN',
    city: 'Patna',
    region: 'Orissa',
    sources: 'nmc_in',
    lat: '28.62',
    lng: '77.21',
  },
  ...{
    coord_precision: 'city of host university (ROR/GeoNames)',
    host_university_ror_id: '02dwcqs71',
    website: 'https://delhi.example',
  },
  ...{
    notes: 'affiliated to: Statutory, AIIMS; host university established 1956',
    kind: 'medical_school',
    evidence_level: 'regulator_list',
  },
};

describe('convertRow', () => {
  it('credits a ROR row to ROR, its coordinates to GeoNames, and its region to a subdivision', () => {
    expect(convertRow(ror, curation)).toMatchObject({
      keys: ['ror:05nydfs77'],
      otherNames: ['TC'],
      subdivision: 'US-TX',
      coordinates: [1.5, -2.5],
      institutionFounded: '1900',
      rorStatus: 'withdrawn',
      kind: 'medical-school',
      level: 'registry-name',
      evidence: {
        name: ['ror'],
        otherNames: ['ror', 'hipo'],
        subdivision: ['ror'],
        coordinates: ['geonames'],
        website: ['ror', 'hipo'],
      },
    });
  });

  it('takes nothing of a host guessed for an Indian college, but keeps the place on its list', () => {
    const school = convertRow(listed, curation);
    expect(school).toMatchObject({ city: 'Patna', region: 'Odisha', affiliatedTo: 'Statutory, AIIMS' });
    for (const field of ['coordinates', 'website', 'host'] as const) expect(school[field]).toBeUndefined();
    expect(Object.keys(school.evidence).sort()).toEqual([
      'affiliatedTo',
      'city',
      'country',
      'name',
      'region',
    ]);
  });

  it('keeps the host of other lists, as a host and not as the school', () => {
    const school = convertRow(
      { ...listed, sources: 'mci_foreign', country: 'SA', wikidata_id: 'Q9' },
      curation,
    );
    expect(school).toMatchObject({ host: { ror: '02dwcqs71', wikidata: 'Q9' }, coordinates: [28.62, 77.21] });
    expect(school.wikidata).toBeUndefined();
    expect(school.ror).toBeUndefined();
    expect(school.evidence.city).toEqual(['ror']);
  });

  it('mends cities and drops what is no city', () => {
    const turkish = { ...listed, country: 'TR', sources: 'yok_tr' };
    expect(convertRow({ ...turkish, city: 'Adıyaman türkiye' }, curation).city).toBe('Adıyaman');
    expect(convertRow({ ...turkish, city: 'Türkiye' }, curation).city).toBeUndefined();
  });

  it('drops what was decided to be wrong', () => {
    const wrong = { ...listed, country: 'CN', name: 'Wrong', city: '', sources: 'hipo' };
    const school = convertRow(wrong, curation);
    expect(school.keys).toEqual(['hipo:cn:wrong']);
    expect([school.host, school.website]).toEqual([undefined, undefined]);
    expect(school.coordinates).toEqual([28.62, 77.21]);
  });
});
