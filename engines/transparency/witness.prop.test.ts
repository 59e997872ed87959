import { expectOk } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyRanges,
  cosign,
  formatWitnessRequest,
  type Hash,
  judgeWitnessRequest,
  openNote,
  parseNote,
  parseWitnessRequest,
  type Witnessed,
} from './index.ts';
import { makeSigner, verify } from './signing.fixture.ts';
import { LOG, leavesTo, ORIGIN, proofFrom, signedCheckpoint, treeOf } from './small-log.fixture.ts';

const LARGEST = 400;
const ALL = leavesTo(LARGEST);
const logs = new Map([[ORIGIN, [LOG.key]]]);
const treeAt = (size: number) => treeOf(ALL.slice(0, size));
const proofOf = (older: number, newer: number): readonly Hash[] =>
  older === 0 ? [] : proofFrom(consistencyRanges(older, newer), newer, treeAt(newer));
const requestOf = (oldSize: number, size: number, proof = proofOf(oldSize, size)) =>
  formatWitnessRequest({ oldSize, proof, checkpoint: signedCheckpoint(size, treeAt(size).root) });
const held = (size: number): Witnessed => (size === 0 ? undefined : { size, root: treeAt(size).root });
const ask = (source: string, latest: Witnessed) =>
  judgeWitnessRequest(source, { logs, verify, latest: () => latest });

describe('a witness', () => {
  it('follows a log as it grows, and cosigns what it saw', () => {
    const witness = makeSigner('witness', 'witness.example/w1', 3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: LARGEST }), { minLength: 1, maxLength: 5 }), (grown) => {
        let latest: Witnessed;
        for (const size of grown.toSorted((a, b) => a - b)) {
          const answer = ask(requestOf(latest?.size ?? 0, size), latest);
          if (answer.status !== 200) throw new Error(JSON.stringify(answer));
          latest = answer.checkpoint;
          const line = cosign(answer.note, { key: witness.key, time: 1_790_000_000, sign: witness.sign });
          const note = expectOk(parseNote(`${answer.note.text}\n${line}`), 'a note');
          expect(openNote(note, [witness.key], verify).ok).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('never cosigns a log whose beginning changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST - 1 }), fc.nat(), fc.nat(), (older, grow, where) => {
        const newer = older + 1 + (grow % (LARGEST - older));
        const other = treeOf(ALL.slice(0, newer).with(where % older, ALL[LARGEST - 1] ?? new Uint8Array(32)));
        const request = formatWitnessRequest({
          ...{ oldSize: older, proof: proofFrom(consistencyRanges(older, newer), newer, other) },
          checkpoint: signedCheckpoint(newer, other.root),
        });
        expect(ask(request, held(older)).status).toBe(422);
      }),
      { numRuns: 60 },
    );
  });
  const other = treeAt(9).root;
  it.each([
    ['nothing', 400, '', 5],
    ['no old size', 400, requestOf(5, 8).replace('old 5\n', ''), 5],
    ['an old size beyond the new one', 400, requestOf(0, 8).replace('old 0', 'old 9'), 9],
    ['no checkpoint', 400, requestOf(5, 8).split('\n\n')[0] ?? '', 5],
    [
      '64 hashes',
      400,
      requestOf(
        5,
        8,
        Array.from({ length: 64 }, () => other),
      ),
      5,
    ],
    ['a short hash', 400, requestOf(5, 8, [other.slice(1)]), 5],
    ['a checkpoint that is none', 400, requestOf(5, 8).replace('\n8\n', '\n08\n'), 5],
    ['a log that it does not know', 404, requestOf(5, 8).replaceAll(ORIGIN, 'example.org/other'), 5],
    ['a wrong signature', 403, requestOf(5, 8).replace('\n8\n', '\n7\n'), 5],
    ['an old size that is not the one it holds', 409, requestOf(5, 8), 6],
    ['an old size where it holds none', 409, requestOf(5, 8), 0],
    ['a wrong proof', 422, requestOf(5, 8, proofOf(6, 8)), 5],
    ['a proof from nothing', 422, requestOf(0, 8, [other]), 0],
    ['no proof', 422, requestOf(5, 8, []), 5],
    ['the same size again', 200, requestOf(8, 8), 8],
  ])('answers %s with %i', (_name, status, request, size) => {
    expect(ask(request, held(size)).status).toBe(status);
  });
  it('tells with 409 which size it holds', () => {
    expect(ask(requestOf(5, 8), held(6))).toMatchObject({ status: 409, size: 6 });
  });
  it('answers a fork at the same size with 409', () => {
    expect(ask(requestOf(8, 8), { size: 8, root: other }).status).toBe(409);
  });
  it('reads what was written', () => {
    const request = { oldSize: 5, proof: proofOf(5, 8), checkpoint: signedCheckpoint(8, treeAt(8).root) };
    expect(parseWitnessRequest(formatWitnessRequest(request))).toEqual({ ok: true, value: request });
  });
});
