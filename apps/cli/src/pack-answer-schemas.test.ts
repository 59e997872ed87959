/** What the tools of packs write for programs is what their schemas say. */
import path from 'node:path';
import { Compile } from 'typebox/schema';
import { expect, it } from 'vitest';
import { run } from './host.fixture.ts';
import { PACK_ANSWER_SCHEMAS } from './pack-answer-schemas.ts';

const folder = path.resolve(import.meta.dirname, '../../../packs');
const asked: readonly (readonly [string, readonly string[]])[] = [
  ['pack-list', ['list']],
  ['pack-table', ['table']],
  ['pack-inheritance', ['inherits']],
  ['pack-reviews', ['stale', '--all', '--on', '2027-11-23']],
  ['pack-sources', ['sources', 'check']],
  ['pack-schemas', ['schemas']],
  ['pack-export', ['export', 'ke', '--as', 'ctdl']],
  ['pack-export', ['export', 'eu', '--as', 'plandefinition']],
];
it.each(asked)('%s of packs %j', async (name, args) => {
  const check = Compile(PACK_ANSWER_SCHEMAS[name] as object);
  const { out } = await run(['packs', ...args, '--json', '--folder', folder]);
  expect(check.Errors(JSON.parse(out))).toEqual([true, []]);
});
