/** Where to go after signing in: a page of ours (below `root`), else `otherwise`. Another site's address is never followed. */
export function whereNext(
  wanted: string | null,
  { root, otherwise }: { root: string; otherwise: string },
): string {
  if (wanted === null || !/^\/(?![/\\])[^\\\s]*$/.test(wanted)) return otherwise;
  return wanted.startsWith(`${root}/`) ? wanted : otherwise;
}
