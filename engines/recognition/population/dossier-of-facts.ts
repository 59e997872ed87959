/** Invented facts as the dossier of somebody who has them. What is computed from other facts is left to be computed again. */
import { asDay, formatDay } from '../../kernel/index.ts';
import type { Dossier, DossierEntry, DossierList, DossierValue } from '../facts/dossier.ts';
import type { Facts, FactValue, ListValue } from '../language/facts.ts';
import type { FactDefinition, Section, Vocabulary } from '../language/vocabulary.ts';

export function dossierOfFacts({ scalars, lists }: Facts, { sections }: Vocabulary): Dossier {
  const records = new Map<string, Record<string, DossierValue>>();
  for (const [name, value] of scalars) {
    const [head = '', field = ''] = name.split(/\.(.*)/s);
    const section = sections.get(head);
    const definition = section?.facts[field];
    if (definition === undefined || definition.derived === true) continue;
    const told = tellValue(value, definition);
    if (told === undefined) continue;
    const key = section?.kind === 'basis' ? 'qualifications' : head;
    records.set(key, { ...records.get(key), [field]: told });
  }
  const { qualifications, ...rest } = Object.fromEntries(records);
  const degree = withCountry(qualifications, scalars.get('pmq.schoolCountry'));
  const named = [...lists].flatMap(([list, value]) => {
    const told = tellList(value, sections.get(list));
    return told === undefined ? [] : [[list, told] as const];
  });
  return {
    ...rest,
    ...Object.fromEntries(named),
    ...(degree === undefined ? {} : { qualifications: [{ id: 'degree', ...degree }] }),
    ...planned(scalars.get('application.on')),
  } as Dossier;
}

const isOneDay = (value: FactValue | undefined): value is FactValue & { readonly state: 'range' } =>
  value?.state === 'range' && value.lo === value.hi;

const planned = (value: FactValue | undefined): object =>
  isOneDay(value) ? { planned: { applicationOn: formatDay(asDay(value.lo)) } } : {};

/** The country of the school's seat is told by describing the school. */
function withCountry(
  degree: Readonly<Record<string, DossierValue>> | undefined,
  country: FactValue | undefined,
): Readonly<Record<string, DossierValue>> | undefined {
  if (country?.state !== 'known' || typeof country.value !== 'string') return degree;
  return { ...degree, school: { name: 'A medical school', country: country.value } };
}

function tellValue(value: FactValue, { type }: FactDefinition): DossierValue | undefined {
  if (value.state === 'range') return tellRange(value.lo, value.hi, type === 'day');
  if (value.state !== 'known') return undefined;
  // Only schools described by hand are the same with every registry.
  return type === 'school' ? undefined : value.value;
}

function tellRange(lo: number, hi: number, isDay: boolean): DossierValue {
  const tell = (value: number): number | string => (isDay ? formatDay(asDay(value)) : value);
  return lo === hi ? tell(lo) : { from: tell(lo), to: tell(hi) };
}

function tellList(value: ListValue, section: Section | undefined): DossierList | undefined {
  if (section === undefined) return undefined;
  const entries = value.entries.map(({ id, fields }): DossierEntry => {
    const told = [...fields].flatMap(([field, each]) => {
      const definition = section.facts[field];
      const one = definition === undefined || definition.derived ? undefined : tellValue(each, definition);
      return one === undefined ? [] : [[field, one] as const];
    });
    return { id, ...Object.fromEntries(told) };
  });
  if (entries.length === 0 && !value.complete && value.completeFor.length === 0) return undefined;
  return {
    ...(value.complete ? { complete: true } : {}),
    ...(value.completeFor.length === 0 || value.complete ? {} : { completeFor: value.completeFor }),
    ...(entries.length === 0 ? {} : { entries }),
  };
}
