import { statfs } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Telemetry } from './open-telemetry.ts';

/** Node counts the wait between two looks as delay; it is taken off again. */
const RESOLUTION_MS = 10;

/** What the process itself is doing: its event loop, memory, time on the processor, and the room left for its data. Returns the end of it. */
export function observeProcess({ meter }: Telemetry, dataFolder: string): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  meter
    .createObservableGauge('testamur.event_loop.delay', {
      unit: 's',
      description: 'How late the event loop was since the last look, by quantile',
    })
    .addCallback((seen) => {
      for (const [quantile, value] of Object.entries({ p50: 50, p99: 99, max: 100 })) {
        const nanoseconds = delay.percentile(value);
        seen.observe(Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000), { quantile });
      }
      delay.reset();
    });
  meter
    .createObservableGauge('process.memory.usage', {
      unit: 'By',
      description: 'Memory that the process holds',
    })
    .addCallback((seen) => seen.observe(process.memoryUsage.rss()));
  meter
    .createObservableCounter('process.cpu.time', { unit: 's', description: 'Time on the processor' })
    .addCallback((seen) => {
      const { user, system } = process.cpuUsage();
      seen.observe(user / 1e6, { mode: 'user' });
      seen.observe(system / 1e6, { mode: 'system' });
    });
  meter
    .createObservableGauge('testamur.disk.free', {
      unit: 'By',
      description: 'Room left where the data folder lies',
    })
    .addCallback(async (seen) => {
      // A folder that is not there yet has no room to speak of: nothing is said rather than zero.
      const space = await statfs(dataFolder).catch(() => undefined);
      if (space) seen.observe(space.bavail * space.bsize);
    });
  return () => delay.disable();
}
