import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { Database } from '@testamur/adapters/postgres';
import type { Result } from '@testamur/engines/kernel';
import type { Telemetry } from './open-telemetry.ts';

/** The same database, with how long transactions took, how they ended, and how the connections stand. */
export function observeDatabase(database: Database, { meter, tracer }: Telemetry): Database {
  const durations = meter.createHistogram('testamur.db.transaction.duration', {
    unit: 's',
    description: 'How long transactions took, by kind and how they ended',
  });
  meter
    .createObservableGauge('testamur.db.connections', { description: 'Connections by state' })
    .addCallback((seen) => {
      const { open, idle, waiting, most } = database.pool();
      for (const [state, count] of Object.entries({ used: open - idle, idle, waiting, most }))
        seen.observe(count, { state });
    });
  const observe = async <T, P extends { readonly code: string }>(
    kind: 'read' | 'write',
    run: () => Promise<Result<T, P>>,
  ): Promise<Result<T, P>> => {
    const began = performance.now();
    const span = tracer?.startSpan(`database ${kind}`, { kind: SpanKind.CLIENT });
    let outcome = 'failed';
    try {
      const result = await run();
      outcome = result.ok ? 'ok' : result.error.code;
      return result;
    } finally {
      durations.record((performance.now() - began) / 1000, { kind, outcome });
      if (outcome !== 'ok') span?.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
      span?.end();
    }
  };
  return {
    ...database,
    read: (work) => observe('read', () => database.read(work)),
    write: (work) => observe('write', () => database.write(work)),
  };
}
