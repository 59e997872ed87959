import type { PersonKeys } from '@testamur/services/privacy';
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { ERASED, isSealed, placeOf, RESTRICTED, unseal } from './cipher.ts';
import { planReading, type Reading } from './plan-reading.ts';
import { rewriteLookups } from './rewrite-lookups.ts';
import { sealInsert } from './seal-insert.ts';
import { sealUpdate } from './seal-update.ts';

/**
 * Stands between the stores and the driver. What the catalogue of personal data calls sealed is enciphered on its way in and opened on its way
 * out; stores see plain values and need not think of it. A statement that would write such a column without naming the row's key and owner, or read
 * it without its row's key, is a bug and throws; the database refuses what is not sealed by constraints of its own.
 */
export class SealedColumns implements KyselyPlugin {
  readonly #keys: PersonKeys;
  readonly #reader: string | undefined;
  readonly #readings = new WeakMap<object, readonly Reading[]>();

  constructor(keys: PersonKeys, reader: string | undefined) {
    this.#keys = keys;
    this.#reader = reader;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    this.#readings.set(queryId, planReading(node));
    const found = rewriteLookups(this.#keys, node);
    if (found.kind === 'InsertQueryNode') return sealInsert(this.#keys, found);
    if (found.kind === 'UpdateQueryNode') return sealUpdate(this.#keys, found);
    return found;
  }

  async transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const readings = this.#readings.get(queryId) ?? [];
    if (readings.length === 0) return result;
    return { ...result, rows: result.rows.map((row) => this.#open(row, readings)) };
  }

  #open(row: UnknownRow, readings: readonly Reading[]): UnknownRow {
    const opened = { ...row };
    for (const { table, column, as, result, key } of readings) {
      const value = row[result];
      if (!isSealed(value)) continue;
      const place = placeOf(
        table,
        column,
        key.map((part) => ('value' in part ? part.value : String(row[part.result]))),
      );
      const found = unseal(this.#keys, { place, reader: this.#reader }, value);
      const shown = found.state === 'plain' ? found.text : found.state === 'erased' ? ERASED : RESTRICTED;
      opened[result] = as === 'json' && found.state === 'plain' ? JSON.parse(shown) : shown;
    }
    return opened;
  }
}
