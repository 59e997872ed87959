import { err, expectOk, type Result } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from './base64.ts';
import type { TransparencyCode, TransparencyProblem } from './errors.ts';
import {
  checkEntry,
  consistencyRanges,
  EMPTY_ROOT,
  formatLogProof,
  formatNoteKey,
  formatWitnessRequest,
  hashesOf,
  inclusionRanges,
  makeNoteKey,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseLogProof,
  parseNote,
  parseNoteKey,
  parseTilePath,
  parseWitnessRequest,
  readBundle,
  verifyInclusion,
  verifyLogProof,
} from './index.ts';
import { makeSigner, verify } from './signing.fixture.ts';
import { entryOf, LOG, leavesTo, ORIGIN, proofFrom, signedCheckpoint, treeOf } from './small-log.fixture.ts';

const tree = treeOf(leavesTo(8));
const checkpoint = signedCheckpoint(8, tree.root);
const proof = proofFrom(inclusionRanges(3, 8), 8, tree);
const file = formatLogProof({ index: 3, proof, checkpoint });
const note = expectOk(parseNote(checkpoint), 'a note');
const trust = { log: LOG.key, verify };
const leaf = leavesTo(1)[0] ?? EMPTY_ROOT;
const claim = { index: 0, size: 1, leaf, proof: [], root: leaf };
const other = makeSigner('log', 'example.org/other', 9);

/** One way to each refusal; the type keeps the list complete. */
const refusals: Record<TransparencyCode, () => Result<unknown, TransparencyProblem>> = {
  TRANSPARENCY_RANGE_OUTSIDE_TREE: () => consistencyRanges(9, 8),
  TRANSPARENCY_HASH_LENGTH: () => verifyInclusion({ ...claim, leaf: new Uint8Array(31) }),
  TRANSPARENCY_PROOF_LENGTH: () => verifyInclusion({ ...claim, proof: [leaf] }),
  TRANSPARENCY_ROOT_DIFFERS: () => verifyInclusion({ ...claim, root: EMPTY_ROOT }),
  TRANSPARENCY_NUMBER_FORMAT: () => parseCheckpoint('a\n1.0\n\n'),
  TRANSPARENCY_BASE64_FORMAT: () => fromBase64('!'),
  TRANSPARENCY_BUNDLE_FORMAT: () => readBundle(new Uint8Array(1), 1),
  TRANSPARENCY_ENTRY_TOO_LONG: () => checkEntry(new Uint8Array(70_000)),
  TRANSPARENCY_TILE_FORMAT: () => hashesOf([{ start: 0, end: 8 }], 8, new Map()),
  TRANSPARENCY_NOTE_FORMAT: () => parseNote(''),
  TRANSPARENCY_NOTE_TOO_LONG: () => parseNote('a'.repeat(2_000_000)),
  TRANSPARENCY_KEY_FORMAT: () => makeNoteKey('log', 'a b', new Uint8Array(32)),
  TRANSPARENCY_KEY_KIND: () => parseNoteKey('a+00000000+BgAA'),
  TRANSPARENCY_NOT_SIGNED: () => openNote(note, [], verify),
  TRANSPARENCY_SIGNATURE_WRONG: () => openNote({ ...note, text: 'other\n' }, [LOG.key], verify),
  TRANSPARENCY_CHECKPOINT_FORMAT: () => parseCheckpoint('a\n1\nAAAA\n'),
  TRANSPARENCY_ORIGIN_DIFFERS: () =>
    openCheckpoint(signedCheckpoint(8, tree.root, other), { log: other.key, verify }),
  TRANSPARENCY_PROOF_FORMAT: () => parseLogProof('index 1\n'),
  TRANSPARENCY_PROOF_VERSION: () => parseLogProof(file.replace('@v1', '@v9')),
  TRANSPARENCY_REQUEST_FORMAT: () => parseWitnessRequest(''),
  TRANSPARENCY_TOO_FEW_WITNESSES: () => verifyLogProof(file, entryOf(3), { ...trust, quorum: 1 }),
};

describe('every refusal of the log', () => {
  it.each(Object.entries(refusals))('%s can happen, and says so in a sentence', (code, refuse) => {
    expect(refuse()).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/\S \S.*\.$/) },
    });
  });
});

describe('whatever comes in', () => {
  const request = formatWitnessRequest({ oldSize: 3, proof, checkpoint });
  const key = formatNoteKey(LOG.key);
  const readers: readonly (readonly [
    string,
    string,
    (text: string) => Result<unknown, TransparencyProblem>,
  ])[] = [
    ['a note', checkpoint, parseNote],
    ['a checkpoint', checkpoint, (text) => openCheckpoint(text, trust)],
    ['a key', key, parseNoteKey],
    ['a proof', file, (text) => verifyLogProof(text, entryOf(3), trust)],
    ['a request', request, parseWitnessRequest],
    [
      'a path',
      'tile/0/x001/002.p/3',
      (text) => (parseTilePath(text) === undefined ? err(expectNothing) : { ok: true, value: text }),
    ],
    ['a bundle', '\u0000\u0001a', (text) => readBundle(new Uint8Array(Buffer.from(text)), 1)],
  ];
  const expectNothing: TransparencyProblem = { code: 'TRANSPARENCY_TILE_FORMAT', message: 'no path.' };

  it.each(readers)('%s is read or refused, never more', (_name, whole, read) => {
    expect(read(whole).ok).toBe(true);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\n\n', ' ', '+', '— ', '0', '=', '\ud800', ORIGIN, 'index 3', 'extra '),
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), piece, (at, length, put) => {
        const result = read(whole.slice(0, at) + put + whole.slice(at + length));
        if (!result.ok) expect(result.error.code).toMatch(/^TRANSPARENCY_/);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)),
      { numRuns: 200 },
    );
  });
});
