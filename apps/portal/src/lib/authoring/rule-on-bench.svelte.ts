import { ROOT } from '../language/root.ts';
import type { RuleView } from '../rules/rule-view.ts';
import { LIBRARY_FILES } from '../worker/library-files.ts';
import type { WhoIsAffected } from './affected-people.ts';
import { startAuthoring } from './call-authoring.ts';
import type { AuthoringCalls, Opened, ShownCheck } from './messages.ts';
import { TEXT_FILES } from './text-files.ts';

export type OpenAsk = {
  readonly pack: string;
  readonly rule: string;
  readonly locale: string;
  readonly today: string;
};

export type RuleOnBench = ReturnType<typeof openRule>;

const NOTHING: ShownCheck = { faults: [], cases: [], changes: [] };
/** Long enough that nobody is told of the fault of a half-written word. */
const PAUSE_MS = 350;

/** The rule that a page changes: its text, and what the worker says of it. Nothing of it leaves the browser. */
export function openRule({ pack, rule, locale, today }: OpenAsk) {
  const worker = startAuthoring();
  let opened = $state<Opened | undefined>();
  let text = $state('');
  let checked = $state.raw<ShownCheck>(NOTHING);
  let shown = $state.raw<RuleView | undefined>();
  let isChecking = $state(false);
  let failure = $state<string | undefined>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const fail = (error: unknown): void => {
    failure = error instanceof Error ? error.message : String(error);
    isChecking = false;
  };

  async function check(): Promise<void> {
    const asked = text;
    isChecking = true;
    const answer = await worker.ask('check', { text: asked });
    // Whatever was typed meanwhile is checked by itself.
    if (asked !== text) return;
    checked = answer;
    shown = answer.rule ?? shown;
    isChecking = false;
  }

  const begin = async (): Promise<void> => {
    const files = TEXT_FILES[pack];
    if (files === undefined) throw new Error(`The files of ${pack} are not here.`);
    const answer = await worker.ask('open', {
      ...{ files: LIBRARY_FILES, text: files, pack, rule, locale, today, root: ROOT },
    });
    opened = answer;
    text = answer.original;
    shown = answer.rule;
    await check();
  };
  begin().catch(fail);

  return {
    get opened() {
      return opened;
    },
    get text() {
      return text;
    },
    set text(value: string) {
      text = value;
    },
    get checked() {
      return checked;
    },
    /** The rule as the text says it, or as it last did. */
    get shown() {
      return shown;
    },
    get isChecking() {
      return isChecking;
    },
    get failure() {
      return failure;
    },
    changed: (): void => {
      clearTimeout(pause);
      isChecking = true;
      pause = setTimeout(() => void check().catch(fail), PAUSE_MS);
    },
    reset: (): void => {
      text = opened?.original ?? '';
      clearTimeout(pause);
      check().catch(fail);
    },
    judge: (people: number, seed: number, onJudged: (judged: number) => void): Promise<WhoIsAffected> =>
      worker.ask('affected', { text, people, seed }, onJudged),
    write: (ask: Omit<AuthoringCalls['write']['ask'], 'text'>) => worker.ask('write', { ...ask, text }),
    end: (): void => {
      clearTimeout(pause);
      worker.end();
    },
  };
}
