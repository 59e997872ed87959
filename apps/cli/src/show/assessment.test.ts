import type { LibraryFile } from '@testamur/adapters/library';
import { expect, it } from 'vitest';
import { run, SMALL_LIBRARY } from '../host.fixture.ts';

const STEPS_ONLY = 'Only the steps are known here, too little for a verdict';
const files = { 'her.yaml': 'title: Her\nperson: { a: false, b: true }\n' };

it('where only the steps are known a verdict says so, and only there', async () => {
  const law = SMALL_LIBRARY.law as LibraryFile['law'];
  const packs = law.packs.map((each) =>
    each.pack.pack === 'aa' ? { ...each, pack: { ...each.pack, readiness: 'steps-only' as const } } : each,
  );
  const library = { ok: true as const, value: { ...SMALL_LIBRARY, law: { ...law, packs } } };
  const { out } = await run(['assess', 'her.yaml'], { files, library });
  const [, ...sections] = out.split(/^(?=Land of [AB] \()/m);
  expect(sections.map((section) => section.includes(STEPS_ONLY))).toEqual([true, false]);
  expect((await run(['assess', 'her.yaml'], { files })).out).not.toContain(STEPS_ONLY);
});
