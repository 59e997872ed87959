import type { ServerResponse } from 'node:http';

/**
 * Sent with every answer, from the first byte that Node parses on: pages, files, the API, refusals. A page brings a stricter content
 * security policy of its own; this one is for whatever is no page.
 */
const ALWAYS: readonly (readonly [name: string, value: string])[] = [
  [
    'content-security-policy',
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  [
    'permissions-policy',
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()',
  ],
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/** An answer of the API is data: whoever opens it in a browser runs, loads and frames nothing. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of ALWAYS) response.setHeader(name, value);
}

const YEAR = 31_536_000;

/**
 * RFC 6797: only over https may a host ask for https alone (section 7.2). Below a base path the host is shared with others, whose
 * subdomains are not ours to close.
 */
export function transportPolicy(basePath: string): string {
  return basePath === '' ? `max-age=${YEAR}; includeSubDomains` : `max-age=${YEAR}`;
}
