import { HALT_SCOPES } from '@testamur/services/authorising';
import type { HaltSwitch } from '../halting/halt-switch.ts';
import type { Readiness } from '../readiness/readiness.ts';
import type { Telemetry } from './open-telemetry.ts';

/** What readiness says, as numbers: for alarms that must not wait until a proxy notices. */
export function observeReadiness({ meter }: Telemetry, readiness: Readiness, halt: HaltSwitch): void {
  meter
    .createObservableGauge('testamur.dependency.up', { description: '1 where a dependency is well, else 0' })
    .addCallback(async (seen) => {
      for (const { name, status } of (await readiness.report()).dependencies)
        seen.observe(status === 'up' ? 1 : 0, { name });
    });
  meter
    .createObservableGauge('testamur.halted', { description: '1 for what the operator has halted, else 0' })
    .addCallback(async (seen) => {
      const halted = await halt.current();
      for (const scope of HALT_SCOPES) seen.observe(halted?.scope === scope ? 1 : 0, { scope });
    });
}
