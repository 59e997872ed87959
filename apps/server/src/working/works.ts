import { forgetExpired } from './forget-expired.ts';
import { sendMessages } from './send-messages.ts';
import { takePublicActs } from './take-public-acts.ts';
import { watchTrail } from './watch-trail.ts';
import type { Work } from './work.ts';

/** What a worker does. */
export const WORKS: readonly Work[] = [sendMessages, takePublicActs, watchTrail, forgetExpired];
