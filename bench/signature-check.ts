/** V: what one raw Ed25519 verification by node:crypto costs, the unit in which the rest is told. */
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Task } from './measure.ts';

const CHECKS = 100;

export function signatureChecks(): Task {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(64, 7);
  const signature = sign(null, message, privateKey);
  const run = (): void => {
    for (let check = 0; check < CHECKS; check += 1)
      if (!verify(null, message, publicKey, signature)) throw new Error('The signature does not verify.');
  };
  return { times: CHECKS, run };
}
