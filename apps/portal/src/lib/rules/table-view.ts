import type { CodeList, Pack, Scalar, Table, Vocabulary } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { type Cited, citedIn } from './cited.ts';

export type TableView = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly cited: readonly Cited[];
};

/** A table of the law in words: codes by their labels, days as people write them, an empty cell as a dash. */
export function viewTable(
  { sources }: Pick<Pack, 'sources'>,
  table: Table,
  { vocabulary, language }: TableWords,
): TableView {
  const names = Object.keys(table.columns);
  const shows = names.map((name) => {
    const values = table.rows.map((row) => row[name] ?? null);
    return table.columns[name] === 'code' ? byLabel(values, vocabulary, language) : showScalar(language);
  });
  return {
    id: table.table,
    title: table.title,
    columns: names.map(nameOf),
    rows: table.rows.map((row) => names.map((name, index) => shows[index]?.(row[name] ?? null) ?? '')),
    cited: citedIn(sources, table.cite),
  };
}

type TableWords = { readonly vocabulary: Vocabulary; readonly language: Language };

type Show = (value: Scalar | null) => string;

/** A column does not name its list of codes: it is the smallest one that has them all. */
function byLabel(values: readonly (Scalar | null)[], { codeLists }: Vocabulary, language: Language): Show {
  const used = new Set(values.filter((value) => value !== null));
  const holds = ({ entries }: CodeList) =>
    [...used].every((code) => entries.some((entry) => entry.code === code));
  const [list] = [...codeLists.values()].filter(holds).sort((a, b) => a.entries.length - b.entries.length);
  const labels = new Map(list?.entries.map(({ code, label }) => [code, label]));
  return (value) => labels.get(String(value)) ?? showScalar(language)(value);
}

const showScalar =
  ({ say, day }: Language): Show =>
  (value) => {
    if (value === null) return '–';
    if (typeof value === 'boolean') return say(value ? 'rules.yes' : 'rules.no');
    return day(String(value));
  };

/** `awardedBefore` → `Awarded before`: the name that the pack gives, in its language. */
function nameOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
