/** The process that writes the log, killed at moments of chance; each time a second one is refused before, and everything acknowledged is there after. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkLog,
  createSigner,
  initLog,
  type LogSigner,
  nodeFiles,
  openLog,
  readEntries,
  verifyEd25519,
} from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import { tilesAt } from '@testamur/engines/transparency';
import { makeRandom } from '@testamur/testing/faults';

export type Killed = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly faults: number;
  readonly refused: number;
};

const LONGEST = 400;

export async function killLog(kills: number): Promise<Killed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-kill-'));
  const [at, secret] = [path.join(folder, 'log'), path.join(folder, 'log.key')];
  const made = expectOk(createSigner('example.org/log'), 'a good name');
  writeFileSync(secret, made.secret);
  expectOk(await initLog(nodeFiles(at), made.signer), 'an empty folder');
  const random = makeRandom(20_261_122);
  let [acknowledged, lost, faults, refused] = [0, 0, 0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const run = await appendUntil(at, secret, { patience: 5 + random(LONGEST), signer: made.signer });
    acknowledged += run.indexes.length;
    refused += run.isRefused ? 1 : 0;
    const opened = await openLog({ files: nodeFiles(at), signer: made.signer, integrateEvery: 0 });
    if (opened.ok) await opened.value.close();
    const report = await checkLog(nodeFiles(at), { log: made.signer.key, verify: verifyEd25519 });
    faults += report.ok && opened.ok ? report.value.faults.length : 1;
    lost += await countLost(at, run.indexes, report.ok ? report.value.checkpoint.size : 0);
  }
  rmSync(folder, { recursive: true, force: true });
  return { kills, acknowledged, lost, faults, refused };
}

type Run = { readonly indexes: readonly number[]; readonly isRefused: boolean };

/** Lets a process append for so many milliseconds after its first word, tries to write beside it, and kills it. */
async function appendUntil(
  at: string,
  secret: string,
  { patience, signer }: { readonly patience: number; readonly signer: LogSigner },
): Promise<Run> {
  const script = path.join(import.meta.dirname, 'append-until-killed.ts');
  const args = ['--import', 'tsx', '--conditions=testamur-source', script, at, secret];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      resolve();
    });
    child.on('close', () => resolve());
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await opened;
  const second = await openLog({ files: nodeFiles(at), signer });
  if (second.ok) await second.value.close();
  await new Promise((resolve) => setTimeout(resolve, patience));
  child.kill('SIGKILL');
  await closed;
  // What stands before the last line break was said whole.
  const lines = said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(1, -1);
  return { indexes: lines.map(Number), isRefused: !second.ok && second.error.code === 'LOG_IN_USE' };
}

async function countLost(at: string, indexes: readonly number[], size: number): Promise<number> {
  const held: string[] = [];
  for (const { index, width } of tilesAt('entries', size)) {
    const entries = await readEntries(nodeFiles(at), index, width);
    if (entries.ok) held.push(...entries.value.map((entry) => new TextDecoder().decode(entry)));
  }
  return indexes.filter((index) => held[index] !== `entry ${index}`).length;
}
