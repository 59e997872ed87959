import { createSigner, type LogSigner } from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import {
  formatCheckpoint,
  formatLogProof,
  formatNote,
  formatNoteKey,
  hashLeaf,
} from '@testamur/engines/transparency';
import { describe, expect, it } from 'vitest';
import { checkProof, readProofFile } from './check-proof.ts';
import { readLeaf } from './log-view.ts';

const utf8 = new TextEncoder();
const entry = utf8.encode('{"act":"said"}');
const newSigner = (): LogSigner => expectOk(createSigner('example.org/log'), 'a good name').signer;
const signer = newSigner();
const key = formatNoteKey(signer.key);

/** A log with this one entry. */
function proofBy({ key: by, sign }: LogSigner, root = hashLeaf(entry)): string {
  const text = formatCheckpoint({ origin: by.name, size: 1, root, extensions: [] });
  const signature = sign(utf8.encode(text));
  const checkpoint = formatNote({
    text,
    signatures: [{ name: signer.key.name, id: signer.key.id, signature }],
  });
  return formatLogProof({ index: 0, proof: [], checkpoint });
}

describe('a proof file in a browser', () => {
  it('proves the entry that it is for, under the key that signed', async () => {
    const proven = { is: 'proven', index: 0, size: 1, origin: 'example.org/log' };
    expect(await checkProof({ proof: proofBy(signer), entry, key: `${key}\n` })).toEqual(proven);
  });

  it.each([
    ['another entry', { proof: proofBy(signer), entry: utf8.encode('{"act":"Said"}'), key }, 'refused'],
    ['a signature by another key', { proof: proofBy(newSigner()), entry, key }, 'refused'],
    ['a tree without it', { proof: proofBy(signer, hashLeaf(utf8.encode('x'))), entry, key }, 'refused'],
    [
      'a key of another log',
      { proof: proofBy(signer), entry, key: formatNoteKey(newSigner().key) },
      'refused',
    ],
    ['something else than a proof', { proof: 'hello', entry, key }, 'no-proof'],
    ['something else than a key', { proof: proofBy(signer), entry, key: 'hello' }, 'no-key'],
  ] as const)('proves nothing with %s', async (_what, given, is) => {
    expect(await checkProof(given)).toEqual({ is });
  });

  it('is read as the interface answers it, with its entry, or as it stands', () => {
    const answer = { proof: 'p', entry: btoa('{"n":1}') };
    expect(readProofFile(JSON.stringify(answer))).toEqual({ proof: 'p', entry: utf8.encode('{"n":1}') });
    expect(readProofFile('c2sp.org/…')).toEqual({ proof: 'c2sp.org/…' });
    expect(readProofFile('{"n":1}')).toEqual({ proof: '' });
    expect(readProofFile('{')).toEqual({ proof: '' });
  });
});

it('a leaf of a kind that is not known is not guessed at', () => {
  const leaf = { leaf: 'id', act: 'a', at: '2026-11-22T12:00:00.000Z', what: {} };
  expect(readLeaf(JSON.stringify({ schema: 'testamur/log-leaf/1', ...leaf }))).toEqual(leaf);
  for (const entry of ['{"n":1}', 'null', '[', JSON.stringify({ schema: 'testamur/log-leaf/2', ...leaf })])
    expect(readLeaf(entry)).toBeUndefined();
});
