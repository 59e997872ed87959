import { ROOT } from '$lib/language/root.ts';

/** Where to go after signing in: a page of ours, else one's account. Another site's address is never followed. */
export function whereNext(wanted: string | null, otherwise: string): string {
  if (wanted === null || !/^\/(?![/\\])[^\\\s]*$/.test(wanted)) return otherwise;
  return wanted.startsWith(`${ROOT}/`) ? wanted : otherwise;
}
