import type { PersonalExport } from './privacy-view.ts';

type Purpose = PersonalExport['records'][number]['purpose'];

export type KeptForPurpose = {
  readonly purpose: Purpose;
  readonly count: number;
  readonly tables: readonly { readonly table: string; readonly rows: readonly object[] }[];
};

/** What is kept of somebody, by what it is kept for; what holds no row of hers is left out. */
export function exportByPurpose({ records }: Pick<PersonalExport, 'records'>): readonly KeptForPurpose[] {
  const held = records.filter(({ rows }) => rows.length > 0);
  return [...new Set(held.map(({ purpose }) => purpose))].map((purpose) => {
    const tables = held
      .filter((record) => record.purpose === purpose)
      .map(({ table, rows }) => ({ table, rows }));
    return { purpose, tables, count: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
  });
}
