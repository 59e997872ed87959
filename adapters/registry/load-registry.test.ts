import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { agencyRecognisedOn, registryViewOf } from '@testamur/engines/recognition/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegistry } from './load-registry.ts';
import { packsFolder } from './packs-folder.fixture.ts';

const data = expectOk(loadRegistry(packsFolder), 'the seed that ships');
const day = (text: string) => expectOk(parseDay(text), 'a literal');

describe('the registry that ships', () => {
  it('has evidence for every field of every school, and a card for every source', () => {
    const plain = new Set(['id', 'keys', 'kind', 'level', 'evidence']);
    for (const school of data.schools) {
      const fields = Object.keys(school).filter((field) => !plain.has(field));
      expect(Object.keys(school.evidence).sort(), school.name).toEqual(fields.sort());
    }
    const used = new Set(data.schools.flatMap(({ evidence }) => Object.values(evidence).flat()));
    expect([...used].sort()).toEqual(data.sources.map(({ id }) => id).sort());
  });

  it('knows Namibia and Kosovo as countries', () => {
    expect(
      data.countries.filter(({ code }) => code === 'NA' || code === 'XK').map(({ name }) => name),
    ).toEqual(['Namibia', 'Kosovo']);
  });

  it('places no All India Institute outside Delhi in Delhi', () => {
    const named = data.schools.filter(({ name }) =>
      name.startsWith('All India Institute of Medical Sciences,'),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ coordinates }) => coordinates?.[0] === 28.62137)).toEqual([]);
  });

  it('names an authority for every pack that licenses', () => {
    const codes = new Set(data.regulators.map(({ jurisdiction }) => jurisdiction));
    const packs = [
      'US',
      'US-NY',
      'US-TX',
      'GB',
      'EU',
      'DE',
      'ES',
      'AU',
      'NZ',
      'CA',
      'CA-BC',
      'IN',
      'SG',
      'KE',
    ];
    expect(packs.filter((code) => !codes.has(code))).toEqual([]);
  });

  const terms = [
    ['ag-lcme', 'US', '2014-04-04', 'unknown'],
    ['ag-lcme', 'US', '2014-04-05', 'true'],
    ['ag-lcme', 'US', '2023-12-31', 'true'],
    ['ag-lcme', 'US', '2024-02-01', 'unknown'],
    ['ag-lcme', 'US', '2026-11-22', 'unknown'],
    ['ag-lcme', 'CA', '2020-01-01', 'unknown'],
    ['ag-lcme', 'US', '2011-12-31', 'false'],
    ['ag-cacms', 'CA', '2025-01-01', 'unknown'],
    ['ag-cacms', 'CA', '2026-11-22', 'true'],
    ['ag-cacms', 'CA', '2034-03-31', 'true'],
    ['ag-cacms', 'CA', '2034-04-01', 'unknown'],
    ['ag-kimee', 'KR', '2016-09-15', 'unknown'],
    ['ag-kimee', 'KR', '2016-10-01', 'true'],
    ['ag-kimee', 'KR', '2026-10-01', 'unknown'],
    ['ag-amc-au', 'NZ', '2020-01-01', 'unknown'],
    ['ag-amc-au', 'NZ', '2024-01-01', 'true'],
    ['ag-ecaqa', 'KZ', '2023-01-01', 'true'],
    ['ag-ecaqa', 'UZ', '2023-01-01', 'unknown'],
    ['ag-tepdad', 'TR', '2026-01-01', 'unknown'],
    ['ag-nmc-in', 'IN', '2023-10-01', 'true'],
    ['ag-aoa-coca', 'US', '2022-09-03', 'true'],
    ['ag-aoa-coca', 'US', '2022-09-04', 'unknown'],
  ] as const;
  it.each(terms)('%s for %s on %s: %s', (agency, country, on, truth) => {
    const question = { agency, country, recogniser: 'wfme' };
    expect(agencyRecognisedOn(data.registry, question, day(on)).truth).toBe(truth);
  });

  it('answers no rule, because every card and list in it is of grade C or D', () => {
    const view = registryViewOf(data.registry);
    const on = { lo: day('2020-01-01'), hi: day('2020-01-01') };
    const answers = new Set(data.schools.map(({ id }) => view.accredited(id, on, 'wfme').state));
    expect([...answers]).toEqual(['silent']);
  });
});

