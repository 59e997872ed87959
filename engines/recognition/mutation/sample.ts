/** A sample that the seed alone decides, in the order of the whole. */

export function sampleOf<T>(all: readonly T[], size: number, seed: number): readonly T[] {
  if (all.length <= size) return all;
  const random = randomFrom(seed);
  const chosen = new Set(
    all
      .map((_, index) => ({ index, draw: random() }))
      .sort((a, b) => a.draw - b.draw)
      .slice(0, size)
      .map(({ index }) => index),
  );
  return all.filter((_, index) => chosen.has(index));
}

/** A 32-bit linear congruential generator (Numerical Recipes constants): enough to pick a sample. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}
