/** Appends to the log in the folder given until it is killed, and says each index once it is acknowledged. */
import { readFileSync, writeSync } from 'node:fs';
import { nodeFiles, openLog, readSigner } from '@testamur/adapters/log';
import { expectOk, utf8Of } from '@testamur/engines/kernel';

const [folder = '', secret = ''] = process.argv.slice(2);
const signer = expectOk(readSigner(readFileSync(secret, 'utf8')), 'the key of the check');
const log = expectOk(
  await openLog({ files: nodeFiles(folder), signer, integrateEvery: 20 }),
  'nobody else writes',
);
writeSync(1, 'open\n');
let next = log.size();

async function appendOn(): Promise<never> {
  for (;;) {
    const text = `entry ${next}`;
    next += 1;
    const index = expectOk(await log.append(utf8Of(text)), 'the disk is well');
    if (text !== `entry ${index}`) throw new Error(`${text} was given the index ${index}.`);
    writeSync(1, `${index}\n`);
  }
}
await Promise.all(Array.from({ length: 8 }, appendOn));
