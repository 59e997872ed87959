import type { Reroute } from '@sveltejs/kit';
import { readPlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';

/** `/fr/results` is the page `/results` in French: the same route answers every language. */
export const reroute: Reroute = ({ url }) => {
  if (!url.pathname.startsWith(ROOT)) return undefined;
  return `${ROOT}${readPlace(url.pathname.slice(ROOT.length)).path}`;
};
