import { expectOk, utf8Of } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import {
  concludeNote,
  formatNote,
  formatNoteKey,
  makeNoteKey,
  NOTE_LIMITS,
  openNote,
  parseNote,
  parseNoteKey,
  prepareNote,
} from './index.ts';
import { makeSigner, verify } from './signing.fixture.ts';

/** Key, text and signature of the example in the documentation of golang.org/x/mod/sumdb/note. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SAYING =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNED = `${SAYING}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const alice = makeSigner('log', 'alice', 1);
const bob = makeSigner('log', 'bob', 2);
const lineOf = (text: string, { key, sign } = alice) => ({
  name: key.name,
  id: key.id,
  signature: sign(utf8Of(text)),
});

describe('base64', () => {
  it('is that of Buffer, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual({ ok: true, value: bytes });
      }),
    );
  });
  it.each(['A', 'AA', 'AAA', 'AA=', 'AB==', 'AAB=', '====', 'A===', 'AA==AA==', 'AA-_', 'AAAA\n', ' AAA'])(
    '%j is not the one text of any bytes',
    (text) => {
      expect(fromBase64(text)).toMatchObject({ ok: false, error: { code: 'TRANSPARENCY_BASE64_FORMAT' } });
    },
  );
});

describe('a verifier key', () => {
  it.each([NEUMANN, formatNoteKey(alice.key), formatNoteKey(makeSigner('witness', 'w.example/1').key)])(
    '%s is read and written alike',
    (text) => {
      expect(formatNoteKey(expectOk(parseNoteKey(text), 'it is a key'))).toBe(text);
    },
  );
  it.each([
    ['another id', NEUMANN.replace('c74f20a3', 'c74f20a4'), 'TRANSPARENCY_KEY_FORMAT'],
    ['another name', NEUMANN.replace('Peter', 'Pater'), 'TRANSPARENCY_KEY_FORMAT'],
    ['another kind', NEUMANN.replace('+AR', '+Ah'), 'TRANSPARENCY_KEY_KIND'],
    ['half a key', NEUMANN.slice(0, -4), 'TRANSPARENCY_KEY_FORMAT'],
    ['no key', 'PeterNeumann', 'TRANSPARENCY_KEY_FORMAT'],
    ['no base64', `${NEUMANN}!`, 'TRANSPARENCY_KEY_FORMAT'],
  ])('with %s is refused', (_name, text, code) => {
    expect(parseNoteKey(text)).toMatchObject({ ok: false, error: { code } });
  });
  it.each(['', 'a b', 'a+b', 'a\u2003b', 'a\nb', '\ud800'])('cannot be named %j', (name) => {
    expect(makeNoteKey('log', name, new Uint8Array(32)).ok).toBe(false);
  });
});

describe('a signed note', () => {
  const keys = [expectOk(parseNoteKey(NEUMANN), 'it is a key')];
  it('of another implementation is opened, and written alike', () => {
    const note = expectOk(parseNote(SIGNED), 'it is a note');
    expect(note.text).toBe(SAYING);
    expect(expectOk(openNote(note, keys, verify), 'it is signed').map(({ key }) => key.name)).toEqual([
      'PeterNeumann',
    ]);
    expect(formatNote(note)).toBe(SIGNED);
  });
  it('keeps empty lines of its text', () => {
    const text = 'a\n\nb\n';
    const note = expectOk(parseNote(formatNote({ text, signatures: [lineOf(text)] })), 'it is a note');
    expect(note.text).toBe(text);
    expect(openNote(note, [alice.key], verify).ok).toBe(true);
  });
  it('ignores keys that it does not know, also those that share a name or an id', () => {
    const [mine, strange] = [lineOf('a\n'), { ...lineOf('b\n', bob), name: 'alice' }];
    const note = { text: 'a\n', signatures: [strange, { ...mine, name: 'eve' }, mine] };
    expect(expectOk(openNote(note, [alice.key], verify), 'alice signed').length).toBe(1);
    expect(openNote(note, [bob.key], verify)).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_NOT_SIGNED' },
    });
  });
  it.each([
    ['of other text', lineOf('b\n')],
    ['by another key', { ...lineOf('a\n', bob), name: 'alice', id: alice.key.id }],
    ['cut short', { ...lineOf('a\n'), signature: lineOf('a\n').signature.slice(1) }],
  ])('is refused whole when a known key has a signature %s, even beside a right one', (_name, wrong) => {
    const right = lineOf('a\n', bob);
    const opened = openNote({ text: 'a\n', signatures: [right, wrong] }, [alice.key, bob.key], verify);
    expect(opened).toMatchObject({ ok: false, error: { code: 'TRANSPARENCY_SIGNATURE_WRONG' } });
  });
  it('can be verified by others: an answer that is missing is no', () => {
    const prepared = prepareNote({ text: 'a\n', signatures: [lineOf('a\n')] }, [alice.key]);
    expect(
      concludeNote(
        prepared,
        prepared.map(({ check }) => verify(check)),
      ).ok,
    ).toBe(true);
    expect(concludeNote(prepared, []).ok).toBe(false);
  });
  const line = '— a AAAAAAA=\n';
  it.each([
    ['', 'NOTE_FORMAT'],
    ['a\n', 'NOTE_FORMAT'],
    [`a\n${line}`, 'NOTE_FORMAT'],
    [`\n\n${line}`.slice(1), 'NOTE_FORMAT'],
    [`a\n\n${line.trimEnd()}`, 'NOTE_FORMAT'],
    [`a\n\n-${line.slice(1)}`, 'NOTE_FORMAT'],
    ['a\n\n— a AAAA\n', 'NOTE_FORMAT'],
    ['a\n\n— a+b AAAAAAA=\n', 'NOTE_FORMAT'],
    ['a\n\n— a AAAAAAA= b\n', 'NOTE_FORMAT'],
    [`a\r\n\n${line}`, 'NOTE_FORMAT'],
    [`a\tb\n\n${line}`, 'NOTE_FORMAT'],
    [`\ud800\n\n${line}`, 'NOTE_FORMAT'],
    [`a\n\n${line}\n`, 'NOTE_FORMAT'],
    [`a\n\n${line.repeat(NOTE_LIMITS.signatures + 1)}`, 'NOTE_TOO_LONG'],
    [`${'a'.repeat(NOTE_LIMITS.length)}\n\n${line}`, 'NOTE_TOO_LONG'],
  ])('is not %j', (source, code) => {
    expect(parseNote(source)).toMatchObject({ ok: false, error: { code: `TRANSPARENCY_${code}` } });
  });
  it('may have as many signatures as the format demands, and more', () => {
    expect(parseNote(`a\n\n${line.repeat(16)}`)).toMatchObject({ ok: true });
  });
});
