import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Database } from '@testamur/adapters/postgres';
import { err, ok } from '@testamur/engines/kernel';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { observeDatabase } from './observe-database.ts';
import { observeProcess } from './observe-process.ts';
import { observeRequests } from './observe-requests.ts';
import { openTelemetry } from './open-telemetry.ts';

const busy = { code: 'POSTGRES_BUSY', message: 'busy' } as const;
const store = {
  engine: 'embedded',
  pool: () => ({ open: 3, idle: 2, waiting: 5, most: 10 }),
  read: async () => ok('read'),
  write: async () => err(busy),
} as unknown as Database;

async function makeWorld() {
  const spans = new InMemorySpanExporter();
  const telemetry = await openTelemetry({
    ...{ role: 'web', version: '1.2.3', tracesUrl: undefined },
    spans: new SimpleSpanProcessor(spans),
  });
  const database = observeDatabase(store, telemetry);
  const app = Fastify();
  observeRequests(app, telemetry);
  app.get('/people/:id', async (_request, reply) => {
    await database.read(async () => undefined);
    await database.write(async () => undefined);
    return reply.code(503).send('no');
  });
  await app.inject('/people/ada-lovelace?token=K1234567');
  return { telemetry, spans, app };
}

/** The value of the one sample whose name and labels hold all of these. */
function sample(text: string, ...parts: readonly string[]): number {
  const found = text.split('\n').filter((line) => parts.every((part) => line.includes(part)));
  expect([parts, found.length]).toEqual([parts, 1]);
  return Number(found[0]?.split(' ').at(-1));
}

describe('metrics', () => {
  it('count requests by route, method and status, and hold nothing of who asked', async () => {
    const { telemetry } = await makeWorld();
    const text = await telemetry.collect();
    const labels = [
      'http_route="/people/:id"',
      'http_request_method="GET"',
      'http_response_status_code="503"',
    ];
    expect(sample(text, 'http_server_request_duration_count', ...labels)).toBe(1);
    expect(sample(text, 'http_server_request_duration_bucket', 'le="0.001"', ...labels)).toBeLessThanOrEqual(
      1,
    );
    expect(sample(text, 'http_server_active_requests{')).toBe(0);
    expect(text).not.toMatch(/ada-lovelace|K1234567/);
  });

  it('tell how transactions ended and how the connections stand', async () => {
    const text = await (await makeWorld()).telemetry.collect();
    const count = 'testamur_db_transaction_duration_count';
    expect(sample(text, count, 'kind="read"', 'outcome="ok"')).toBe(1);
    expect(sample(text, count, 'kind="write"', 'outcome="POSTGRES_BUSY"')).toBe(1);
    const states = { used: 1, idle: 2, waiting: 5, most: 10 };
    for (const [state, value] of Object.entries(states))
      expect(sample(text, 'testamur_db_connections{', `state="${state}"`)).toBe(value);
  });

  it('see a blocked event loop', async () => {
    const { telemetry } = await makeWorld();
    const end = observeProcess(telemetry, '/');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const until = performance.now() + 200;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const text = await telemetry.collect();
    end();
    expect(sample(text, 'testamur_event_loop_delay{', 'quantile="max"')).toBeGreaterThan(0.1);
    expect(sample(text, 'testamur_disk_free{')).toBeGreaterThan(0);
    expect(sample(text, 'process_memory_usage{')).toBeGreaterThan(1_000_000);
  });
});

describe('traces', () => {
  it('hang the transactions under their request, named by route', async () => {
    const { spans } = await makeWorld();
    const ended = spans.getFinishedSpans();
    const request = ended.find((span) => span.name === 'GET /people/:id');
    expect(ended.map((span) => span.name).sort()).toEqual([
      'GET /people/:id',
      'database read',
      'database write',
    ]);
    for (const span of ended.filter((one) => one !== request))
      expect(span.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
    expect(JSON.stringify(ended.map((span) => span.attributes))).not.toMatch(/ada-lovelace|K1234567/);
  });

  it('continue none that a client begins', async () => {
    const { app, spans } = await makeWorld();
    spans.reset();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await app.inject({ url: '/people/1', headers: { traceparent } });
    const ids = spans.getFinishedSpans().map((span) => span.spanContext().traceId);
    expect(ids).toHaveLength(3);
    expect(ids).not.toContain('0af7651916cd43dd8448eb211c80319c');
  });
});
