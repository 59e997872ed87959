/** A sample that the seed alone decides, in the order of the whole. */

export function sampleOf<T>(all: readonly T[], size: number, seed: number): readonly T[] {
  if (all.length <= size) return all;
  const chosen = new Set(
    all
      .map((_, index) => ({ index, draw: drawOf(seed, index) }))
      .sort((a, b) => a.draw - b.draw)
      .slice(0, size)
      .map(({ index }) => index),
  );
  return all.filter((_, index) => chosen.has(index));
}

/** The 32-bit finaliser of MurmurHash3 over seed and place: near seeds give unlike samples. */
function drawOf(seed: number, index: number): number {
  let word = (Math.imul(seed, 0x9e3779b9) + index) >>> 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}
