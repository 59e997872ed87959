import { type Egress, signWebhook } from '@testamur/adapters/egress';
import { type Mailer, renderMail } from '@testamur/adapters/mail';
import type { JobDone, JobToDo } from '@testamur/adapters/postgres';
import type { Request } from '@testamur/services/authorising';
import {
  type MailTaken,
  type MessagingPlatform,
  type Outcome,
  settleMessage,
  type Taken,
  takeMessage,
  type WebhookTaken,
} from '@testamur/services/messaging';

export type Ways = {
  readonly mailer: Mailer;
  readonly egress: Egress;
  readonly portalUrl: string;
  readonly now: () => number;
};

/** What came of one try; `isForGood`: another one would change nothing. */
type Tried =
  | { readonly kind: 'sent' }
  | { readonly kind: 'withheld'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string; readonly isForGood: boolean; readonly isGone?: boolean };

/**
 * One try at one message: look at it, send it, say what came of it. A worker that dies between the last two sends it again under the same id,
 * by which whoever receives it knows the double.
 */
export async function deliverMessage(
  platform: MessagingPlatform,
  ways: Ways,
  { organisation, message, isLast }: JobToDo,
): Promise<JobDone> {
  const request = (): Request => ({
    actor: { kind: 'worker' },
    organisation,
    at: new Date(ways.now()).toISOString(),
    site: 'worker',
  });
  const taken = await takeMessage(platform, request(), message);
  // A message that is there no more went with its tenant.
  if (!taken.ok)
    return taken.error.code === 'MESSAGING_NOT_FOUND'
      ? { kind: 'done' }
      : { kind: 'again', why: taken.error.code };
  if (taken.value.kind === 'settled') return { kind: 'done' };
  const tried = await send(taken.value, ways);
  const settled = await settleMessage(platform, request(), {
    messageId: message,
    outcome: outcomeOf(tried, isLast),
    ...(tried.kind === 'failed' && tried.isGone ? { isGone: true } : {}),
  });
  if (!settled.ok) return { kind: 'again', why: settled.error.code };
  if (tried.kind !== 'failed') return { kind: 'done' };
  return { kind: tried.isForGood ? 'refused' : 'again', why: tried.why };
}

const outcomeOf = (tried: Tried, isLast: boolean): Outcome =>
  tried.kind === 'failed' ? { kind: 'failed', why: tried.why, isFinal: tried.isForGood || isLast } : tried;

function send(taken: Exclude<Taken, { readonly kind: 'settled' }>, ways: Ways): Promise<Tried> | Tried {
  if (taken.kind === 'withhold') return { kind: 'withheld', why: taken.why };
  return taken.kind === 'mail' ? sendMail(taken, ways) : sendWebhook(taken, ways);
}

async function sendMail(taken: MailTaken, { mailer, portalUrl }: Ways): Promise<Tried> {
  const { messageId, to, createdAt } = taken;
  const sent = await mailer.send({ messageId, to, createdAt, ...renderMail(taken, portalUrl) });
  if (sent.ok) return { kind: 'sent' };
  return { kind: 'failed', why: sent.error.code, isForGood: sent.error.code === 'MAIL_REFUSED' };
}

/** A receiver that takes longer takes the message in and answers before she works on it. */
const PATIENCE_MS = 15_000;
/** Answers are read to their end and thrown away. */
const MOST_BYTES = 65_536;

async function sendWebhook({ messageId, url, secrets, body }: WebhookTaken, ways: Ways): Promise<Tried> {
  const timestamp = Math.floor(ways.now() / 1_000);
  const answer = await ways.egress({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Testamur',
      ...signWebhook({ id: messageId, timestamp, body }, secrets),
    },
    body,
    timeoutMs: PATIENCE_MS,
    mostBytes: MOST_BYTES,
  });
  if (!answer.ok) {
    const isForGood = answer.error.code === 'EGRESS_ADDRESS_UNFIT';
    return { kind: 'failed', why: answer.error.code, isForGood };
  }
  const { status } = answer.value;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const isGone = status === 410;
  return { kind: 'failed', why: `HTTP_${status}`, isForGood: isGone, isGone };
}
