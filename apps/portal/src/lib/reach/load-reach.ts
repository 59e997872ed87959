import type { ReverseReach } from '@testamur/engines/planner';
import { ROOT } from '../language/root.ts';

export type Loaded =
  | { readonly state: 'ready'; readonly answer: ReverseReach }
  | { readonly state: 'waiting'; readonly seconds: number }
  | { readonly state: 'failed' };

/** Asks our own interface. The first to ask on a day is told to come back. */
export async function loadReach(pack: string, fetch: typeof globalThis.fetch): Promise<Loaded> {
  const response = await fetch(`${ROOT}/api/packs/${encodeURIComponent(pack)}/reach`);
  if (response.ok) return { state: 'ready', answer: (await response.json()) as ReverseReach };
  const problem = (await response.json().catch(() => ({}))) as { readonly code?: string };
  if (problem.code !== 'HTTP_STILL_WORKING') return { state: 'failed' };
  return { state: 'waiting', seconds: Number(response.headers.get('retry-after') ?? '') || 1 };
}
