import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openTypesetter } from '@testamur/adapters/documents';
import { loadPacks, parseYaml } from '@testamur/adapters/packs';
import { loadRegistry } from '@testamur/adapters/registry';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { makeLibrary } from '@testamur/services/recognising';
import { describe, expect, it } from 'vitest';
import { printPlan } from './answer-document.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('@testamur/packs/package.json'));
const { registry } = expectOk(loadRegistry(folder), 'the registry');
const library = makeLibrary(loadPacks(folder), registry);
const samples = readdirSync(path.join(folder, 'samples')).filter((file) => file.endsWith('.yaml'));
const today = expectOk(parseDay('2026-11-22'), 'a day');
const days = { act: 'print', today, latest: today } as const;
const setter = openTypesetter();
const dossierOf = (file: string): unknown =>
  parseYaml(readFileSync(path.join(folder, 'samples', file), 'utf8'), file).value?.value;

describe('a printed plan', () => {
  it.each(library.book.packs.map(({ pack }, index) => [pack, samples[index % samples.length] ?? '']))(
    'is made of the way to %s for the %s',
    (pack, file) => {
      const question = { dossier: dossierOf(file), target: { pack } };
      const printed = expectOk(printPlan(library, { ...days, question }, setter), 'a document');
      expect(Buffer.from(printed).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    },
  );

  it.each([
    ['no target', {}, ['RECOGNISING_TARGET_UNCLEAR']],
    ['a route that is not there', { target: { route: 'xx.none' } }, ['RECOGNISING_ROUTE_UNKNOWN']],
    ['a day that is none', { target: { pack: 'gb' }, on: '2026-02-30' }, ['KERNEL_DAY_IMPOSSIBLE']],
  ])('is refused for %s', (_name, change, codes) => {
    const printed = printPlan(library, { ...days, question: { dossier: {}, ...change } }, setter);
    expect(printed.ok ? [] : printed.error.map(({ code }) => code)).toEqual(codes);
  });

  it('holds nothing of a note that the person wrote', () => {
    const dossier = dossierOf(samples[0] ?? '') as object;
    const [plain, noted] = [dossier, { ...dossier, note: 'Zyxomma petiolatum' }].map((each) => {
      const question = { dossier: each, target: { pack: 'gb' } };
      return Buffer.from(expectOk(printPlan(library, { ...days, question }, setter), 'a document'));
    });
    expect(plain?.equals(noted ?? Buffer.of())).toBe(true);
  });
});
