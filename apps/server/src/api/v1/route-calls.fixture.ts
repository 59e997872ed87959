import type { SignedInPerson } from '../../../../../adapters/postgres/contract/passkeys.fixture.ts';
import { AT, LATER } from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { PUBLIC_JWK } from '../../../../../adapters/postgres/contract/programs.fixture.ts';
import type { Furnished, World } from '../../../../../adapters/postgres/contract/world.fixture.ts';

export type Given = {
  readonly world: World;
  /** The house on whose records a route is tried. */
  readonly house: Furnished;
  /** Whose session, passkey and record are named in the address: the caller's own, or another person's. */
  readonly named: SignedInPerson;
  /** Never the same twice. */
  readonly nonce: string;
};
type Sent = { readonly params?: Readonly<Record<string, string>>; readonly body?: unknown };

const shown = ({ named: { credentialId, personId }, nonce }: Given) => ({ credentialId, personId, nonce });
const language = 'en';

/** One way to call each route. A new route does not pass until it is here, and so is walked by every role. */
export const CALLS: Readonly<Record<string, (given: Given) => Sent>> = {
  'POST /session/challenge': () => ({}),
  'POST /session': (given) => ({ body: { answer: shown(given), isShared: false } }),
  'GET /session': () => ({}),
  'DELETE /session': () => ({}),
  'POST /session/proof/challenge': () => ({}),
  'POST /session/proof': (given) => ({ body: { answer: shown(given) } }),
  'POST /invitation': ({ world }) => ({ body: { secret: world.inviting.secret } }),
  'POST /account/memberships': ({ world }) => ({ body: { secret: world.inviting.secret, knownAs: 'A' } }),
  'POST /account/challenge': () => ({ body: { displayName: 'New' } }),
  'POST /account': ({ nonce }) => ({
    body: {
      ...{ personId: nonce, displayName: 'New', language, isShared: false },
      answer: { credentialId: nonce, personId: nonce, nonce },
    },
  }),
  'GET /account/profile': () => ({}),
  'PUT /account/profile': ({ named }) => ({
    body: { personId: named.personId, displayName: 'Changed', language },
  }),
  'GET /account/memberships': () => ({}),
  'GET /account/events': () => ({}),
  'GET /account/sessions': () => ({}),
  'DELETE /account/sessions/:session': ({ named }) => ({ params: { session: named.sessionId } }),
  'POST /session/code': ({ named }) => ({ body: { code: named.code, isShared: false } }),
  'POST /session/link/request': () => ({ body: { mail: 'test@example.org' } }),
  'POST /session/link': ({ world }) => ({ body: { secret: world.link.secret, isShared: false } }),
  'GET /organisations/:organisation/identity-providers': () => ({}),
  'PUT /organisations/:organisation/identity-providers': () => ({
    body: { issuer: 'https://id.example', clientId: 'testamur', clientSecret: 'a secret' },
  }),
  'DELETE /organisations/:organisation/identity-providers': () => ({}),
  'POST /session/provider/begin': ({ house }) => ({ body: { organisation: house.organisation } }),
  'POST /session/provider': () => ({ body: { query: '?code=c&state=s', isShared: false } }),
  'POST /account/identities/begin': ({ house }) => ({ body: { organisation: house.organisation } }),
  'POST /account/identities': ({ house, named }) => ({
    body: { query: `?code=${named.personId}&state=${house.organisation}.link.x` },
  }),
  'GET /account/identities': () => ({}),
  'DELETE /account/identities/:identity': ({ named }) => ({ params: { identity: named.identityId } }),
  'GET /account/recovery': () => ({}),
  'POST /account/recovery/codes': () => ({}),
  'POST /account/recovery': () => ({}),
  'DELETE /account/recovery': () => ({}),
  'POST /account/recovery/end': () => ({}),
  'GET /organisations': () => ({}),
  'POST /organisations': () => ({
    body: { kind: 'research', name: 'New', country: 'KE', knownAs: 'N' },
  }),
  'GET /organisations/:organisation': () => ({}),
  'POST /organisations/:organisation/parents': ({ world }) => ({
    body: { parent: world.inviting.organisation },
  }),
  'POST /organisations/:organisation/children': ({ house }) => ({ body: { child: house.claimant } }),
  'POST /organisations/:organisation/verifications': ({ world }) => ({
    body: { subject: world.inviting.organisation, method: 'in-person', evidence: 'seen' },
  }),
  'PUT /organisations/:organisation/verifications/:verification/end': ({ world }) => ({
    ...{ params: { verification: world.platformHouse.verification ?? '' }, body: { reason: 'wrong' } },
  }),
  'GET /organisations/:organisation/members': () => ({}),
  'GET /organisations/:organisation/invitations': () => ({}),
  'POST /organisations/:organisation/invitations': () => ({
    body: { role: 'officer', invitedAs: 'z', expiresAt: LATER },
  }),
  'DELETE /organisations/:organisation/invitations/:invitation': ({ house }) => ({
    params: { invitation: house.invitation },
  }),
  'POST /organisations/:organisation/roles': ({ house }) => ({
    body: { personId: house.target, role: 'approver' },
  }),
  'DELETE /organisations/:organisation/members/:member/roles/:role': ({ house }) => ({
    params: { member: house.target, role: 'officer' },
  }),
  'DELETE /organisations/:organisation/members/:member': ({ house }) => ({
    params: { member: house.target },
  }),
  'GET /organisations/:organisation/delegations': () => ({}),
  'POST /organisations/:organisation/delegations': ({ house, named }) => ({
    body: {
      ...{ to: house.target, startsAt: AT, endsAt: LATER },
      role: [...house.delegations.keys()].indexOf(named.personId) === 0 ? 'administrator' : 'officer',
    },
  }),
  'DELETE /organisations/:organisation/delegations/:delegation': ({ house, named }) => ({
    params: {
      delegation: house.delegations.get(named.personId) ?? [...house.delegations.values()][0] ?? '',
    },
  }),
  'GET /organisations/:organisation/interests': () => ({}),
  'POST /organisations/:organisation/interests': ({ world }) => ({
    body: { subject: world.school.organisation, nature: 'family', statement: 'a sister' },
  }),
  'GET /organisations/:organisation/approval-policies': () => ({}),
  // One that nobody needs here: a policy for another act would stop the calls that come later.
  'PUT /organisations/:organisation/approval-policies': () => ({
    body: { act: 'publishing.publish-packs', approvals: 2 },
  }),
  'GET /organisations/:organisation/approvals': () => ({}),
  'POST /organisations/:organisation/approvals': () => ({
    body: { act: 'people.assign-role', content: { n: 2 }, expiresAt: LATER },
  }),
  'POST /organisations/:organisation/approvals/:approval/decision': ({ house }) => ({
    ...{ params: { approval: house.request }, body: { approves: true, reason: 'fine' } },
  }),
  'GET /organisations/:organisation/programs': () => ({}),
  'POST /organisations/:organisation/programs': () => ({
    body: { name: 'Another', scopes: ['auditing.list-events'] },
  }),
  'DELETE /organisations/:organisation/programs/:program': ({ house }) => ({
    params: { program: house.account },
  }),
  'GET /organisations/:organisation/program-keys': () => ({}),
  'POST /organisations/:organisation/program-keys': ({ house }) => ({
    body: { accountId: house.account, publicJwk: PUBLIC_JWK },
  }),
  'PUT /organisations/:organisation/program-keys/:key/end': ({ house }) => ({
    ...{ params: { key: house.key }, body: {} },
  }),
  'GET /account/preferences': () => ({}),
  'PUT /account/preferences': () => ({
    body: { kind: 'approval-decided', channel: 'mail', isWanted: false },
  }),
  'GET /account/notices': () => ({}),
  'GET /organisations/:organisation/endpoints': () => ({}),
  'POST /organisations/:organisation/endpoints': () => ({
    body: { url: 'https://other.example/hook', kinds: ['people.assign-role'] },
  }),
  'PUT /organisations/:organisation/endpoints/:endpoint': ({ house }) => ({
    ...{ params: { endpoint: house.endpoint }, body: { state: 'stopped' } },
  }),
  'POST /organisations/:organisation/endpoints/:endpoint/secret': ({ house }) => ({
    params: { endpoint: house.endpoint },
  }),
  'GET /organisations/:organisation/endpoints/:endpoint/deliveries': ({ house }) => ({
    params: { endpoint: house.endpoint },
  }),
  'POST /organisations/:organisation/deliveries/:message/again': ({ house }) => ({
    params: { message: house.delivery },
  }),
  'GET /account/export': () => ({}),
  'GET /account/restriction': () => ({}),
  'POST /account/restriction': () => ({}),
  'DELETE /account/restriction': () => ({}),
  'POST /account/erasure': ({ named }) => ({ body: { personId: named.personId } }),
  'GET /account/consents': () => ({}),
  'POST /account/consents': () => ({ body: { purpose: 'research', language } }),
  'POST /account/consents/withdrawal': () => ({ body: { purpose: 'research', language } }),
  'GET /account/requests': () => ({}),
  'POST /account/requests': () => ({ body: { kind: 'objection', statement: 'I object' } }),
  'GET /organisations/:organisation/privacy-requests': () => ({}),
  'POST /organisations/:organisation/privacy-requests/:request/decision': ({ world }) => ({
    ...{ params: { request: world.privacy.open }, body: { grants: true, reason: 'as asked' } },
  }),
  'POST /organisations/:organisation/privacy-requests/:request/review': ({ world }) => ({
    ...{ params: { request: world.privacy.refused }, body: { upholds: false, reason: 'not needed' } },
  }),
  'GET /account/passkeys': () => ({}),
  'POST /account/passkeys/challenge': () => ({}),
  'POST /account/passkeys': (given) => ({
    body: { label: 'third', answer: { ...shown(given), credentialId: given.nonce } },
  }),
  'DELETE /account/passkeys/:passkey': ({ named }) => ({ params: { passkey: named.passkeyId } }),
};
