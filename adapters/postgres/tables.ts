import type { ColumnType } from 'kysely';
import type { PlatformTables } from './platform/tables.ts';

/** One kind of reference data: jurisdictions, schools, packs. */
export type ReferenceSetTable = {
  set_name: string;
  /** `sha256:…` of the whole set: equal means that nothing need be written. */
  content_hash: string;
  item_count: number;
};

export type ReferenceItemTable = {
  set_name: string;
  item_id: string;
  content_hash: string;
  body: ColumnType<unknown, string, string>;
};

/** In which place of the log a leaf stands; none while it waits. */
export type LogPositionTable = {
  organisation_id: string;
  leaf_id: string;
  recorded_at: ColumnType<Date, string, never>;
  position: ColumnType<string | null, never, string>;
};

/** What the database holds: reference data, and the records of tenants. No dossier is ever stored. */
export type Tables = PlatformTables & {
  reference_set: ReferenceSetTable;
  reference_item: ReferenceItemTable;
  log_positions: LogPositionTable;
};
