/** How each licence could be reached, authority by authority: asked for after the verdict, shown as the answers come. */
import type { Plan, PlanAnswer } from '@testamur/engines/planner';
import { untrack } from 'svelte';
import { callWorker } from '../worker/call-worker.ts';
import type { Outlook } from './outlook.ts';
import { rowsOf } from './rows.ts';
import { verdict } from './verdict.svelte.ts';

let outlooks = $state.raw<ReadonlyMap<string, Outlook>>(new Map());
/** What the outlooks belong to: a new verdict begins anew. */
let current: typeof verdict.assessment;

export const ways = {
  get outlooks(): ReadonlyMap<string, Outlook> {
    return outlooks;
  },
};

/** Call it while a component is made. With `only`, one authority is planned. */
export function keepPlanned(only?: () => string): void {
  $effect(() => {
    const { assessment } = verdict;
    if (assessment === undefined) return;
    if (assessment !== current) {
      current = assessment;
      outlooks = new Map();
    }
    const packs = only ? [only()] : rowsOf(assessment).map((row) => row.pack);
    untrack(() => void planAll(assessment, packs));
  });
}

async function planAll(assessment: NonNullable<typeof current>, packs: readonly string[]): Promise<void> {
  const question = verdict.judged;
  if (question === undefined) return;
  for (const pack of packs) {
    if (assessment !== current) return;
    if (outlooks.has(pack)) continue;
    const outlook = await callWorker('plan', { ...question, pack }).then(outlookOf, () => ({ failed: true }));
    if (assessment !== current) return;
    outlooks = new Map(outlooks).set(pack, outlook);
  }
}

function outlookOf(answer: PlanAnswer): Outlook {
  const plan: Plan | undefined = answer.state === 'none' ? undefined : answer.plan;
  return { answer, ...(plan === undefined ? {} : { plan }) };
}
