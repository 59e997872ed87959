import { ok } from '@testamur/engines/kernel';
import { joinReach, type ReachPart } from '@testamur/services/reaching';
import { type CachedJson, cacheJson } from './cached-json.ts';
import type { Now } from './days.ts';
import type { Judge, Judged } from './judge.ts';

type Problems = Extract<Judged<never>, { readonly ok: false }>['error'];

export type ReachAnswer =
  | { readonly state: 'ready'; readonly json: CachedJson }
  | {
      readonly state: 'working';
      readonly done: number;
      readonly parts?: number;
      readonly secondsLeft: number;
    }
  | { readonly state: 'failed'; readonly problems: Problems };

export type KeptReach = {
  /** Waits for the answer, but not longer than it is given. */
  ask(pack: string, days: Now, patienceMs: number): Promise<ReachAnswer>;
};

type Work = {
  readonly today: Now['today'];
  done: number;
  parts: number | undefined;
  readonly answer: Promise<Judged<CachedJson>>;
};

/**
 * The answer about a pack is worked out part by part, so that other questions take their turn between two of them, and kept until the day
 * is over. One pack at a time: whoever asks about another one meanwhile waits for the first.
 */
export function keepReach(judge: Pick<Judge, 'reach'>): KeptReach {
  const works = new Map<string, Work>();
  let turn: Promise<unknown> = Promise.resolve();

  const begin = (pack: string, days: Now): Work => {
    const answer = turn.then(() => workOut(pack, days));
    const work: Work = { today: days.today, done: 0, parts: undefined, answer };
    works.set(pack, work);
    turn = answer.then((settled) => {
      // What failed is tried again when it is asked for again.
      if (!settled.ok && works.get(pack) === work) works.delete(pack);
    });
    return work;
  };

  const workOut = async (pack: string, days: Now): Promise<Judged<CachedJson>> => {
    const parts: ReachPart[] = [];
    do {
      const part = await judge.reach({ act: 'reach', pack, part: parts.length, ...days });
      if (!part.ok) return part;
      parts.push(part.value);
      const work = works.get(pack);
      if (work !== undefined) Object.assign(work, { done: parts.length, parts: part.value.parts });
    } while (parts.length < (parts[0]?.parts ?? 0));
    return ok(cacheJson(joinReach({ pack, on: days.today }, parts)));
  };

  return {
    ask: async (pack, days, patienceMs) => {
      const held = works.get(pack);
      const work = held?.today === days.today ? held : begin(pack, days);
      const settled = await within(work.answer, patienceMs);
      if (settled === undefined) return { state: 'working', ...progressOf(work) };
      return settled.ok
        ? { state: 'ready', json: settled.value }
        : { state: 'failed', problems: settled.error };
    },
  };
}

/** A part takes some two seconds; before the first one is done nobody knows how many there are. */
const SECONDS_PER_PART = 2;
const SECONDS_UNKNOWN = 30;

const progressOf = ({ done, parts }: Work) => ({
  done,
  ...(parts === undefined ? {} : { parts }),
  secondsLeft: parts === undefined ? SECONDS_UNKNOWN : Math.max(1, (parts - done) * SECONDS_PER_PART),
});

async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}
