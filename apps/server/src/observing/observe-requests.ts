import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Telemetry } from './open-telemetry.ts';
import { routeOf } from './route-of.ts';

/** Rate, errors and duration of every route, and a span of each request. Names are those of OpenTelemetry's conventions for HTTP. */
export function observeRequests(app: FastifyInstance, { meter, tracer }: Telemetry): void {
  const durations = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    description: 'How long requests took, by route, method and status',
  });
  const running = meter.createUpDownCounter('http.server.active_requests', {
    description: 'Requests that are being answered',
  });
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    running.add(1);
    if (tracer === undefined) return done();
    const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, root: true });
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    running.add(-1);
    const { statusCode } = reply.raw;
    const names = {
      'http.request.method': request.method,
      'http.route': routeOf(request),
      'http.response.status_code': statusCode,
    };
    durations.record(reply.elapsedTime / 1000, names);
    const span = spans.get(request);
    span?.updateName(`${request.method} ${names['http.route']}`).setAttributes(names);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
