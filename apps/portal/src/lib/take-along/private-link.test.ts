import { describe, expect, it } from 'vitest';
import { deflate, inflate } from './compress.ts';
import {
  inspectFragment,
  isPrivateFragment,
  readFragment,
  SHORTEST_PASSPHRASE,
  suggestPassphrase,
  writeFragment,
} from './private-link.ts';
import { openBox, sealBytes } from './sealed-box.ts';

const dossier = { schema: 'testamur/dossier/1', person: { citizenships: ['IN'] }, note: 'für Ärzte, 医生' };
const PASSPHRASE = 'correct horse battery';
const fragment = await writeFragment(dossier, PASSPHRASE);

const changed = (text: string, at: number): string => {
  const place = at < 0 ? text.length + at : at;
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
};
const openWith = async (hash: string, passphrase = PASSPHRASE) => {
  const read = await readFragment(hash, passphrase);
  return read.ok ? read.value : read.error;
};

describe('a private link', () => {
  it('gives back the dossier to whoever has the passphrase', async () => {
    expect(await openWith(`#${fragment}`)).toEqual(dossier);
    expect(isPrivateFragment(`#${fragment}`)).toBe(true);
  });

  it('shows nothing of what it holds, and is another one each time', async () => {
    const again = await writeFragment(dossier, PASSPHRASE);
    expect(again).not.toBe(fragment);
    // Salt and nonce, not only the ciphertext, are new.
    const heads = [fragment, again].map((text) => text.slice('dossier='.length + 8, 'dossier='.length + 44));
    expect(heads[0]).not.toBe(heads[1]);
    expect(atob(fragment.slice(8).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('citizenships');
  });

  it('holds only letters that an address may hold', () => {
    expect(fragment).toMatch(/^dossier=[A-Za-z0-9_-]+$/);
  });

  it('takes a passphrase in any way of writing the same letters', async () => {
    const composed = await writeFragment(dossier, 'caf\u00e9 au lait d\u2019ici');
    expect(await openWith(composed, 'cafe\u0301 au lait d\u2019ici')).toEqual(dossier);
  });

  it.each([
    ['another passphrase', fragment, 'correct horse batterz', 'TAKE_ALONG_PASSPHRASE_WRONG'],
    ['no passphrase', fragment, '', 'TAKE_ALONG_PASSPHRASE_WRONG'],
    ['a link that lost its last letter', fragment.slice(0, -1), PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['a link cut in half', fragment.slice(0, fragment.length / 2), PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['a link cut to its name', 'dossier=', PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['a changed letter of the salt', changed(fragment, 16), PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['a changed letter inside', changed(fragment, -20), PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['a foreign letter', `${fragment}%20`, PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['text after the link', `${fragment}.`, PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
    ['another fragment', 'gb.english', PASSPHRASE, 'TAKE_ALONG_BOX_DAMAGED'],
  ])('is refused whole for %s', async (_name, hash, passphrase, code) => {
    expect(await openWith(hash, passphrase)).toBe(code);
  });

  it('is known to be damaged before a passphrase is asked for', async () => {
    expect((await inspectFragment(`#${fragment}`)).ok).toBe(true);
    expect(await inspectFragment(fragment.slice(0, -1))).toEqual({
      ok: false,
      error: 'TAKE_ALONG_BOX_DAMAGED',
    });
  });

  it('of what is no JSON is refused', async () => {
    const box = await sealBytes(await deflate(new TextEncoder().encode('{"a":')), PASSPHRASE);
    const text = Buffer.from(box).toString('base64url');
    expect(await openWith(`dossier=${text}`)).toBe('TAKE_ALONG_NO_DOSSIER');
  });

  it('suggests passphrases that are long enough and never the same', () => {
    const many = Array.from({ length: 200 }, suggestPassphrase);
    expect(new Set(many).size).toBe(200);
    for (const each of many) expect(each.length).toBeGreaterThan(SHORTEST_PASSPHRASE);
  });
});

describe('a sealed box', () => {
  /** A box whose head says another thing, with a checksum that fits. */
  async function rehead(change: (head: DataView) => void) {
    const box = await sealBytes(new Uint8Array([1, 2, 3]), PASSPHRASE);
    change(new DataView(box.buffer));
    const check = new Uint8Array(await crypto.subtle.digest('SHA-256', box.slice(0, -4)));
    box.set(check.slice(0, 4), box.length - 4);
    const opened = await openBox(box, PASSPHRASE);
    return opened.ok ? [...opened.value] : opened.error;
  }

  it.each([
    ['a later version', (head: DataView) => head.setUint8(0, 2), 'TAKE_ALONG_BOX_FOREIGN'],
    [
      'rounds that protect too little',
      (head: DataView) => head.setUint32(1, 599_999),
      'TAKE_ALONG_BOX_FOREIGN',
    ],
    ['rounds without end', (head: DataView) => head.setUint32(1, 4_000_000_000), 'TAKE_ALONG_BOX_FOREIGN'],
    // A lower number of rounds cannot be slipped in: it makes another key, and the head is authenticated.
    ['other rounds', (head: DataView) => head.setUint32(1, 600_000), 'TAKE_ALONG_PASSPHRASE_WRONG'],
    [
      'another nonce',
      (head: DataView) => head.setUint8(21, head.getUint8(21) ^ 1),
      'TAKE_ALONG_PASSPHRASE_WRONG',
    ],
  ])('is refused for %s', async (_name, change, code) => {
    expect(await rehead(change)).toBe(code);
  });

  it('is opened where nothing was changed', async () => {
    expect(await rehead(() => {})).toEqual([1, 2, 3]);
  });

  it('says at least 600,000 rounds', async () => {
    const box = await sealBytes(new Uint8Array(0), PASSPHRASE);
    expect(new DataView(box.buffer).getUint32(1)).toBeGreaterThanOrEqual(600_000);
  });
});

describe('what is unfolded', () => {
  it('is never larger than allowed', async () => {
    const small = await deflate(new Uint8Array(1_000_000));
    expect(small.length).toBeLessThan(2_000);
    expect(await inflate(small, 999_999)).toBeUndefined();
    expect((await inflate(small, 1_000_000))?.length).toBe(1_000_000);
  });

  it('is refused where it is no such stream', async () => {
    expect(await inflate(new Uint8Array([255, 255, 255]), 100)).toBeUndefined();
  });
});
