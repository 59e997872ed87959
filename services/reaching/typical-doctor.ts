import type { Dossier, Vocabulary } from '@testamur/engines/recognition';

export type Standing = {
  /** Country of the school. */
  readonly school: string;
  readonly citizenship: string;
  /** The year of graduation. */
  readonly graduated: number;
};

/**
 * Who is asked about: a doctor who lives where she is a citizen, with one complete degree in conventional medicine that was taught, awarded
 * and opens the profession in one country, from a school in the World Directory; no examination, post, licence or paper since. What
 * else a rule asks is not said, so that it is unknown and not assumed.
 */
export function typicalDoctor({ school, citizenship, graduated }: Standing, vocabulary: Vocabulary): Dossier {
  const year = String(graduated);
  const none = { complete: true, entries: [] };
  const lists = [...vocabulary.sections.values()].filter(({ kind }) => kind === 'list');
  return {
    ...Object.fromEntries(lists.map(({ section }) => [section, none])),
    person: { citizenships: [citizenship], residences: [citizenship], euTreatment: false },
    qualifications: [
      {
        id: 'degree',
        level: 'primary',
        awardingCountry: school,
        teachingCountries: [school],
        clinicalCountries: [school],
        graduatedOn: year,
        awardedOn: year,
        complete: true,
        allopathic: true,
        distanceLearning: false,
        inWorldDirectory: true,
        entitlesToPractiseAtHome: true,
      },
    ],
  } as Dossier;
}
