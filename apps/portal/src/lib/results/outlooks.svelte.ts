/** How each licence could be reached within her wishes, authority by authority: asked for after the verdict, shown as the answers come. */
import type { Wishes } from '@testamur/engines/planner';
import { untrack } from 'svelte';
import { wishes } from '../wishes/wishes.svelte.ts';
import { callWorker } from '../worker/call-worker.ts';
import { Cancelled } from '../worker/cancelled.ts';
import type { AssessQuestion } from '../worker/messages.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { rowsOf } from './rows.ts';
import { verdict } from './verdict.svelte.ts';

const PAUSE_MS = 150;

let outlooks = $state.raw<ReadonlyMap<string, Outlook>>(new Map());
/** What the outlooks belong to: a new verdict, or other wishes, begin anew. */
let current: { readonly judged: AssessQuestion; readonly wished: string } | undefined;

export const ways = {
  get outlooks(): ReadonlyMap<string, Outlook> {
    return outlooks;
  },
};

/** Call it while a component is made. The search ends when the component goes. */
export function keepPlanned(): void {
  $effect(() => {
    const { assessment, problems } = verdict;
    const wished = wishes.now;
    // The verdict at hand is not of a dossier that has a fault: its ways stay as they are.
    if (assessment === undefined || problems.length > 0) return undefined;
    const judged = untrack(() => verdict.judged);
    if (judged === undefined) return undefined;
    const packs = rowsOf(assessment).map((row) => row.pack);
    const isSame = current?.judged === judged && current.wished === JSON.stringify(wished);
    if (!isSame) outlooks = new Map();
    current = { judged, wished: JSON.stringify(wished) };
    const stop = new AbortController();
    const timer = setTimeout(
      () => void planAll({ judged, wished, packs }, stop.signal),
      isSame ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  });
}

type Asked = { readonly judged: AssessQuestion; readonly wished: Wishes; readonly packs: readonly string[] };

/** Every answer draws the whole list anew: those that come close together are shown together. */
const SHOW_EVERY_MS = 200;

async function planAll({ judged, wished, packs }: Asked, signal: AbortSignal): Promise<void> {
  const found = new Map(outlooks);
  let shownAt = 0;
  const show = (): void => {
    if (found.size > outlooks.size) outlooks = new Map(found);
    shownAt = performance.now();
  };
  for (const pack of packs) {
    if (found.has(pack)) continue;
    try {
      const front = await callWorker('front', { ...judged, target: { pack }, wishes: wished }, { signal });
      found.set(pack, outlookOf(front));
    } catch (error) {
      if (error instanceof Cancelled) return;
      found.set(pack, { failed: true });
    }
    if (signal.aborted) return;
    if (performance.now() - shownAt >= SHOW_EVERY_MS) show();
  }
  show();
}
