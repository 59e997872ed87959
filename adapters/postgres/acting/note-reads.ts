import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { PERSONAL_TABLES } from '../platform/catalogue.ts';

export type ReadNoted = { readonly what: string; readonly people: readonly string[] };

/**
 * Stands between the stores and the driver and notes which tables about people a transaction reads, and about whom where the rows say so.
 * It looks for the names of tables anywhere in a statement, raw SQL included: it may note too much, not too little.
 */
export class ReadNotes implements KyselyPlugin {
  readonly #people = new Map<string, Set<string>>();
  readonly #asked = new WeakMap<object, readonly string[]>();

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const tables = tablesRead(node);
    for (const table of tables) if (!this.#people.has(table)) this.#people.set(table, new Set());
    this.#asked.set(queryId, tables);
    return node;
  }

  async transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const people = result.rows.map((row) => row['person_id']).filter((id) => typeof id === 'string');
    for (const table of this.#asked.get(queryId) ?? []) {
      for (const id of people) this.#people.get(table)?.add(id);
    }
    return result;
  }

  list(): readonly ReadNoted[] {
    return [...this.#people]
      .map(([what, people]) => ({ what, people: [...people].sort() }))
      .sort((a, b) => (a.what < b.what ? -1 : 1));
  }
}

/** The table that a statement only writes is no reading of it; all others that it names are. */
function tablesRead(root: RootOperationNode): readonly string[] {
  const written = writtenTable(root);
  const names = new Map<string, number>();
  collectNames(root, (name) => names.set(name, (names.get(name) ?? 0) + 1));
  return [...names]
    .filter(([name, times]) => PERSONAL_TABLES.has(name) && (name !== written || times > 1))
    .map(([name]) => name);
}

function writtenTable(root: RootOperationNode): string | undefined {
  const names: string[] = [];
  const note = (name: string) => void names.push(name);
  if (root.kind === 'InsertQueryNode' && !root.returning && root.into) collectNames(root.into, note);
  if (root.kind === 'UpdateQueryNode' && !root.returning && root.table) collectNames(root.table, note);
  if (root.kind === 'DeleteQueryNode' && !root.returning) collectNames(root.from, note);
  return names.length === 1 ? names[0] : undefined;
}

function collectNames(value: unknown, note: (name: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Partial<OperationNode> & Readonly<Record<string, unknown>>;
  if (node.kind === 'IdentifierNode' && typeof node['name'] === 'string') return note(node['name']);
  if (node.kind === 'RawNode' && Array.isArray(node['sqlFragments'])) {
    for (const word of node['sqlFragments'].join(' ').match(/[a-z_]+/gi) ?? []) note(word.toLowerCase());
  }
  for (const part of Object.values(node)) collectNames(part, note);
}
