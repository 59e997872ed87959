import { err, type Result } from '@testamur/engines/kernel';
import {
  type AuthorisingProblem,
  type Platform,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { LeafStores } from './leaf-store.ts';
import { performPublicAct } from './perform-public-act.ts';

/** Verifier keys as they are given to everybody: `name+id+key` (C2SP signed-note). */
export type KeyChange = { readonly from: string; readonly to: string };

const KEY = /^([^\s+]{1,200})\+[0-9a-f]{8}\+[A-Za-z0-9+/]{1,200}={0,2}$/;

/** Says with which key the log is signed from now on. The old key signs this leaf; whoever follows the log learns the new one from it. */
export function changeLogKey(
  platform: Platform<LeafStores>,
  request: Request,
  { from, to }: KeyChange,
): Promise<Result<{ readonly leafId: Uuid }, AuthorisingProblem>> {
  const [origin, next] = [from, to].map((key) => KEY.exec(key)?.[1]);
  if (origin === undefined || next !== origin || from === to)
    return Promise.resolve(
      err(unusable('key', 'Old and new are verifier keys of the same log, and differ.')),
    );
  const open = { from, to };
  return performPublicAct(
    platform,
    { act: 'publishing.change-log-key', request, content: open },
    async () => ({ ok: true, value: { value: {}, leaf: { open } } }),
  );
}
