import { ROLE_NAMES } from '$lib/account/role-words.ts';

/** For what somebody can be invited there: operators are of the platform's own organisation. */
export const rolesOffered = (kind: string): readonly string[] =>
  ROLE_NAMES.filter((role) => role !== 'operator' || kind === 'platform');
