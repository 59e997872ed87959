import { expect, it } from 'vitest';
import { partsOf } from './worker-parts.ts';

it('names each part of a program once, where it lies', () => {
  const program = `import"../x.js";const a=()=>import("./chunks/a-1.js").then(b=>b);import('./chunks/a-1.js');"a.js";"./b.css"`;
  expect(partsOf(program, 'https://a.org/w/worker-1.js')).toEqual([
    'https://a.org/x.js',
    'https://a.org/w/chunks/a-1.js',
  ]);
});
