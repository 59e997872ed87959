/** The verdict on the dossier as it is now: computed in the worker after each change, the last change wins. */

import type { Problem } from '@testamur/engines/kernel';
import type { Assessment } from '@testamur/engines/recognition';
import { tick, untrack } from 'svelte';
import { session } from '../dossier/session.svelte.ts';
import { pageLocale } from '../language/page-locale.ts';
import { namePlaces } from '../language/place-name.ts';
import { callWorker } from '../worker/call-worker.ts';
import type { AssessQuestion, LawNotes } from '../worker/messages.ts';
import { today } from './today.ts';

const PAUSE_MS = 200;

let assessment = $state.raw<Assessment | undefined>();
let notes = $state.raw<LawNotes | undefined>();
let isWorking = $state(false);
let problems = $state.raw<readonly Problem[]>([]);
let failure = $state<string | undefined>();
/** What the verdict at hand was computed for, so that another page need not compute it again. */
let judged = $state.raw<AssessQuestion | undefined>();
let latest = 0;

export const verdict = {
  get assessment(): Assessment | undefined {
    return assessment;
  },
  get notes(): LawNotes | undefined {
    return notes;
  },
  /** Faults of the dossier as it is now: while there are any, the verdict is that of the last dossier without. */
  get problems(): readonly Problem[] {
    return problems;
  },
  /** What the verdict was computed for. */
  get judged(): AssessQuestion | undefined {
    return judged;
  },
  get isWorking(): boolean {
    return isWorking;
  },
  get failure(): string | undefined {
    return failure;
  },
};

/** As the page shows them; what is saved or sent is asked of the worker anew. */
const shownNotes = (law: LawNotes): LawNotes => ({ ...law, packs: namePlaces(law.packs, pageLocale()) });
const shownVerdict = (answer: Assessment): Assessment => ({
  ...answer,
  authorities: namePlaces(answer.authorities, pageLocale()),
});

async function judge(bare: AssessQuestion, packs: readonly string[]): Promise<void> {
  latest += 1;
  const mine = latest;
  try {
    const question =
      packs.length === 0 ? bare : { ...bare, words: (await import('../worker/ask-words.ts')).wordsOf(packs) };
    const [answer, law] = await Promise.all([
      callWorker('assess', question),
      notes ?? callWorker('readNotes', { packs: [], files: {}, asWritten: true }),
    ]);
    if (mine !== latest) return;
    const isFirst = notes === undefined;
    [notes, failure, judged] = [notes ?? shownNotes(law), undefined, question];
    problems = 'problems' in answer ? answer.problems : [];
    if ('assessment' in answer) assessment = shownVerdict(answer.assessment);
    if (isFirst) void translateNotes(notes);
  } catch (error) {
    if (mine === latest) failure = error instanceof Error ? error.message : String(error);
  }
  if (mine === latest) isWorking = false;
}

/** No verdict waits for the texts of another language: what steps are called comes after it, and they stay in English without. */
async function translateNotes(asWritten: LawNotes): Promise<void> {
  if (pageLocale() === 'en') return;
  await tick();
  await new Promise((resolve) => setTimeout(resolve));
  const told = await callWorker('readNotes', { packs: [], files: {} }).catch(() => undefined);
  if (told !== undefined && notes === asWritten) notes = shownNotes(told);
}

export function questionNow(): AssessQuestion {
  const on = session.on ?? today();
  return { dossier: session.dossier, on, knownOn: session.knownOn ?? today(), today: today() };
}

/** Call it while a component is made: the notes of these packs come with their words, after the verdict. */
export function keepNoted(packs: () => readonly string[]): void {
  let asked = '';
  $effect(() => {
    const wanted = [...new Set(packs())].sort();
    if (assessment === undefined || wanted.join() === asked) return;
    asked = wanted.join();
    const asking = import('../worker/ask-words.ts').then(({ askNotes }) => askNotes(wanted));
    asking.then(
      (read) => {
        if (wanted.join() === asked) notes = shownNotes(read);
      },
      () => {
        // The verdict stands without them; the next change asks again.
        asked = '';
      },
    );
  });
}

/**
 * Call it while a component is made: keeps the verdict up to date as long as the component is on the page. Of these packs it has the
 * words: what is said of each requirement, with its citations.
 */
export function keepJudged(worded: () => readonly string[] = () => []): void {
  $effect(() => {
    if (!session.isOpen) return undefined;
    const question = questionNow();
    const packs = worded();
    const done = untrack(() => judged);
    const isSame =
      done?.dossier === question.dossier &&
      done.on === question.on &&
      done.knownOn === question.knownOn &&
      packs.every((pack) => done.words?.packs.includes(pack));
    if (isSame) return undefined;
    isWorking = true;
    const timer = setTimeout(
      () => void judge(question, packs),
      untrack(() => assessment) === undefined ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  });
}
