import { expectOk, utf8Of } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cosign,
  formatLogProof,
  hashLeaf,
  inclusionRanges,
  openCheckpoint,
  parseCheckpoint,
  parseLogProof,
  parseNote,
  timestampOf,
  verifyLogProof,
} from './index.ts';
import { makeSigner, verify } from './signing.fixture.ts';
import { entryOf, LOG, leavesTo, ORIGIN, proofFrom, signedCheckpoint, treeOf } from './small-log.fixture.ts';

const SIZE = 300;
const INDEX = 123;
const tree = treeOf(leavesTo(SIZE));
const proof = proofFrom(inclusionRanges(INDEX, SIZE), SIZE, tree);
const checkpoint = signedCheckpoint(SIZE, tree.root);
const file = formatLogProof({ index: INDEX, proof, checkpoint });
const trust = { log: LOG.key, verify };
const witness = makeSigner('witness', 'witness.example/w1', 3);
const NOW = 1_790_000_000;

describe('a checkpoint', () => {
  it('tells of which log, how long and with which root', () => {
    expect(checkpoint).toMatch(/^example\.org\/log\n300\n[A-Za-z0-9+/]{43}=\n\n— example\.org\/log \S+\n$/);
    expect(expectOk(openCheckpoint(checkpoint, trust), 'it is signed')).toMatchObject({
      origin: ORIGIN,
      size: SIZE,
      root: tree.root,
    });
  });
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
  it.each([
    ['no size', `a\n${root}\n`, 'NUMBER_FORMAT'],
    ['a size with a zero before it', `a\n01\n${root}\n`, 'NUMBER_FORMAT'],
    ['a size below zero', `a\n-1\n${root}\n`, 'NUMBER_FORMAT'],
    ['a size that cannot be counted', `a\n9007199254740992\n${root}\n`, 'NUMBER_FORMAT'],
    ['a size beyond 2^63', `a\n99999999999999999999\n${root}\n`, 'NUMBER_FORMAT'],
    ['half a root', 'a\n1\nCsUYapGG\n', 'CHECKPOINT_FORMAT'],
    ['no root', 'a\n1\n', 'CHECKPOINT_FORMAT'],
    ['no origin', `\n1\n${root}\n`, 'CHECKPOINT_FORMAT'],
    ['an empty line after it', `a\n1\n${root}\n\n`, 'CHECKPOINT_FORMAT'],
  ])('with %s is none', (_name, text, code) => {
    expect(parseCheckpoint(text)).toMatchObject({ ok: false, error: { code: `TRANSPARENCY_${code}` } });
  });
  it('keeps further lines', () => {
    expect(parseCheckpoint(`a\n1\n${root}\nmore\n`)).toMatchObject({
      ok: true,
      value: { extensions: ['more'] },
    });
  });
  it('of another log, or signed by a witness only, is refused', () => {
    const other = makeSigner('log', 'example.org/other', 4);
    expect(openCheckpoint(signedCheckpoint(1, tree.root, other), { log: other.key, verify })).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_ORIGIN_DIFFERS' },
    });
    const note = expectOk(parseNote(checkpoint), 'a note');
    const line = cosign(note, { key: witness.key, time: NOW, sign: witness.sign });
    const cosigned = `${note.text}\n${line}`;
    expect(openCheckpoint(cosigned, { ...trust, witnesses: [witness.key] })).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_NOT_SIGNED' },
    });
  });
});

