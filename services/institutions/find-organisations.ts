import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, readLine, unusable } from '../authorising/index.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';
import type { OrganisationFound } from './institution-store.ts';

const MOST = 50;

export type OrganisationsWanted = {
  /** A part of the name, in either case; all where absent. */
  readonly words?: string;
  /** Only those whom nobody vouches for. */
  readonly standing?: 'unverified';
  /** At most 50, by name. */
  readonly limit: number;
};

/** Organisations to choose from: which one ours is part of, in which one has an interest, which ones wait to be verified. Nobody's own tenant is found. */
export async function findOrganisations(
  platform: InstitutionPlatform,
  request: Request,
  wanted: OrganisationsWanted,
): Answer<readonly OrganisationFound[]> {
  const words = wanted.words === undefined ? undefined : readLine(wanted.words, 'name');
  if (words && !words.ok) return words;
  if (!Number.isInteger(wanted.limit) || wanted.limit < 1 || wanted.limit > MOST)
    return err(unusable('limit', `It must be 1 to ${MOST}.`));
  const { limit, standing } = wanted;
  return performAct(
    platform,
    { act: 'institutions.find-organisations', request, content: {} },
    async ({ institutions }) =>
      ok(await institutions.search({ words: words?.value, isUnverified: standing === 'unverified', limit })),
  );
}
