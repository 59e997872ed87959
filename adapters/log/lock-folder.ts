import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Lock } from './files.ts';

type Holder = { readonly pid: number; readonly startedAt: string; readonly host: string };

/**
 * A file that says which process writes here: two would hand out one index twice. It is taken over only from a process that is
 * dead, never because it is old. Undefined: another holds it, or may.
 */
export async function lockFolder(file: string): Promise<Lock | undefined> {
  const mine = JSON.stringify(await describeMyself());
  if (await createWhole(file, mine)) return held(file, mine);
  const found = await readText(file);
  if (found !== undefined && !(await isDead(found))) return undefined;
  if (found !== undefined && !(await moveAway(file, found))) return undefined;
  return (await createWhole(file, mine)) ? held(file, mine) : undefined;
}

const held = (file: string, mine: string): Lock => ({
  release: async () => {
    if ((await readText(file)) === mine) await rm(file, { force: true });
  },
});

async function describeMyself(): Promise<Holder> {
  return { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '', host: hostname() };
}

/** Two of one process may try at once. */
let drafts = 0;

/** The file appears with its content in one step, so that nobody reads half of it. */
async function createWhole(file: string, text: string): Promise<boolean> {
  drafts += 1;
  const draft = `${file}.${process.pid}.${drafts}`;
  await writeFile(draft, text);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Of several that find the same dead holder one moves its file away. What a living one put there meanwhile is put back. */
async function moveAway(file: string, expected: string): Promise<boolean> {
  const aside = `${file}.${process.pid}.old`;
  try {
    await rename(file, aside);
  } catch {
    return false;
  }
  const moved = await readText(aside);
  if (moved !== expected && moved !== undefined) await createWhole(file, moved);
  await rm(aside, { force: true });
  return moved === expected;
}

async function isDead(text: string): Promise<boolean> {
  const { pid, startedAt, host } = JSON.parse(text) as Holder;
  if (host !== hostname() || !isRunnable(pid)) return host === hostname();
  const started = await startOf(pid);
  return started !== undefined && startedAt !== '' && started !== startedAt;
}

function isRunnable(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, so that a number used again is not taken for the old process; undefined where no /proc tells. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
