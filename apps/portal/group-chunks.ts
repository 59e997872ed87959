/**
 * For Vite: which modules travel together to a browser. Left alone, the list of results comes in sixty files, most of them too small
 * for gzip to find anything in. What only some pages use stays apart, so that no page carries it for another.
 */
import type { Plugin } from 'vite';

type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };
type Reach = {
  readonly frame: ReadonlySet<string>;
  readonly home: ReadonlySet<string>;
  readonly list: ReadonlySet<string>;
};

const PROGRAM = /\/client-optimized\/app\.js$/;
const FRAME =
  /\/(kit\/src\/runtime\/client\/entry\.js|client-optimized\/app\.js|src\/routes\/\+layout\.(svelte|ts))$/;
const HOME = /\/src\/routes\/\+page\.svelte$/;
const LIST = /\/src\/routes\/results\/\+page\.svelte$/;
/** Styles are grouped by page; of the engines each page uses another part. */
const ALONE = /\.css|\?svelte&type=style|\/engines\//;
const PACKAGE = /\/node_modules\//;
/** A part of a package that fewer entries use is left to the pages that use it. */
const ENTRIES_OF_RUNTIME = 5;

function closure(graph: Graph, ids: readonly string[]): ReadonlySet<string> {
  const reached = new Set(ids);
  for (const id of reached) {
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}

function reachOf(graph: Graph, ids: readonly string[]): Reach {
  const from = (entry: RegExp) =>
    closure(
      graph,
      ids.filter((id) => entry.test(id)),
    );
  return { frame: from(FRAME), home: from(HOME), list: from(LIST) };
}

const GROUPS: readonly {
  readonly name: string;
  readonly minShareCount?: number;
  readonly has: (reach: Reach, id: string) => boolean;
}[] = [
  {
    name: 'runtime',
    minShareCount: ENTRIES_OF_RUNTIME,
    has: ({ frame }, id) => PACKAGE.test(id) && frame.has(id),
  },
  // The program names every page. In one chunk with what a page imports, it would make all pages part of each, and their styles nobody's.
  { name: 'frame', has: ({ frame }, id) => !PACKAGE.test(id) && !PROGRAM.test(id) && frame.has(id) },
  { name: 'person', has: ({ home, list }, id) => !PACKAGE.test(id) && home.has(id) && list.has(id) },
  { name: 'list', has: ({ list }, id) => !PACKAGE.test(id) && list.has(id) },
];

export function groupChunks(): Plugin {
  let ids: readonly string[] = [];
  let reach: Reach | undefined;
  const groups = GROUPS.map(({ name, has, ...rest }, place) => ({
    ...rest,
    debugName: name,
    priority: GROUPS.length - place,
    test: (id: string) => !ALONE.test(id),
    name(id: string, graph: Graph): string | null {
      // The server reads its parts from its own disk.
      if (!ids.some((each) => PROGRAM.test(each))) return null;
      reach ??= reachOf(graph, ids);
      return has(reach, id) ? name : null;
    },
  }));
  return {
    name: 'testamur-group-chunks',
    buildEnd() {
      ids = [...this.getModuleIds()];
      reach = undefined;
    },
    config: () => ({
      build: {
        rolldownOptions: { treeshake: { moduleSideEffects: PURE }, output: { codeSplitting: { groups } } },
      },
    }),
  };
}

/** Parts of these packages that nobody uses do nothing: their makers do not say so. */
const PURE = [
  { test: /node_modules\/(svelte\/src\/(?!internal\/(flags|disclose))|clsx\/)/, sideEffects: false },
];
