import { onMount, tick } from 'svelte';
import { invalidateAll } from '$app/navigation';
import { type Asked, askApi } from '$lib/account/ask-api.ts';
import { withProof } from '$lib/account/use-passkey.ts';
import { useLanguage } from '$lib/language/use-language.ts';
import { tellRefusal } from './tell-refusal.ts';

/** One act of the interface: what is sent where. `act` where it may need approval. */
export type Deed = {
  readonly house: string;
  readonly path: string;
  readonly method?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly act?: string;
  /** What is shown to whoever approves, where that is not the body: a secret is in no request. */
  readonly content?: Readonly<Record<string, unknown>>;
  readonly approval?: string;
};

/** How long an approval may be waited for. */
const APPROVAL_DAYS = 7;

/** What a part of the page does and what it tells of it. Made while the component is made. */
export function makeActing() {
  const { say } = useLanguage();
  let isBusy = $state(true);
  let refused = $state('');
  let done = $state('');
  let held = $state.raw<Deed>();
  // Until the script of the page stands, a click would only load it anew.
  onMount(() => {
    isBusy = false;
  });

  async function send<T>(work: () => Promise<Asked<T>>, told: string): Promise<Asked<T>> {
    isBusy = true;
    refused = done = '';
    held = undefined;
    const asked = await withProof(work);
    if (asked.ok) {
      await invalidateAll();
      done = told;
    }
    isBusy = false;
    return asked;
  }

  /** Does it, with a fresh proof where one is asked for. What was typed stays where it is refused. */
  async function perform<T = unknown>(deed: Deed): Promise<Asked<T>> {
    const { house, path, method, body, approval } = deed;
    const options = { ...(method && { method }), ...(body && { body }), approval };
    const asked = await send<T>(
      () => askApi<T>(`/organisations/${house}/${path}`, options),
      say('organisations.done'),
    );
    if (asked.ok) return asked;
    if (asked.problem.code === 'AUTHORISING_APPROVAL_NEEDED' && deed.act && body) held = deed;
    else refused = tellRefusal(asked.problem, say);
    return asked;
  }

  async function askApproval(): Promise<void> {
    if (!held?.act) return;
    const { house, act, body, content = body } = held;
    const expiresAt = new Date(Date.now() + APPROVAL_DAYS * 86_400_000).toISOString();
    const asked = await send(
      () => askApi(`/organisations/${house}/approvals`, { body: { act, content, expiresAt } }),
      say('organisations.needed.asked'),
    );
    if (!asked.ok) refused = tellRefusal(asked.problem, say);
  }

  return {
    get isBusy() {
      return isBusy;
    },
    get refused() {
      return refused;
    },
    get done() {
      return done;
    },
    get held() {
      return held;
    },
    perform,
    askApproval,
  };
}

export type Acting = ReturnType<typeof makeActing>;

/** Whoever sent a form with a fault finds herself in the first field that has one. */
export async function focusFault(form: HTMLFormElement): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
