import { askApi } from '$lib/account/ask-api.ts';
import type { PageServerLoad } from './$types';

type Known = { readonly displayName: string };

/** The secret of an invitation stands behind the `#`: the server never sees the address whole. */
export const load: PageServerLoad = async ({ fetch, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const known = await askApi<Known>('/session', { fetch });
  return { signedInAs: known.ok ? known.value.displayName : undefined };
};
