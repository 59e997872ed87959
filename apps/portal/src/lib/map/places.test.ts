import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { SEATS } from './places.ts';

const packs = path.resolve(import.meta.dirname, '../../../../../packs/jurisdictions');

it('every authority of a part of a country has a place on the map', () => {
  const parts = readdirSync(packs)
    .map((pack) => parse(readFileSync(path.join(packs, pack, 'pack.yaml'), 'utf8')))
    .flatMap(({ kind, parent, jurisdiction }) => (kind === 'authority' && parent ? [jurisdiction] : []));
  expect(parts.filter((part) => SEATS[part] === undefined)).toEqual([]);
  expect(parts.length).toBeGreaterThan(5);
});
