import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PersonKeys } from '@testamur/services/privacy';
import { openPersonKeys } from '../../adapters/person-keys/index.ts';

/** The same store for several processes of a test, one after the other or together: all of them know its master key. */
export function shareKeys(folder: string): PersonKeys {
  const opened = openPersonKeys({ folder, copies: `${folder}-copies`, master: new Uint8Array(32).fill(7) });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** The real store of keys in a folder of a test's own. */
export function makePersonKeys(): PersonKeys & { readonly folder: string; readonly copies: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-person-keys-'));
  const copies = path.join(folder, 'copies');
  const opened = openPersonKeys({ folder: path.join(folder, 'keys'), copies, master: randomBytes(32) });
  if (!opened.ok) throw new Error(opened.error.message);
  return Object.assign(opened.value, { folder: path.join(folder, 'keys'), copies });
}
