import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIPLOMA, other, school, sign } from '../../../engines/credentials/seeds.fixture.ts';
import { run } from './host.fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-verify-'));
const { credentialStatus: _, ...plain } = DIPLOMA;
/** Signed by a key that is its own name, so that nothing has to be reached. */
const own = await sign({ ...plain, issuer: school.did }, 'eddsa-jcs-2022', { method: school.method });
const ISSUERS = JSON.stringify({
  schema: 'testamur/issuers/1',
  issuers: [{ id: school.did, school: 'sch-aa-1', source: 'a letter' }],
});
const files = {
  'd.json': JSON.stringify(own),
  'bad.json': JSON.stringify({ ...own, name: 'Doctor of Everything' }),
  'i.json': ISSUERS,
};

describe('testamur verify', () => {
  it('says in one line what it is worth, and gives the shell the same: 4 unknown, 1 not valid', async () => {
    const open = await run(['verify', 'd.json'], { files });
    expect([open.code, open.out.split('\n')[0]]).toEqual([
      4,
      '? NOT ESTABLISHED: neither good nor bad, see what is missing',
    ]);
    expect(open.out).toContain('VERIFYING_ISSUER_NOT_LISTED');
    const bad = await run(['verify', 'bad.json'], { files });
    expect([bad.code, bad.out.split('\n')[0]]).toEqual([1, '✘ NOT VALID: do not rely on it']);
    expect(bad.out).toContain('CREDENTIALS_SIGNATURE_WRONG');
  });

  it('names the school as the registry does, from standard input, too', async () => {
    const { out, code } = await run(['verify', '-', '--issuers', 'i.json', '--json'], {
      files,
      input: files['d.json'],
    });
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/verification/1',
      credentials: [{ authentic: 'pass', issuer: { found: { name: 'First Medical School' } } }],
    });
  });

  it('offline nobody is asked, and what would have to be is unknown', async () => {
    const asked = await sign(DIPLOMA);
    const { out, code } = await run(['verify', 'd.json', '--offline', '--json'], {
      files: { 'd.json': JSON.stringify(asked) },
    });
    expect(code).toBe(4);
    expect(JSON.parse(out).credentials[0].layers.crypto).toMatchObject({
      outcome: 'unknown',
      code: 'CREDENTIALS_KEY_UNREACHABLE',
    });
  });

  it('keeps a sealed record that gives the same again; a changed one is refused', async () => {
    const [record, key] = [path.join(folder, 'record.json'), path.join(folder, 'key.pem')];
    writeFileSync(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const first = await run(
      ['verify', 'd.json', '--issuers', 'i.json', '--evidence', record, '--seal', key],
      { files },
    );
    expect([first.code, first.err]).toEqual([4, '']);
    const again = await run(['verify', record, '--replay']);
    expect([again.code, again.out]).toEqual([4, expect.stringContaining('the same answer')]);
    expect(again.out).toContain('Sealed by did:key:');
    const changed = readFileSync(record, 'utf8').replace('"outcome":"unknown"', '"outcome":"pass"');
    const refused = await run(['verify', 'r.json', '--replay'], { files: { 'r.json': changed } });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('changed since it was sealed');
  });

  it.each([
    [['verify', 'none.json'], /no such file/],
    [['verify', 'd.json', '--on', '2026-13-01'], /--on/],
    [['verify', 'd.json', '--jurisdiction', 'zz'], /--jurisdiction/],
    [['verify', 'd.json', '--nonce', 'x'], /--audience/],
    [['verify', 'd.json', '--issuers', 'd.json'], /--issuers/],
    [['verify', 'd.json', '--seal', 'd.json'], /--evidence/],
    [['verify', 'd.json', '--evidence', '/nowhere/x', '--seal', 'd.json'], /--seal/],
    [['verify', 'd.json', '--evidence', '/nowhere/x'], /cannot be written/],
    [['verify', 'd.json', '--replay'], /no record/],
    [['verify', 'http://127.0.0.1/x'], /could not be had/],
    [['verify', 'e.json'], /nothing to verify/],
  ])('%j tells what to do', async (args, words) => {
    const { code, out, err } = await run(args, { files: { ...files, 'e.json': ' ' } });
    expect([1, 2]).toContain(code);
    expect(out).toBe('');
    expect(err).toMatch(words);
  });

  it('a signature by somebody else is not that of the issuer', async () => {
    const forged = await sign(
      { ...plain, issuer: school.did },
      'eddsa-jcs-2022',
      { method: other.method },
      other,
    );
    const { code, out } = await run(['verify', 'f.json', '--issuers', 'i.json'], {
      files: { ...files, 'f.json': JSON.stringify(forged) },
    });
    expect(code).toBe(1);
    expect(out).not.toContain('First Medical School');
  });
});
