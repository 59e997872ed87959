import type { Problem } from '@testamur/engines/kernel';
import { ROOT } from '$lib/language/root.ts';

export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

type Options = {
  readonly method?: string;
  readonly body?: unknown;
  readonly fetch?: typeof fetch;
  /** The approved request that the act carries out. */
  readonly approval?: string | undefined;
};

const UNREACHED: Problem = { code: 'HTTP_UNREACHED', message: 'The server could not be reached.' };

/** Asks our own interface: `askApi('/account/sessions')`. What it refuses is a value. */
export async function askApi<T>(address: string, options: Options = {}): Promise<Asked<T>> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = options;
  const headers: Record<string, string> = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.approval === undefined ? {} : { 'testamur-approval': options.approval }),
  };
  const sent = { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  try {
    const answer = await (options.fetch ?? fetch)(`${ROOT}/api/v1${address}`, { method, ...sent });
    const value: unknown = answer.status === 204 ? null : await answer.json();
    if (answer.ok) return { ok: true, value: value as T };
    const { code, detail } = value as { readonly code: string; readonly detail: string };
    return { ok: false, problem: { code, message: detail } };
  } catch {
    return { ok: false, problem: UNREACHED };
  }
}
