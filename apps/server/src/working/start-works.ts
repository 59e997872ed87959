import { ok, type Problem, type Result } from '@testamur/engines/kernel';
import type { RunningWork, WorkParts } from './work.ts';
import { WORKS } from './works.ts';

/** Starts all work of a worker; stopping it stops all at the same time and waits for the last. What cannot be started stops the others again. */
export async function startWorks(parts: WorkParts): Promise<Result<RunningWork, Problem>> {
  const running: RunningWork[] = [];
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
  };
  for (const { start } of WORKS) {
    const started = await start(parts);
    if (!started.ok) {
      await stop();
      return started;
    }
    running.push(started.value);
  }
  return ok({ stop });
}
