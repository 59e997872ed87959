import { expect, it } from 'vitest';
import { withStylesOfImports } from './styles-of-pages.ts';

const PAGE = 'generated/client-optimized/nodes/4.js';

it('a page has the styles of all that it imports, its own last, and none of what comes later', () => {
  const manifest = {
    [PAGE]: { imports: ['_frame.js', '_table.js'], css: ['page.css'] },
    '_frame.js': { css: ['frame.css'], dynamicImports: ['later.svelte'] },
    'later.svelte': { imports: ['_table.js'], css: ['later.css'] },
    '_table.js': { imports: ['_grade.js', '_frame.js'], css: ['table.css'] },
    '_grade.js': { imports: ['_table.js'], css: ['grade.css'] },
  };
  const styled = withStylesOfImports(manifest);
  expect(styled[PAGE]?.css).toEqual(['frame.css', 'grade.css', 'table.css', 'page.css']);
  expect({ ...styled, [PAGE]: undefined }).toEqual({ ...manifest, [PAGE]: undefined });
});
