/** What is to be done, in a sentence: the approver decides about exactly this. */
import { tellRole } from '$lib/account/role-words.ts';
import type { Language } from '$lib/language/language.ts';
import { type Approval, type Member, nameOfMember } from './organisation-view.ts';
import { tellMethod } from './words.ts';

type Known = Pick<Language, 'say' | 'day'> & { readonly members: readonly Member[] | undefined };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Nothing for acts that are not done on this page: those are shown as they were sent. */
export function describeDeed(
  { act, content, requestedBy }: Approval,
  { say, day, members }: Known,
): string | undefined {
  const role = tellRole(text(content['role']), say);
  switch (act) {
    case 'people.invite-member': {
      const until = day(text(content['expiresAt']).slice(0, 10));
      const { address } = (content['mail'] ?? {}) as { readonly address?: unknown };
      const name = [text(content['invitedAs']), ...(address === undefined ? [] : [text(address)])].join(', ');
      return say('organisations.deed.invite', { name, role, until });
    }
    case 'people.assign-role':
      return say('organisations.deed.assign', {
        name: nameOfMember(members, text(content['personId'])),
        role,
      });
    case 'people.delegate-role':
      return say('organisations.deed.lend', {
        ...{ from: nameOfMember(members, requestedBy), to: nameOfMember(members, text(content['to'])), role },
        until: day(text(content['endsAt']).slice(0, 10)),
      });
    case 'institutions.verify-organisation':
      return say('organisations.deed.verify', {
        method: tellMethod(text(content['method']), say),
        evidence: text(content['evidence']),
      });
    case 'people.create-service-account': {
      const scopes = Array.isArray(content['scopes']) ? content['scopes'].map(text).join(', ') : '';
      return say('organisations.deed.program', { name: text(content['name']), scopes });
    }
    case 'identifying.set-provider':
      return say('organisations.deed.provider', {
        ...{ issuer: text(content['issuer']), client: text(content['clientId']) },
      });
    default:
      return undefined;
  }
}

/** Where an approved act is carried out from this page: the body that was approved is sent there. */
export const PATHS: Readonly<Record<string, string>> = {
  'people.invite-member': 'invitations',
  'people.assign-role': 'roles',
  'people.delegate-role': 'delegations',
  'institutions.verify-organisation': 'verifications',
  'messaging.add-endpoint': 'endpoints',
  'people.create-service-account': 'programs',
};
