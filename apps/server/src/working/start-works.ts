import type { RunningWork, WorkParts } from './work.ts';
import { WORKS } from './works.ts';

/** Starts all work of a worker; stopping it stops all at the same time and waits for the last. */
export async function startWorks(parts: WorkParts): Promise<RunningWork> {
  const running: RunningWork[] = [];
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
  };
  try {
    for (const { start } of WORKS) running.push(await start(parts));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
