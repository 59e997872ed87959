/** Whose identifier is whose: established by people, with evidence, and never read out of a credential. */
import type { Citation, Day } from '@testamur/engines/kernel';
import type { Registry, Span } from '@testamur/engines/recognition/registry';
import { isInSpan, schoolNameOn } from '@testamur/engines/recognition/registry';
import { isOpen, type LayerFinding, passes } from './layer.ts';

export type IssuerEntry = {
  /** A DID, or the address that names an issuer. */
  readonly id: string;
  readonly school: string;
  /** Where the identifier is of one site, only what was decided about that site counts. */
  readonly campus?: string;
  /** When it was theirs; without it, for as long as is known. */
  readonly span?: Span;
  readonly cite: readonly Citation[];
};

export type IssuerList = ReadonlyMap<string, readonly IssuerEntry[]>;

export const makeIssuerList = (entries: readonly IssuerEntry[]): IssuerList =>
  entries.reduce(
    (all, entry) => all.set(entry.id, [...(all.get(entry.id) ?? []), entry]),
    new Map<string, readonly IssuerEntry[]>(),
  );

/** The school behind an issuer. Its names are those of the registry: what it bears today, and what it bore when it awarded. */
export type IssuerFound = {
  readonly id: string;
  readonly school: string;
  readonly campus?: string;
  readonly name: string;
  readonly country: string;
  readonly nameThen?: string;
};

export type IssuerAnswer = { readonly finding: LayerFinding; readonly issuer?: IssuerFound };

/** Who the issuer is on a day: of the award, when that is known, otherwise of today. */
export function findIssuer(
  list: IssuerList,
  registry: Registry,
  { id, on, today }: { readonly id: string; readonly on: Day; readonly today: Day },
): IssuerAnswer {
  const entries = list.get(id) ?? [];
  if (entries.length === 0)
    return {
      finding: isOpen(
        'VERIFYING_ISSUER_NOT_LISTED',
        'Nobody has established here whose identifier this is.',
        [id],
      ),
    };
  const then = entries.filter(({ span }) => span === undefined || isInSpan(span, on) === 'true');
  const [entry] = then;
  // Two schools at once: whose it is has not been established.
  if (
    entry === undefined ||
    then.some(({ school, campus }) => school !== entry.school || campus !== entry.campus)
  )
    return {
      finding: isOpen(
        'VERIFYING_ISSUER_NOT_THEN',
        'Whose identifier this was on that day is not established.',
        [id],
      ),
    };
  const school = registry.schools.get(entry.school);
  const campus = school?.campuses.find((each) => each.id === entry.campus);
  if (school === undefined || (entry.campus !== undefined && campus === undefined))
    return {
      finding: isOpen(
        'VERIFYING_SCHOOL_UNKNOWN',
        'The registry does not have the school that it is listed for.',
        [id, entry.school],
      ),
    };
  const name = schoolNameOn(school, today) ?? school.names[0].text;
  const nameThen = schoolNameOn(school, on);
  const issuer: IssuerFound = {
    id,
    school: school.id,
    name: campus === undefined ? name : `${name}, ${campus.name}`,
    country: campus?.country ?? school.country,
    ...(entry.campus === undefined ? {} : { campus: entry.campus }),
    ...(nameThen === undefined || nameThen === name ? {} : { nameThen }),
  };
  return { finding: passes(`The identifier is that of ${issuer.name}.`, [id, school.id]), issuer };
}
