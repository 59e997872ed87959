import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { LARGEST_FILE, readDossierFile, writeDossier } from './dossier-file.ts';

const dossier = {
  schema: 'testamur/dossier/1' as const,
  qualifications: [{ id: 'a', graduatedOn: '2019-05', hours: 5500 }],
};

describe('a dossier as a file', () => {
  it('comes back as it went', async () => {
    expect(await readDossierFile(writeDossier(dossier), english)).toEqual({ value: dossier });
  });

  it('is read from YAML, where a day stays a text', async () => {
    const yaml =
      'schema: testamur/dossier/1\nqualifications:\n  - { id: a, graduatedOn: 2019-05, hours: 5500 }\n';
    expect(await readDossierFile(yaml, english)).toEqual({ value: dossier });
  });

  it.each([
    ['broken JSON', '{"a": 1', /./],
    ['a key given twice', '{"a": 1, "a": 2}', /twice|duplicate|again/i],
    ['a key given twice in YAML', 'a: 1\na: 2\n', /neither JSON nor YAML/],
    ['YAML that points to itself', 'a: &x [1]\nb: *x\nc: *x\n', /refers to itself/],
    ['a prototype', '__proto__: { admin: true }\n', /__proto__/],
    ['too much', ' '.repeat(LARGEST_FILE + 1), /larger/],
  ])('%s is refused with a sentence', async (_name, text, words) => {
    expect(await readDossierFile(text, english)).toEqual({
      problem: expect.objectContaining({ message: expect.stringMatching(words) }),
    });
  });
});
