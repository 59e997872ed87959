import type { AccreditationDecision } from '@testamur/engines/recognition/registry';
import type { MessageKey } from '../language/messages.ts';
import type { Reference } from '../reference/open-reference.ts';
import type { Reading } from '../reference/read-in.ts';
import type { SchoolRecord, SourceCard } from '../reference/records.ts';
import { SCHOOL_FIELDS, SCHOOL_KINDS, SCHOOL_LEVELS, type SchoolField } from './labels.ts';
import { placeOf } from './search.ts';

export type FieldView = {
  readonly field: SchoolField;
  readonly label: MessageKey;
  readonly values: readonly string[];
  readonly href?: string;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
};

export type SchoolView = {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly country: string;
  /** A kind or a level that has no words yet has no key. */
  readonly kind: MessageKey | undefined;
  readonly level: MessageKey | undefined;
  readonly fields: readonly FieldView[];
  readonly cards: readonly SourceCard[];
  readonly decisions: readonly AccreditationDecision[];
  /** Agencies that are said to be, or to have been, recognised for its country. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
};

/** One school with the sources behind each field. */
export function viewSchool({ reference, language }: Reading, school: SchoolRecord): SchoolView {
  const { countries, sources, registry } = reference;
  const used = [...new Set(Object.values(school.evidence).flat())];
  const agencies = [...registry.agencies.values()].filter(({ recognitions }) =>
    recognitions.some(({ territories }) => territories.some(({ country }) => country === school.country)),
  );
  return {
    id: school.id,
    name: school.name,
    place: placeOf(school, countries, language),
    country: countries.get(school.country) ?? school.country,
    kind: SCHOOL_KINDS[school.kind],
    level: SCHOOL_LEVELS[school.level],
    fields: (Object.keys(SCHOOL_FIELDS) as SchoolField[]).flatMap((field) =>
      viewField(reference, school, field),
    ),
    cards: used.flatMap((id) => sources.get(id) ?? []),
    decisions: registry.decisions.get(school.id) ?? [],
    agencies: agencies.map(({ id, name }) => ({ id, name })),
  };
}

/** Nothing for a field that is unknown. */
function viewField(
  { countries, sources }: Reference,
  school: SchoolRecord,
  field: SchoolField,
): readonly FieldView[] {
  const shown = showField(school, field, countries);
  if (shown === undefined) return [];
  const evidence = school.evidence[field] ?? [];
  return [
    {
      field,
      label: SCHOOL_FIELDS[field],
      ...shown,
      sources: evidence.map((id) => ({ id, title: sources.get(id)?.title ?? id })),
    },
  ];
}

type Shown = { readonly values: readonly string[]; readonly href?: string };

function showField(
  school: SchoolRecord,
  field: SchoolField,
  countries: ReadonlyMap<string, string>,
): Shown | undefined {
  const value = school[field];
  if (value === undefined) return undefined;
  if (field === 'country') return { values: [countries.get(school.country) ?? school.country] };
  if (field === 'website') return { values: [String(value)], href: String(value) };
  if (field === 'ror') return { values: [String(value)], href: `https://ror.org/${value}` };
  if (field === 'wikidata')
    return { values: [String(value)], href: `https://www.wikidata.org/wiki/${value}` };
  if (field === 'host' && school.host)
    return { values: [school.host.ror], href: `https://ror.org/${school.host.ror}` };
  return { values: Array.isArray(value) ? value.map(String) : [String(value)] };
}
