import { context, type Meter, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationType, MeterProvider } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-base';

export type Telemetry = {
  readonly meter: Meter;
  /** Absent where traces go nowhere: nothing is then spent on them. */
  readonly tracer: Tracer | undefined;
  /** All metrics in the text format of Prometheus. */
  readonly collect: () => Promise<string>;
  readonly close: () => Promise<void>;
};

export type TelemetryOptions = {
  readonly role: string;
  readonly version: string;
  readonly tracesUrl: string | undefined;
  /** For tests: where spans go instead. */
  readonly spans?: SpanProcessor;
};

/** Seconds; below a millisecond nobody waits, above ten everybody has left. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Metrics and traces by OpenTelemetry. Nothing is global but the way in which a span finds its parent, so that several servers can live in one
 * process. No trace begun by a client is continued: an outsider decides neither what is recorded nor under which id.
 */
export async function openTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const resource = resourceFromAttributes({
    'service.name': 'testamur',
    'service.version': options.version,
    'testamur.role': options.role,
  });
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meters = new MeterProvider({
    resource,
    readers: [exporter],
    views: [
      {
        instrumentName: '*.duration',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: BUCKETS } },
      },
    ],
  });
  const processor = options.spans ?? (await sendTo(options.tracesUrl));
  const traces = processor && new BasicTracerProvider({ resource, spanProcessors: [processor] });
  if (traces) context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return {
    meter: meters.getMeter('testamur'),
    tracer: traces?.getTracer('testamur'),
    collect: async () => new PrometheusSerializer().serialize((await exporter.collect()).resourceMetrics),
    close: async () => {
      // Whoever collects may be gone already; that keeps nobody from ending.
      await Promise.allSettled([traces?.shutdown(), meters.shutdown()]);
    },
  };
}

/** The exporter is read where traces go somewhere: most servers start without it. */
async function sendTo(url: string | undefined): Promise<SpanProcessor | undefined> {
  if (url === undefined) return undefined;
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: 5_000 }));
}
