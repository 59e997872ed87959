import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What people decided about rows of the input: see packs/registry/curation.yaml. */
export type Curation = {
  /** Country, then the city as listed; `null` where the text is no city. */
  readonly cities: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly regions: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly drops: readonly {
    readonly key: string;
    readonly fields: readonly string[];
    readonly reason: string;
  }[];
  readonly merges: readonly { readonly keep: string; readonly also: string; readonly reason: string }[];
};

export function readCuration(path: string): Curation {
  const file = parse(readFileSync(path, 'utf8')) as Partial<Curation>;
  return {
    cities: file.cities ?? {},
    regions: file.regions ?? {},
    drops: file.drops ?? [],
    merges: file.merges ?? [],
  };
}
