import type { Pack, Route, Source } from '@testamur/engines/recognition';
import { packLawFile } from '@testamur/services/recognising';
import { expect, it } from 'vitest';
import {
  CITE,
  pack,
  rule,
  step,
  VOCABULARY,
  version,
} from '../../../../engines/recognition/small-law.fixture.ts';
import { run, SMALL_LIBRARY } from '../host.fixture.ts';
import { citationLine, sourceFinder } from './citation.ts';

const source = (title: string): Source => ({
  ...{ source: 'fiction', publisher: 'P', url: `https://example.org/${title}`, lang: 'en', grade: 'A' },
  title,
});
const way = (id: string, requirements: readonly string[]): Route => ({
  ...{ route: id, title: id, for: 'All', grants: 'full', cite: CITE, scope: [], discretion: [], notes: [] },
  finally: [],
  requirements,
});
const land = (id: string, more: Partial<Pack>): Pack =>
  pack(
    [rule(`${id}.own`, version({ fact: 'person.a', equals: true, cure: [`step.${id}.a`, 'step.common.a'] }))],
    {
      ...{ pack: id, name: id, jurisdiction: id.toUpperCase(), sources: [source(`law of ${id}`)] },
      routes: [way(`${id}.way`, [`${id}.own`])],
      steps: [step(`step.${id}.a`, { effects: [{ fact: 'person.a', value: true }], cite: CITE })],
      ...more,
    },
  );
/** `cc` asks for a rule of `bb` and cites, in a step of its own, what only `bb` has. */
const LANDS = [
  land('aa', {}),
  land('bb', {}),
  land('cc', { uses: ['bb'], sources: [], routes: [way('cc.way', ['bb.own'])] }),
  land('dd', {}),
];

const titleOf = (...writtenIn: readonly string[]): string =>
  citationLine(CITE[0], sourceFinder(LANDS), ...writtenIn).split(',')[0] ?? '';

it.each([
  ['the pack of the rule', 'aa.own', 'law of aa'],
  ['the pack of the route', 'bb.way', 'law of bb'],
  ['the pack of the step', 'step.aa.a', 'law of aa'],
  ['what the pack of the step uses', 'step.cc.a', 'law of bb'],
])('a source is looked for in %s', (_name, id, title) => expect(titleOf(id)).toBe(title));

it('a shared step is cited from the first that asks for it', () =>
  expect(titleOf('step.common.a', 'bb.own', 'aa.way')).toBe('law of bb'));
it('anywhere, where nothing is known of the place', () => expect(titleOf('step.common.a')).toBe('law of aa'));
it('or only its id is told', () =>
  expect(citationLine({ ...CITE[0], source: 'none' }, sourceFinder(LANDS))).toContain('none, whole page'));

it('an assessment and a plan name the source of the pack in which the rule and the step stand', async () => {
  const law = packLawFile(
    {
      vocabulary: VOCABULARY,
      commonSteps: [],
      packs: LANDS.map((each) => ({
        ...each,
        rules: each.rules.map((own) => ({
          ...own,
          versions: [version({ fact: 'person.a', equals: true, cure: [`step.${each.pack}.a`] })],
        })),
      })),
      hashes: new Map(LANDS.map((each) => [each.pack, `sha256:${'0'.repeat(64)}`])),
    },
    { agreements: [], policies: [] },
  );
  const setting = {
    files: { 'her.yaml': 'title: Her\nperson: { a: false }\n' },
    library: { ok: true as const, value: { ...SMALL_LIBRARY, law } },
  };
  const assessed = (await run(['assess', 'her.yaml', '--jurisdiction', 'aa'], setting)).out;
  expect(assessed).toContain('law of aa, whole page');
  expect(assessed).not.toContain('law of dd');
  const planned = (await run(['plan', 'her.yaml', 'bb.way'], setting)).out;
  expect(planned).toContain('law of bb, whole page');
  expect(planned).not.toContain('law of dd');
});
