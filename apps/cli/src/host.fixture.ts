/** A host for tests: files in memory, output kept, a library of a small fictional law. */
import { Readable } from 'node:stream';
import { openEgress } from '@testamur/adapters/egress';
import type { LibraryFile } from '@testamur/adapters/library';
import { err, expectOk, ok, parseDay, type Result } from '@testamur/engines/kernel';
import { packSearchFile } from '@testamur/engines/matching';
import type { Pack, Route } from '@testamur/engines/recognition';
import type { RegistrySchool } from '@testamur/engines/recognition/registry';
import { packLawFile } from '@testamur/services/recognising';
import {
  CITE,
  pack,
  rule,
  step,
  VOCABULARY,
  version,
} from '../../../engines/recognition/small-law.fixture.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { readBytes, readText } from './input/read-text.ts';
import { runTestamur } from './run-testamur.ts';

export const TODAY = expectOk(parseDay('2026-11-22'), 'a day of a test');

const route = (id: string, requirements: readonly string[]): Route => ({
  ...{
    route: id,
    title: `Way ${id}`,
    for: 'All',
    grants: 'full',
    cite: CITE,
    scope: [],
    discretion: [],
    notes: [],
    finally: [],
  },
  requirements,
});

/** AA asks for a long degree and for A, which a step brings about; BB's law begins in 2020. */
const LANDS: readonly Pack[] = [
  pack(
    [
      rule('aa.degree.long', version({ fact: 'pmq.years', atLeast: 6 })),
      rule('aa.person.a', version({ fact: 'person.a', equals: true, cure: ['step.aa.a'] })),
    ],
    {
      pack: 'aa',
      name: 'Land of A',
      jurisdiction: 'AA',
      routes: [route('aa.way', ['aa.degree.long', 'aa.person.a'])],
      steps: [step('step.aa.a', { effects: [{ fact: 'person.a', value: true }] })],
    },
  ),
  pack(
    [rule('bb.person.b', version({ fact: 'person.b', equals: true }, { inForce: { from: '2020-01-01' } }))],
    {
      ...{ pack: 'bb', name: 'Land of B', jurisdiction: 'BB', routes: [route('bb.way', ['bb.person.b'])] },
    },
  ),
];

const SCHOOL = {
  id: 'sch-aa-1',
  names: [{ text: 'First Medical School' }],
  country: 'AA',
  campuses: [],
  successions: [],
} as unknown as RegistrySchool;

export const SMALL_LIBRARY: LibraryFile = {
  schema: 'testamur/library/1',
  law: packLawFile(
    {
      vocabulary: VOCABULARY,
      commonSteps: [],
      packs: LANDS,
      hashes: new Map(LANDS.map((land) => [land.pack, `sha256:${'0'.repeat(64)}`])),
    },
    { agreements: [], policies: [] },
  ),
  registry: {
    schema: 'testamur/registry/1',
    schools: [SCHOOL],
    agencies: [],
    recognisers: [],
    decisions: [],
  },
  search: packSearchFile(
    [{ id: 'sch-aa-1', names: ['First Medical School'], country: 'AA', city: 'Aville' }],
    {},
  ),
  countries: [
    { code: 'AA', name: 'A' },
    { code: 'BB', name: 'B' },
  ],
  ...{
    languages: [],
    cases: [],
    changelogs: {},
    maintainers: [],
    subdivisions: [],
    regulators: [],
    sources: [],
    sets: [],
  },
};

export type Setting = {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string | Uint8Array;
  readonly library?: Result<LibraryFile, { code: 'LIBRARY_NOT_BUILT'; message: string; hint: string }>;
  readonly host?: Partial<Host>;
};

export type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string };

export async function run(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const [out, said]: [string[], string[]] = [[], []];
  const host: Host = {
    write: (text) => void out.push(text),
    writeError: (text) => void said.push(text),
    colour: false,
    width: 100,
    watched: false,
    today: TODAY,
    readText: (file) => readFake(file, setting),
    readBytes: (file, mostBytes) => readFakeBytes(file, setting, mostBytes),
    now: () => Date.UTC(2026, 10, 22),
    egress: openEgress({ isOffline: true }),
    library: () => setting.library ?? ok(SMALL_LIBRARY),
    packsFolder: '/nowhere',
    ...setting.host,
  };
  const code = await runTestamur(args, host);
  return { code, out: out.join(''), err: said.join('') };
}

function readFakeBytes(file: string, { files = {}, input = '' }: Setting, mostBytes: number) {
  const given = file === '-' ? input : files[file];
  const from = Readable.from(given === undefined ? [] : [Buffer.from(given as string)]);
  return readBytes(given === undefined ? file : '-', from, mostBytes);
}

function readFake(file: string, { files = {}, input = '' }: Setting) {
  const text = file === '-' ? input : files[file];
  if (text === undefined) return readText(file, Readable.from([]));
  return readText('-', Readable.from([Buffer.from(text as string)]));
}

export const NOT_BUILT = err({
  code: 'LIBRARY_NOT_BUILT',
  message: 'The packs have not been made into a library yet.',
  hint: 'Run npm run build.',
} as const);