describe('a proof file', () => {
  it('proves its entry offline and no other', () => {
    expect(file.startsWith(`c2sp.org/tlog-proof@v1\nindex ${INDEX}\n`)).toBe(true);
    expect(verifyLogProof(file, entryOf(INDEX), trust)).toMatchObject({ ok: true, value: { index: INDEX } });
    expect(verifyLogProof(file, entryOf(INDEX + 1), trust)).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_ROOT_DIFFERS' },
    });
  });
  it('of the only entry has no hashes', () => {
    const only = signedCheckpoint(1, hashLeaf(entryOf(0)));
    const lone = formatLogProof({ index: 0, proof: [], checkpoint: only });
    expect(verifyLogProof(lone, entryOf(0), trust).ok).toBe(true);
  });
  it('carries words that it does not vouch for', () => {
    const extra = utf8Of('anything');
    const held = formatLogProof({ extra, index: INDEX, proof, checkpoint });
    expect(held.split('\n')[1]).toBe('extra YW55dGhpbmc=');
    expect(parseLogProof(held)).toEqual({ ok: true, value: { extra, index: INDEX, proof, checkpoint } });
    expect(verifyLogProof(held, entryOf(INDEX), trust).ok).toBe(true);
  });
  it('is refused after a change of any character', () => {
    fc.assert(
      fc.property(
        fc.nat(file.length - 1),
        fc.constantFrom('A', 'z', '0', '+', '\n', ' ', '=', ''),
        (at, letter) => {
          const changed = file.slice(0, at) + letter + file.slice(at + 1);
          fc.pre(changed !== file);
          expect(verifyLogProof(changed, entryOf(INDEX), trust).ok).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  it.each([
    ['nothing', '', 'PROOF_FORMAT'],
    ['another version', file.replace('@v1', '@v2'), 'PROOF_VERSION'],
    ['no index', file.replace(`index ${INDEX}\n`, ''), 'PROOF_FORMAT'],
    ['an index with a zero before it', file.replace('index 1', 'index 01'), 'NUMBER_FORMAT'],
    ['a strange line', file.replace('index', 'time 1\nindex'), 'PROOF_FORMAT'],
    [
      'extra after the index',
      file.replace(`index ${INDEX}\n`, `index ${INDEX}\nextra AAAA\n`),
      'BASE64_FORMAT',
    ],
    ['a short hash', file.replace(/index 123\n.*\n/, 'index 123\nAAAA\n'), 'PROOF_FORMAT'],
    ['a hash too few', file.replace(/index 123\n.*\n/, 'index 123\n'), 'PROOF_LENGTH'],
    ['hashes without end', file.replace('\n\n', `\n${`${'A'.repeat(43)}=\n`.repeat(99)}\n`), 'PROOF_FORMAT'],
    ['another place', file.replace('index 123', 'index 122'), 'ROOT_DIFFERS'],
    ['a place outside', file.replace('index 123', 'index 300'), 'RANGE_OUTSIDE_TREE'],
    ['no signature', file.slice(0, file.indexOf('— ')), 'NOTE_FORMAT'],
  ])('with %s is refused by name', (_name, source, code) => {
    expect(verifyLogProof(source, entryOf(INDEX), trust)).toMatchObject({
      ok: false,
      error: { code: `TRANSPARENCY_${code}` },
    });
  });
});

describe('cosignatures', () => {
  const note = expectOk(parseNote(checkpoint), 'a note');
  const line = cosign(note, { key: witness.key, time: NOW, sign: witness.sign });
  const cosigned = checkpoint + line;
  const held = formatLogProof({ index: INDEX, proof, checkpoint: cosigned });
  const watched = { ...trust, witnesses: [witness.key] };

  it('of a witness carry the time and count towards the quorum', () => {
    expect(
      timestampOf(expectOk(parseNote(cosigned), 'a note').signatures[1]?.signature ?? new Uint8Array()),
    ).toBe(NOW);
    expect(verifyLogProof(held, entryOf(INDEX), { ...watched, quorum: 1 }).ok).toBe(true);
    for (const [source, quorum] of [
      [file, 1],
      [held, 2],
      [held + line, 2],
    ] as const)
      expect(verifyLogProof(source, entryOf(INDEX), { ...watched, quorum })).toMatchObject({
        ok: false,
        error: { code: 'TRANSPARENCY_TOO_FEW_WITNESSES' },
      });
  });
  it('are refused with another time, of another text, or as the signature of a log', () => {
    const other = cosign(expectOk(parseNote(signedCheckpoint(SIZE - 1, tree.root)), 'a note'), {
      ...witness,
      time: NOW,
    });
    const [first = ''] = line.split(' ').slice(-1);
    const bytes = Buffer.from(first.trim(), 'base64');
    bytes[11] = (bytes[11] ?? 0) ^ 1;
    const later = line.replace(first.trim(), bytes.toString('base64'));
    for (const wrong of [other, later])
      expect(openCheckpoint(checkpoint + wrong, watched)).toMatchObject({
        ok: false,
        error: { code: 'TRANSPARENCY_SIGNATURE_WRONG' },
      });
  });
});
