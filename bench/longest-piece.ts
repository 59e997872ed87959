/** Milliseconds of CPU time from one rest of a search to the next: as long as that a worker does not answer. */
export function longestPiece(search: Iterator<unknown>): number {
  let longest = 0;
  for (let done = false; !done; ) {
    const before = process.cpuUsage();
    done = search.next().done === true;
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
  }
  return longest;
}
