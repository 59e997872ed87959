import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** A house in small, in which each file breaks one rule or keeps all; the rules are the real ones. */
const files: Readonly<Record<string, string>> = {
  'engines/kernel/index.ts': `import { sha256 } from '@noble/hashes';\nexport const a = sha256;`,
  'engines/kernel/borrows.ts': `import { stringify } from 'yaml';\nexport const b = stringify;`,
  'engines/recognition/index.ts': `export { a } from '../kernel/index.ts';`,
  'engines/recognition/inner.ts': `export const inner = 1;`,
  'engines/recognition/reads.ts': `import { readFileSync } from 'node:fs';\nexport const r = readFileSync;`,
  'engines/recognition/climbs.ts': `export * from '../../services/rating/index.ts';`,
  'engines/credentials/borrows.ts': `import { sha256 } from '@noble/hashes';\nexport const b = sha256;`,
  'engines/yaml/borrows.ts': `import { sha256 } from '@noble/hashes';\nexport const b = sha256;`,
  'engines/recognition/borrows.ts': `import { stringify } from 'yaml';\nexport const b = stringify;`,
  'engines/planner/index.ts': `export { a } from '../recognition/index.ts';`,
  'engines/planner/digs.ts': `export { inner } from '../recognition/inner.ts';`,
  'engines/planner/strays.ts': `export { a } from '../matching/index.ts';`,
  'adapters/mail/index.ts': `import { stringify } from 'undeclared';\nexport const b = stringify;`,
  'engines/matching/index.ts': `export { a } from '../kernel/index.ts';`,
  'engines/matching/strays.ts': `export { a } from '../recognition/index.ts';`,
  'engines/matching/law.ts': `import law from '../../packs/law.json';\nexport const l = law;`,
  'packs/law.json': '{}',
  'services/rating/index.ts': `export { a } from '../../engines/kernel/index.ts';`,
  'services/rating/inner.ts': `export const inner = 1;`,
  'services/rating/stores.ts': `export { p } from '../../adapters/postgres/index.ts';`,
  'services/issuing/digs.ts': `export { inner } from '../rating/inner.ts';`,
  'adapters/postgres/index.ts': `export const p = 1;`,
  'adapters/http/index.ts': `export { a } from '../../engines/kernel/index.ts';`,
  'adapters/http/leans.ts': `export { p } from '../postgres/index.ts';`,
  'adapters/http/wires.ts': `export { s } from '../../apps/server/src/index.ts';`,
  'apps/server/src/index.ts': `export const s = 1;`,
  'apps/server/src/tests.ts': `export { t } from '../../../testing/index.ts';`,
  'apps/portal/src/stores.ts': `export { p } from '../../../adapters/postgres/index.ts';`,
  'testing/index.ts': `export const t = 1;`,
  'services/rating/one.ts': `import { two } from './two.ts';\nexport const one = () => two;`,
  'services/rating/two.ts': `import { one } from './one.ts';\nexport const two = () => one;`,
  'services/rating/lost.ts': `export * from './nowhere.ts';`,
};

const breaches: readonly (readonly [string, string, string])[] = [
  ['an engine reads a file', 'engines/recognition/reads.ts', 'pure-floors-have-no-io'],
  ['an engine imports a service', 'engines/recognition/climbs.ts', 'engines-are-the-ground-floor'],
  ['credentials take another library', 'engines/credentials/borrows.ts', 'engine-credentials-libraries'],
  ['the reader of YAML takes another library', 'engines/yaml/borrows.ts', 'engine-yaml-libraries'],
  ['an engine takes a library', 'engines/recognition/borrows.ts', 'pure-floors-have-no-libraries'],
  ['the kernel takes a library that is not listed', 'engines/kernel/borrows.ts', 'engine-kernel-libraries'],
  [
    'an engine room imports another that is not its friend',
    'engines/matching/strays.ts',
    'engine-rooms-use-the-kernel-only',
  ],
  [
    'an engine room enters a friend by the window',
    'engines/planner/digs.ts',
    'engine-rooms-enter-by-the-door',
  ],
  [
    'a room with friends imports a stranger',
    'engines/planner/strays.ts',
    'engine-planner-uses-only-its-friends',
  ],
  ['a library is used that no package.json names', 'adapters/mail/index.ts', 'declared-dependencies-only'],
  ['code imports a pack', 'engines/matching/law.ts', 'packs-are-data'],
  ['a service imports an adapter', 'services/rating/stores.ts', 'services-import-only-engines'],
  ['a service enters another by the window', 'services/issuing/digs.ts', 'services-enter-by-the-door'],
  ['an adapter imports another', 'adapters/http/leans.ts', 'adapters-never-import-each-other'],
  ['an adapter imports an app', 'adapters/http/wires.ts', 'adapters-import-downwards'],
  ['an app imports the test harness', 'apps/server/src/tests.ts', 'apps-do-not-lean-on-the-scaffolding'],
  [
    'the portal imports an adapter',
    'apps/portal/src/stores.ts',
    'portal-reaches-the-world-through-the-server',
  ],
  ['two files import each other', 'services/rating/one.ts', 'no-cycles'],
  ['a file imports what is not there', 'services/rating/lost.ts', 'not-found'],
];

const kept = [
  'engines/kernel/index.ts',
  'engines/recognition/index.ts',
  'engines/planner/index.ts',
  'engines/matching/index.ts',
  'services/rating/index.ts',
  'adapters/http/index.ts',
];

function plantLibrary(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ main: 'index.js', version: '1.0.0' }));
  writeFileSync(path.join(folder, 'index.js'), 'exports.sha256 = exports.stringify = 1;');
}

let house: string;
let found: ReadonlySet<string>;

beforeAll(async () => {
  house = mkdtempSync(path.join(tmpdir(), 'testamur-house-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
  const dependencies = { '@noble/hashes': '*', yaml: '*' };
  writeFileSync(path.join(house, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  for (const library of [...Object.keys(dependencies), 'undeclared'])
    plantLibrary(path.join(house, 'node_modules', library));
  const { tsConfig: _here, ...rest } = options;
  const floors = ['engines', 'services', 'adapters', 'apps', 'testing'];
  const result = await cruise(floors, { ...rest, baseDir: house, validate: true, ruleSet: { forbidden } });
  const { violations } = (result.output as ICruiseResult).summary;
  found = new Set(violations.map((violation) => `${violation.from} ${violation.rule.name}`));
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(breaches)('catch it when %s', (_name, file, rule) => {
    expect([...found].filter((violation) => violation.startsWith(`${file} `))).toContain(`${file} ${rule}`);
  });

  it.each(kept)('find nothing in %s', (file) => {
    expect([...found].filter((violation) => violation.startsWith(`${file} `))).toEqual([]);
  });

  it('are each broken once above, so that no rule is only written down', () => {
    const tested = new Set(breaches.map(([, , rule]) => rule));
    const names = forbidden.map((rule: { name: string }) => rule.name);
    expect(names.filter((name: string) => !tested.has(name))).toEqual([]);
  });
});