describe('a damaged registry is refused, with the place and what to do', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'testamur-registry-'));
    for (const part of ['registry', 'agencies'])
      cpSync(join(packsFolder, part), join(folder, part), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const school = {
    id: 'sch-xk-0000001',
    keys: ['test:1'],
    name: 'Test',
    country: 'XK',
    kind: 'medical-school',
    level: 'registry-name',
    evidence: { name: ['ror'], country: ['ror'] },
  };
  const accreditation = (change: object) =>
    JSON.stringify([
      {
        agency: 'ag-nmc-in',
        school: data.schools[0]?.id,
        outcome: 'accredited',
        from: '2024',
        cite: [{ source: 's', locator: 'whole page', seen: 'undated', grade: 'B' }],
        ...change,
      },
    ]);
  const schools = 'registry/schools/xk.jsonl';
  const decisions = 'registry/accreditations.yaml';
  const damages = [
    ['a line that is not JSON', schools, '{"id":\n', 'REGISTRY_FILE_SYNTAX', `${schools}:1`],
    [
      'an unknown field',
      schools,
      JSON.stringify({ ...school, seats: 3 }),
      'REGISTRY_RECORD_INVALID',
      `${schools}:1`,
    ],
    [
      'a wrong country',
      schools,
      `\n${JSON.stringify({ ...school, country: 'Kosovo' })}`,
      'REGISTRY_RECORD_INVALID',
      `${schools}:2/country`,
    ],
    [
      'a source without a card',
      schools,
      JSON.stringify({ ...school, evidence: { name: ['rumour'] } }),
      'REGISTRY_UNKNOWN_REFERENCE',
      'registry/schools/sch-xk-0000001',
    ],
    [
      'an id given twice',
      schools,
      JSON.stringify({ ...school, id: data.schools[0]?.id }),
      'REGISTRY_DUPLICATE_ID',
      `registry/schools/${data.schools[0]?.id}`,
    ],
    ['YAML that is none', 'agencies/lcme.yaml', 'id: [', 'REGISTRY_FILE_SYNTAX', 'agencies/lcme.yaml'],
    [
      'a day that the calendar has not',
      decisions,
      accreditation({ from: '2024-02-31' }),
      'REGISTRY_RECORD_INVALID',
      '/decisions/0/from',
    ],
    [
      'a decision on an unknown school',
      decisions,
      accreditation({ school: 'sch-xk-9999999' }),
      'REGISTRY_UNKNOWN_REFERENCE',
      decisions,
    ],
    [
      'a decision by an unknown agency',
      decisions,
      accreditation({ agency: 'ag-none' }),
      'REGISTRY_UNKNOWN_REFERENCE',
      decisions,
    ],
  ] as const;
  it.each(damages)('%s', (_, file, text, code, at) => {
    writeFileSync(join(folder, file), text);
    const loaded = loadRegistry(folder);
    expect(loaded.ok ? [] : loaded.error).toContainEqual(
      expect.objectContaining({ code, at, hint: expect.any(String) }),
    );
  });

  it('a missing file', () => {
    rmSync(join(folder, 'registry/countries.jsonl'));
    const loaded = loadRegistry(folder);
    expect(loaded.ok ? [] : loaded.error.map(({ code, at }) => [code, at])).toEqual([
      ['REGISTRY_FILE_MISSING', 'registry/countries.jsonl'],
    ]);
  });

  it('no folder at all', () => {
    const loaded = loadRegistry(join(folder, 'nothing'));
    expect(loaded.ok ? [] : new Set(loaded.error.map(({ code }) => code))).toEqual(
      new Set(['REGISTRY_FILE_MISSING']),
    );
  });

  it('while a sound decision is taken in and answers rules by its grade', () => {
    writeFileSync(join(folder, decisions), accreditation({ through: '2029' }));
    const { registry } = expectOk(loadRegistry(folder), 'a sound decision');
    const ask = (on: string) =>
      registryViewOf(registry).accredited(data.schools[0]?.id ?? '', { lo: day(on), hi: day(on) }, undefined);
    expect(ask('2025-01-01')).toEqual({ state: 'true' });
    expect(ask('2024-06-01')).toEqual({ state: 'silent' });
  });
});
