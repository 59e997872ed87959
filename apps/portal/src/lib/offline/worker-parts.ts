/**
 * The parts that a program loads while it runs, as written in its text: no list of the build names those of a worker.
 *
 * @example partsOf('import("./chunks/a1.js")', 'https://a.org/workers/w.js') // ['https://a.org/workers/chunks/a1.js']
 */
export function partsOf(program: string, address: string): readonly string[] {
  const names = program.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g);
  return [...new Set([...names].map(([, name = '']) => new URL(name, address).href))];
}
