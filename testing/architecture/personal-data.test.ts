import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describePersonalData } from '@testamur/services/privacy';
import { expect, it } from 'vitest';

it('the catalogue of personal data is what docs/personal-data.md shows', () => {
  const page = path.resolve(import.meta.dirname, '../../docs/personal-data.md');
  expect(readFileSync(page, 'utf8')).toBe(`${describePersonalData()}\n`);
});
