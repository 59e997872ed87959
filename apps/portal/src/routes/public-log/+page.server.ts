import { error } from '@sveltejs/kit';
import { ROOT } from '$lib/language/root.ts';
import type { PublicLog } from '$lib/public-log/log-view.ts';
import type { PageServerLoad } from './$types';

/** What the interface says of the log; nothing where none is kept. */
export const load: PageServerLoad = async ({ fetch, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const answer = await fetch(`${ROOT}/api/log?limit=20`);
  if (answer.status === 404) return { log: undefined };
  if (!answer.ok) error(503, 'The public log cannot be read at the moment. Try again in some seconds.');
  return { log: (await answer.json()) as PublicLog };
};
