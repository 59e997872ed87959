import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MINIMUM_FREE_BYTES } from '@testamur/adapters/postgres';
import { doubtful, type Finding, ill, well } from './finding.ts';

const MB = 1024 * 1024;

/** The oldest release of Node on which all tests run; from package.json of the product. */
const OLDEST_NODE = [20, 19] as const;

export function examineNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isOld)
    return ill('node', `This is Node ${version}; 20.19 is the oldest that will do.`, 'Install a newer Node.');
  if (major % 2 === 1)
    return doubtful(
      'node',
      `Node ${version} is no long-term release.`,
      'Prefer an even number: 22, 24 or 26.',
    );
  return well('node', `Node ${version}.`);
}

/** Memory of the machine, or of the container where one sets less. */
export async function examineMemory(): Promise<Finding> {
  const limit = Number(await readFile('/sys/fs/cgroup/memory.max', 'utf8').catch(() => 'NaN'));
  const total = Number.isFinite(limit) ? Math.min(limit, os.totalmem()) : os.totalmem();
  const says = `${Math.round(total / MB)} MB of memory.`;
  return total < 900 * MB
    ? doubtful(
        'memory',
        says,
        'The embedded database and the portal want 1 GB; with DATABASE_URL, 0.5 GB for each process.',
      )
    : well('memory', says);
}

export async function examineDisk(folder: string): Promise<Finding> {
  const place = nearest(folder);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const says = `${Math.floor(free / MB)} MB free where ${folder} lies.`;
  if (free < MINIMUM_FREE_BYTES)
    return ill(
      'disk',
      says,
      `Nothing is written below ${MINIMUM_FREE_BYTES / MB} MB: make room, or move the data folder to a larger disk.`,
    );
  if (free < 10 * MINIMUM_FREE_BYTES) return doubtful('disk', says, 'Make room before it is full.');
  return well('disk', says);
}

/** Tries rather than asks: permission bits say nothing of a read-only mount, and root passes every question. */
export async function examineRights(folder: string): Promise<readonly Finding[]> {
  const place = nearest(folder);
  const findings: Finding[] = [];
  try {
    await rm(await mkdtemp(path.join(place, '.doctor-')), { recursive: true });
    findings.push(well('rights', `${place} can be written.`));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const remedy = `Give the user ${os.userInfo().username} the right to write there, or set TESTAMUR_DATA to another folder.`;
    findings.push(ill('rights', `${place} cannot be written (${code}).`, remedy));
  }
  if (existsSync(folder) && (statSync(folder).mode & 0o007) !== 0)
    findings.push(
      doubtful('privacy', `Every user of this machine may look into ${folder}.`, `chmod 750 ${folder}`),
    );
  else findings.push(well('privacy', 'The data folder is closed to other users.'));
  if (process.getuid?.() === 0)
    findings.push(
      doubtful(
        'user',
        'This is root.',
        'Run Testamur as a user of its own, as deploy/testamur.service does.',
      ),
    );
  return findings;
}

/** The folder, or what of it is there already. */
function nearest(folder: string): string {
  let place = path.resolve(folder);
  while (!existsSync(place) && place !== path.dirname(place)) place = path.dirname(place);
  return place;
}
