/**
 * Which files a test reads of other floors: their sources, or with TESTAMUR_FLOORS=built what `npm run build` made of them.
 * The whole suite builds first and then reads what was built, which is what ships and runs a quarter faster; a single test reads sources.
 */
import path from 'node:path';

const isBuilt = process.env.TESTAMUR_FLOORS === 'built';
const conditions = isBuilt ? ['node'] : ['testamur-source', 'node'];

export const floors = {
  resolve: {
    conditions,
    // What tests share is not built.
    alias: [
      {
        find: /^@testamur\/testing\/(.*)$/,
        replacement: path.join(import.meta.dirname, 'testing/$1/index.ts'),
      },
    ],
  },
  ssr: { resolve: { conditions } },
};

/** Built files run as they are. */
export const server = { deps: { external: [/\/dist\//] } };
