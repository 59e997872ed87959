/**
 * Open Badges 3.0 and CLR 2.0 as 1EdTech tests its own validator. The issuers of these files have no key documents: here each publishes the key that it
 * names by its own text, as that validator assumes. Whether a status list could be had is another matter, and said.
 */
import { describe, expect, it } from 'vitest';
import { EXPECTED, unbake } from './badge-vectors.fixture.ts';
import { judgeCredential, type Members, type World } from './index.ts';
import { isMembers, listOf } from './model/members.ts';
import { filesBelow, hasVectors, readVector, readVectorBytes } from './vectors.fixture.ts';
import { makeWorld } from './world.fixture.ts';

const files = filesBelow('1edtech').filter((file) => file.includes('/'));
const documents = files
  .filter((file) => /\.json$|\.1ob$|testlist$/u.test(file))
  .map((file) => JSON.parse(readVector(`1edtech/${file}`)) as Members);

const LIST =
  'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist';

/** One document for each issuer that a file names, with the keys that the files name of it. */
function worldOfFiles(): World {
  const methods = new Set(
    documents
      .flatMap((document) => listOf(document['proof']))
      .filter(isMembers)
      .map((proof) => String(proof['verificationMethod'])),
  );
  const served: Record<string, Members> = {};
  for (const id of methods) {
    const [, controller = '', key = ''] = /^(https:[^#]+)#(z[A-Za-z0-9]+)$/u.exec(id) ?? [];
    if (controller === '') continue;
    const entry = { id, type: 'Multikey', controller, publicKeyMultibase: key };
    const before = served[controller] ?? { id: controller };
    served[controller] = {
      ...before,
      verificationMethod: [...listOf(before['verificationMethod']), entry],
      assertionMethod: [...listOf(before['assertionMethod']), id],
    };
  }
  return makeWorld({
    ...served,
    [LIST]: hasVectors ? readVectorBytes('1edtech/ob30/bit-string-list/testlist') : new Uint8Array(),
  });
}

async function answerTo(file: string): Promise<string> {
  const verdict = await judgeCredential(unbake(file, readVectorBytes(`1edtech/${file}`)), worldOfFiles());
  if (verdict.outcome === 'pass') return 'accepted';
  const codes = Object.entries(verdict.layers).flatMap(([layer, { outcome, code }]) =>
    layer !== 'holder' && outcome === verdict.outcome && code !== undefined ? [code] : [],
  );
  return `${verdict.outcome === 'fail' ? 'refused' : 'unknown'}: ${codes.join(', ')}`;
}

describe.skipIf(!hasVectors)('the files of 1EdTech', () => {
  it('are all expected, and no others', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...files].sort());
  });

  it.each(files)('%s', async (file) => {
    expect(await answerTo(file)).toBe(EXPECTED[file]?.answer);
  });

  it('whatever is unknown stands with its cause', () => {
    for (const [file, { answer, why }] of Object.entries(EXPECTED))
      if (answer.startsWith('unknown'))
        expect([file, why]).toEqual([file, expect.stringMatching(/\S \S.*\.$/)]);
  });

  it('every file with a named fault is refused, none is accepted', () => {
    const faulty = Object.entries(EXPECTED).filter(([file]) => file.includes('-err-'));
    expect(faulty.length).toBeGreaterThan(15);
    for (const [, { answer }] of faulty) expect(answer).not.toBe('accepted');
    const count = (word: string) =>
      Object.values(EXPECTED).filter(({ answer }) => answer.startsWith(word)).length;
    console.log(
      `1EdTech: ${count('accepted')} accepted, ${count('unknown')} unknown, ${count('refused')} refused of ${files.length}`,
    );
  });
});
