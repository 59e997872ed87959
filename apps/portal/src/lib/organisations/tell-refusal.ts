import type { Problem } from '@testamur/engines/kernel';
import { tellProblem } from '$lib/account/problem-words.ts';
import type { Say } from '$lib/language/language.ts';
import type { MessageKey } from '$lib/language/messages.ts';

/** What is refused in an organisation, in the language of the page; the rest is told as everywhere in an account. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  AUTHORISING_APPROVAL_UNFIT: 'organisations.problem.unfit',
  AUTHORISING_CONFLICT: 'organisations.problem.conflict',
  AUTHORISING_HALTED: 'organisations.problem.halted',
  AUTHORISING_OWN_GAIN: 'organisations.problem.ownGain',
  AUTHORISING_OWN_REQUEST: 'organisations.problem.ownRequest',
  INSTITUTIONS_CONFLICT_OF_INTEREST: 'organisations.problem.interest',
  INSTITUTIONS_NOT_CLAIMED: 'organisations.problem.notClaimed',
  INSTITUTIONS_NOT_FOUND: 'organisations.problem.notFound',
  PEOPLE_ALREADY_MEMBER: 'organisations.problem.hasRole',
  PEOPLE_LAST_ADMINISTRATOR: 'organisations.problem.lastAdministrator',
  PEOPLE_NOT_FOUND: 'organisations.problem.notFound',
  PEOPLE_NOT_HELD: 'organisations.problem.notHeld',
};

export function tellRefusal(problem: Pick<Problem, 'code' | 'message'>, say: Say): string {
  const key = WORDS[problem.code];
  return key === undefined ? tellProblem(problem, say) : say(key);
}
