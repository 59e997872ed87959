import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { CHALLENGE, CORPUS } from './corpus.fixture.ts';
import { type CorpusCase, edit } from './corpus-tools.fixture.ts';
import {
  DATA_INTEGRITY_V2,
  type Finding,
  judgeCredential,
  judgePresentation,
  type Members,
  type Outcome,
  type Verdict,
} from './index.ts';
import { bytesOf, DIPLOMA, serve, sign } from './seeds.fixture.ts';

/** Said in the tests of texts, contexts, keys and histories. */
const ELSEWHERE: readonly string[] = [
  'CREDENTIALS_BASE_FORMAT',
  'CREDENTIALS_CONTEXT_ALTERED',
  'CREDENTIALS_KEY_FORMAT',
  'CREDENTIALS_HISTORY_FORMAT',
  'CREDENTIALS_HISTORY_UNSIGNED',
  'CREDENTIALS_KEY_NOT_YET',
  'CREDENTIALS_KEY_RETIRED',
  'CREDENTIALS_KEY_COMPROMISED',
];

async function judge({
  make,
  as,
}: CorpusCase): Promise<{ readonly outcome: Outcome; readonly codes: readonly string[] }> {
  const { bytes, world } = await make();
  const codesOf = (findings: readonly Finding[]) =>
    findings.flatMap(({ code, outcome }) => (code === undefined || outcome === 'pass' ? [] : [code]));
  const all = (verdict: Verdict) => codesOf(Object.values(verdict.layers));
  if (as === 'presentation') {
    const verdict = await judgePresentation(bytes, world, CHALLENGE);
    return {
      outcome: verdict.outcome,
      codes: [...codesOf([verdict.holder]), ...verdict.credentials.flatMap(all)],
    };
  }
  const verdict = await judgeCredential(bytes, world, as === 'shown' ? { challenge: CHALLENGE } : {});
  return { outcome: verdict.outcome, codes: all(verdict) };
}

describe('the corpus of what must be refused', () => {
  it('holds more than eighty files, no two alike', () => {
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
    expect(CORPUS.length).toBeGreaterThan(80);
    console.log(`corpus: ${CORPUS.length} files, 0 accepted`);
  });

  it('says every code that there is, but those that are said of keys, texts and stores alone', () => {
    const all = [
      ...readFileSync(path.join(import.meta.dirname, 'errors.ts'), 'utf8').matchAll(
        /\| '(CREDENTIALS_\w+)'/gu,
      ),
    ];
    const said = new Set(CORPUS.map(({ code }) => code));
    expect(all.length).toBeGreaterThan(70);
    expect(all.map(([, code]) => code).filter((code) => !said.has(code ?? ''))).toEqual(ELSEWHERE);
  });

  it.each(CORPUS.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { outcome, codes } = await judge(each);
    expect(codes).toContain(each.code);
    expect(outcome).not.toBe('pass');
  });
});

describe('what changes no statement changes no claim', () => {
  it.each<[string, (document: Members) => Members]>([
    [
      'types in another order',
      (document) => ({ ...document, type: [...(document['type'] as Json[])].reverse() }),
    ],
    ['members in another order', (document) => Object.fromEntries(Object.entries(document).reverse())],
    [
      'one in the place of a list of one',
      (document) => edit(document, ['credentialSubject', 'type'], 'AchievementSubject'),
    ],
    [
      'a pinned context that defines nothing that is used',
      (document) => ({ ...document, '@context': [...(document['@context'] as Json[]), DATA_INTEGRITY_V2] }),
    ],
  ])('%s: the same statements are shown as signed', async (_, change) => {
    const [whole, world] = [await sign(DIPLOMA, 'eddsa-rdfc-2022'), await serve()];
    const [before, after] = await Promise.all(
      [whole, change(whole)].map((each) => judgeCredential(bytesOf(each), world)),
    );
    expect(before?.outcome).toBe('pass');
    expect(after?.signed?.text).toBe(before?.signed?.text);
  });
});
