import { sha256Hex } from '@testamur/engines/kernel';
import type { StoredEvent } from './audit-store.ts';

export type ChainFault = {
  readonly sequence: number;
  readonly fault: 'out of order' | 'does not follow' | 'changed' | 'columns differ';
};
export type ChainEnd = { readonly sequence: number; readonly hash: string };

/** Before the first event. */
export const GENESIS: ChainEnd = { sequence: 0, hash: '0'.repeat(64) };

/**
 * Follows a chain from a known end. Each event's hash covers the organisation, its number, the hash before it and its text, so that nothing
 * can be changed, left out or put elsewhere without a fault. What was cut off at the end shows only against an end that was kept elsewhere.
 */
export function verifyChain(
  events: readonly StoredEvent[],
  from: ChainEnd = GENESIS,
): { readonly faults: readonly ChainFault[]; readonly end: ChainEnd } {
  const faults: ChainFault[] = [];
  let end = from;
  for (const event of events) {
    const fault = findFault(event, end);
    if (fault) faults.push({ sequence: event.sequence, fault });
    end = { sequence: event.sequence, hash: event.hash };
  }
  return { faults, end };
}

function findFault(stored: StoredEvent, before: ChainEnd): ChainFault['fault'] | undefined {
  if (stored.sequence !== before.sequence + 1) return 'out of order';
  if (stored.previousHash !== before.hash) return 'does not follow';
  const covered = [stored.organisation, stored.sequence, stored.previousHash, stored.event].join('\n');
  if (sha256Hex(covered) !== stored.hash) return 'changed';
  const event = JSON.parse(stored.event) as { readonly act?: unknown; readonly recorded?: unknown };
  return event.act === stored.act && event.recorded === stored.recordedAt ? undefined : 'columns differ';
}
