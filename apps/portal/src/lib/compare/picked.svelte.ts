/** What she wants to set side by side: packs, or single routes. It stays while the tab is open; the address of the comparison carries it. */
import { MOST_COMPARED } from './most-compared.ts';

let held = $state.raw<readonly string[]>([]);

export const picked = {
  get all(): readonly string[] {
    return held;
  },
  get isFull(): boolean {
    return held.length >= MOST_COMPARED;
  },
};

export function pick(target: string, isPicked: boolean): void {
  const others = held.filter((each) => each !== target);
  held = isPicked ? [...others, target].slice(0, MOST_COMPARED) : others;
}

export function pickAll(targets: readonly string[]): void {
  held = [...new Set(targets)].slice(0, MOST_COMPARED);
}
