import { ok } from '@testamur/engines/kernel';
import { listEvents, listOwnEvents } from '@testamur/services/auditing';
import {
  type ActName,
  decideApproval,
  listApprovalPolicies,
  listApprovals,
  type MemberRole,
  NOBODY,
  type Request,
  requestApproval,
  setApprovalPolicy,
} from '@testamur/services/authorising';
import * as identifying from '@testamur/services/identifying';
import * as institutions from '@testamur/services/institutions';
import * as messaging from '@testamur/services/messaging';
import * as operating from '@testamur/services/operating';
import * as people from '@testamur/services/people';
import * as privacy from '@testamur/services/privacy';
import * as publishing from '@testamur/services/publishing';
import * as working from '@testamur/services/working';
import {
  backFrom,
  ISSUER,
  type Shown,
  type SignedInPerson,
  TRUSTED_PROVIDERS,
  TRUSTING,
} from './passkeys.fixture.ts';
import { LATER, type TestPlatform } from './platform.fixture.ts';
import { assertionOf, BELIEVING, PUBLIC_JWK } from './programs.fixture.ts';
import { type Furnished, PERSONAL_MESSAGE, type World } from './world.fixture.ts';

export type Attempt = {
  readonly platform: TestPlatform;
  readonly request: Request;
  /** The house on whose records the act is tried. */
  readonly house: Furnished;
  readonly role: string;
  readonly world: World;
};
type Outcome = Promise<
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string } }
>;

const CONSENT = { purpose: 'research', language: 'en' } as const;
const PAGE = { after: 0, limit: 10 };
const actorOf = ({ request: { actor } }: Attempt): string => ('id' in actor ? actor.id : '');
/** In a person's own tenant there is another message than in the house. */
const messageOf = ({ request, world, house }: Attempt): string =>
  request.organisation === world.personalTenant ? PERSONAL_MESSAGE : house.message;
const lentRole = (role: string): MemberRole =>
  role === 'administrator' || role === 'approver' || role === 'auditor' || role === 'operator'
    ? role
    : 'officer';

const PLACE = { device: 'a test', isShared: true };
/** With a provider that is believed; finding it is an act of its own, tried by itself. */
const providing = ({ platform, house }: Attempt) => ({
  ...platform,
  providers: TRUSTED_PROVIDERS,
  unitOfWork: ((act, request, work) =>
    act === 'identifying.find-provider'
      ? Promise.resolve(
          ok({
            providerId: house.organisation,
            issuer: ISSUER,
            clientId: 'testamur',
            clientSecret: '',
          } as never),
        )
      : platform.unitOfWork(act, request, work)) as TestPlatform['unitOfWork'],
});
const trusting = ({ platform }: Attempt) => ({ ...platform, passkeys: TRUSTING });

/** The actor's own passkeys and session; those of somebody else for whoever is no person. */
function own(attempt: Attempt): SignedInPerson {
  const [somebody] = attempt.world.signedIn.values();
  const found = attempt.world.signedIn.get(actorOf(attempt)) ?? somebody;
  if (!found) throw new Error('nobody is signed in');
  return found;
}

function shown(attempt: Attempt): { readonly answer: Shown; readonly origin: string } {
  const { credentialId, personId } = own(attempt);
  return { answer: { credentialId, personId, nonce: attempt.platform.newId() }, origin: '' };
}

/** One way to try each act. A new act does not type-check until it is here, and so is in the matrix test. */
export const TRY: Readonly<Record<ActName, (attempt: Attempt) => Outcome>> = {
  'institutions.found-platform': ({ platform, request }) =>
    institutions.foundPlatform(platform, request, { name: 'Another', expiresAt: LATER }),
  'institutions.register-organisation': ({ platform, request }) =>
    institutions.registerOrganisation(platform, request, {
      kind: 'research',
      name: 'New',
      country: 'KE',
      knownAs: 'N',
    }),
  'institutions.show-organisation': ({ platform, request, house }) =>
    institutions.showOrganisation(platform, request, house.organisation),
  'institutions.find-organisations': ({ platform, request }) =>
    institutions.findOrganisations(platform, request, { words: 'fictional', limit: 5 }),
  'institutions.verify-organisation': ({ platform, request, world }) =>
    institutions.verifyOrganisation(platform, request, {
      subject: world.inviting.organisation,
      method: 'in-person',
      evidence: 'seen',
    }),
  'institutions.withdraw-verification': ({ platform, request, world }) =>
    institutions.withdrawVerification(platform, request, {
      verificationId: world.platformHouse.verification ?? '',
      reason: 'wrong',
    }),
  'institutions.claim-parent': ({ platform, request, world }) =>
    institutions.claimParent(platform, request, world.inviting.organisation),
  'institutions.confirm-child': ({ platform, request, house }) =>
    institutions.confirmChild(platform, request, house.claimant),
  'people.register-person': ({ platform, request }) =>
    people.registerPerson(platform, request, { displayName: 'New', language: 'en' }),
  'people.show-profile': ({ platform, request }) => people.showProfile(platform, request),
  'people.correct-profile': (attempt) =>
    people.correctProfile(attempt.platform, attempt.request, {
      personId: actorOf(attempt) || attempt.world.personalTenant,
      displayName: 'Corrected',
      language: 'fr',
    }),
  'people.list-memberships': ({ platform, request }) => people.listMemberships(platform, request),
  'people.list-members': ({ platform, request }) => people.listMembers(platform, request),
  'people.invite-member': ({ platform, request }) =>
    people.inviteMember(platform, request, { role: 'administrator', invitedAs: 'z', expiresAt: LATER }),
  'people.list-invitations': ({ platform, request }) => people.listInvitations(platform, request),
  'people.withdraw-invitation': ({ platform, request, house }) =>
    people.withdrawInvitation(platform, request, house.invitation),
  'people.show-invitation': ({ platform, request, world }) =>
    people.showInvitation(platform, { ...request, secret: world.inviting.secret }),
  'people.accept-invitation': ({ platform, request, world }) =>
    people.acceptInvitation(platform, { ...request, secret: world.inviting.secret }, { knownAs: 'z' }),
  'people.assign-role': ({ platform, request, house }) =>
    people.assignRole(platform, request, { personId: house.target, role: 'administrator' }),
  'people.withdraw-role': ({ platform, request, house }) =>
    people.withdrawRole(platform, request, { personId: house.target, role: 'officer' }),
  'people.end-membership': ({ platform, request, house }) =>
    people.endMembership(platform, request, { personId: house.target }),
  'people.delegate-role': ({ platform, request, house, role }) =>
    people.delegateRole(platform, request, {
      to: house.target,
      role: lentRole(role),
      startsAt: request.at,
      endsAt: LATER,
    }),
  'people.revoke-delegation': (attempt) =>
    people.revokeDelegation(
      attempt.platform,
      attempt.request,
      attempt.house.delegations.get(actorOf(attempt)) ?? [...attempt.house.delegations.values()][0] ?? '',
    ),
  'people.list-delegations': ({ platform, request }) => people.listDelegations(platform, request),
  'people.declare-interest': ({ platform, request, world }) =>
    people.declareInterest(platform, request, {
      subject: world.inviting.organisation,
      nature: 'family',
      statement: 'a sister',
    }),
  'people.list-interests': ({ platform, request }) => people.listInterests(platform, request),
  'people.create-service-account': ({ platform, request }) =>
    people.createServiceAccount(platform, request, { name: 'p', scopes: ['auditing.list-events'] }),
  'people.disable-service-account': ({ platform, request, house }) =>
    people.disableServiceAccount(platform, request, house.account),
  'people.list-service-accounts': ({ platform, request }) => people.listServiceAccounts(platform, request),
  'identifying.begin-account': (attempt) => {
    const personId = attempt.platform.newId();
    return identifying.beginAccount(trusting(attempt), attempt.request, {
      ...{ personId, displayName: 'New', language: 'en', label: 'a passkey', place: PLACE },
      passkey: { answer: { credentialId: personId, personId, nonce: personId }, origin: '' },
    });
  },
  'identifying.sign-in-with-passkey': (attempt) =>
    identifying.signInWithPasskey(trusting(attempt), attempt.request, { ...shown(attempt), place: PLACE }),
  'identifying.resume-session': (attempt) =>
    identifying.resumeSession(attempt.platform, { ...attempt.request, secret: own(attempt).secret }),
  'identifying.prove-again': (attempt) =>
    identifying.proveAgain(trusting(attempt), attempt.request, {
      ...shown(attempt),
      sessionId: own(attempt).sessionId,
    }),
  'identifying.list-passkeys': ({ platform, request }) => identifying.listPasskeys(platform, request),
  'identifying.add-passkey': (attempt) =>
    identifying.addPasskey(trusting(attempt), attempt.request, {
      ...{ answer: { credentialId: 'third', personId: '', nonce: 'n' }, origin: '', label: 'third' },
    }),
  'identifying.remove-passkey': (attempt) =>
    identifying.removePasskey(attempt.platform, attempt.request, own(attempt).passkeyId),
  'identifying.list-sessions': ({ platform, request }) => identifying.listSessions(platform, request),
  'identifying.revoke-session': (attempt) =>
    identifying.revokeSession(attempt.platform, attempt.request, own(attempt).sessionId),
  'identifying.show-recovery': ({ platform, request }) => identifying.showRecovery(platform, request),
  'identifying.make-recovery-codes': ({ platform, request }) =>
    identifying.makeRecoveryCodes(platform, request),
  'identifying.sign-in-with-code': (attempt) =>
    identifying.signInWithCode(attempt.platform, attempt.request, { code: own(attempt).code, place: PLACE }),
  'identifying.ask-for-link': ({ platform, request }) =>
    identifying.askForLink(platform, request, { mail: 'test@example.org', browserSecret: 'a browser' }),
  'identifying.sign-in-with-link': ({ platform, request, world }) =>
    identifying.signInWithLink(platform, request, { ...world.link, place: PLACE }),
  'identifying.set-provider': ({ platform, request }) =>
    identifying.setProvider(platform, request, {
      issuer: ISSUER,
      clientId: 'other',
      clientSecret: 'a secret',
    }),
  'identifying.end-provider': ({ platform, request }) => identifying.endProvider(platform, request),
  'identifying.list-providers': ({ platform, request }) => identifying.listProviders(platform, request),
  'identifying.find-provider': ({ platform, request, house }) =>
    identifying.findProvider(platform, request, house.organisation),
  'identifying.sign-in-with-identity': (attempt) =>
    identifying.signInWithIdentity(providing(attempt), attempt.request, {
      ...{ ...backFrom(attempt.house.organisation, 'sign-in', own(attempt).personId), place: PLACE },
    }),
  'identifying.link-identity': (attempt) =>
    identifying.linkIdentity(
      providing(attempt),
      attempt.request,
      backFrom(attempt.house.organisation, 'link', `another of ${own(attempt).personId}`),
    ),
  'identifying.unlink-identity': (attempt) =>
    identifying.unlinkIdentity(attempt.platform, attempt.request, own(attempt).identityId),
  'identifying.list-identities': ({ platform, request }) => identifying.listIdentities(platform, request),
  'identifying.begin-recovery': ({ platform, request }) => identifying.beginRecovery(platform, request),
  'identifying.cancel-recovery': ({ platform, request }) => identifying.cancelRecovery(platform, request),
  'identifying.finish-recovery': (attempt) =>
    identifying.finishRecovery(attempt.platform, attempt.request, own(attempt).sessionId),
  'identifying.add-account-key': ({ platform, request, house }) =>
    identifying.addAccountKey(platform, request, { accountId: house.account, publicJwk: PUBLIC_JWK }),
  'identifying.retire-account-key': ({ platform, request, house }) =>
    identifying.retireAccountKey(platform, request, { keyId: house.key, until: LATER }),
  'identifying.list-account-keys': ({ platform, request }) => identifying.listAccountKeys(platform, request),
  'identifying.grant-token': ({ platform, request, world }) =>
    identifying.grantToken({ ...platform, assertions: BELIEVING }, request, assertionOf(world.school)),
  'identifying.resume-token': ({ platform, request, world }) =>
    identifying.resumeToken(platform, { ...request, secret: world.school.token }),
  'authorising.set-approval-policy': ({ platform, request }) =>
    setApprovalPolicy(platform, request, { act: 'people.assign-role', approvals: 2 }),
  'authorising.list-approval-policies': ({ platform, request }) => listApprovalPolicies(platform, request),
  'authorising.request-approval': ({ platform, request }) =>
    requestApproval(platform, request, { act: 'people.assign-role', content: { n: 2 }, expiresAt: LATER }),
  'authorising.decide-approval': ({ platform, request, house }) =>
    decideApproval(platform, request, { requestId: house.request, approves: true, reason: 'fine' }),
  'authorising.list-approvals': ({ platform, request }) => listApprovals(platform, request),
  'publishing.publish-packs': ({ platform, request }) =>
    publishing.publishPacks(platform, request, {
      ruleBase: `sha256:${'a'.repeat(64)}`,
      publishedOn: '2026-11-22',
      packs: [{ pack: 'gb', version: '1.0.0', sha256: 'b'.repeat(64) }],
    }),
  'publishing.change-log-key': ({ platform, request }) =>
    publishing.changeLogKey(platform, request, {
      from: 'example.org/log+00000001+AQ',
      to: 'example.org/log+00000002+AQ',
    }),
  'publishing.list-leaves': ({ platform, request }) =>
    publishing.listLeaves(platform, request, { limit: 10 }),
  'publishing.list-growth': ({ platform, request }) => publishing.listGrowth(platform, request),
  'publishing.find-leaf': ({ platform, request, world }) =>
    publishing.findLeaf(platform, request, world.leaf),
  'operating.halt-acts': ({ platform, request }) =>
    operating.haltActs(platform, request, { scope: 'issuing', reason: 'a wrong clause' }),
  'operating.lift-halt': ({ platform, request }) => operating.liftHalt(platform, request),
  'operating.halt-at-machine': ({ platform, request }) =>
    operating.haltAtMachine(platform, request, { scope: 'writes', reason: 'a full disk' }),
  'operating.lift-at-machine': ({ platform, request }) => operating.liftAtMachine(platform, request),
  'auditing.list-events': ({ platform, request }) => listEvents(platform, request, PAGE),
  'auditing.list-own-events': ({ platform, request }) => listOwnEvents(platform, request, PAGE),
  'privacy.export-own-data': ({ platform, request }) => privacy.exportOwnData(platform, request),
  'privacy.export-person': ({ platform, request, world }) =>
    privacy.exportPerson(platform, request, { personId: world.personalTenant, reason: 'by letter' }),
  'privacy.erase-self': (attempt) =>
    privacy.eraseSelf(attempt.platform, attempt.request, { personId: actorOf(attempt) || NOBODY }),
  'privacy.erase-person': ({ platform, request, world }) =>
    privacy.erasePerson(platform, request, { personId: world.personalTenant, reason: 'by letter' }),
  'privacy.restrict-processing': ({ platform, request }) => privacy.restrictProcessing(platform, request),
  'privacy.lift-restriction': ({ platform, request }) => privacy.liftRestriction(platform, request),
  'privacy.show-restriction': ({ platform, request }) => privacy.showRestriction(platform, request),
  'privacy.send-request': ({ platform, request }) =>
    privacy.sendRequest(platform, request, { kind: 'objection', statement: 'I object' }),
  'privacy.list-own-requests': ({ platform, request }) => privacy.listOwnRequests(platform, request),
  'privacy.list-requests': ({ platform, request }) => privacy.listRequests(platform, request),
  'privacy.decide-request': ({ platform, request, world }) =>
    privacy.decideRequest(platform, request, {
      requestId: world.privacy.open,
      grants: false,
      reason: 'not yet',
    }),
  'privacy.review-refusal': ({ platform, request, world }) =>
    privacy.reviewRefusal(platform, request, {
      requestId: world.privacy.refused,
      upholds: false,
      reason: 'she is right',
    }),
  'privacy.give-consent': ({ platform, request }) => privacy.giveConsent(platform, request, CONSENT),
  'privacy.withdraw-consent': ({ platform, request }) => privacy.withdrawConsent(platform, request, CONSENT),
  'privacy.list-consents': ({ platform, request }) => privacy.listConsents(platform, request),
  'messaging.list-preferences': ({ platform, request }) => messaging.listPreferences(platform, request),
  'messaging.set-preference': ({ platform, request }) =>
    messaging.setPreference(platform, request, {
      kind: 'approval-decided',
      channel: 'mail',
      isWanted: false,
    }),
  'messaging.list-notices': ({ platform, request }) => messaging.listNotices(platform, request),
  'messaging.take-message': (attempt) =>
    messaging.takeMessage(attempt.platform, attempt.request, messageOf(attempt)),
  'messaging.settle-message': (attempt) =>
    messaging.settleMessage(attempt.platform, attempt.request, {
      messageId: messageOf(attempt),
      outcome: { kind: 'failed', why: 'MAIL_UNREACHABLE', isFinal: false },
    }),
  'messaging.add-endpoint': ({ platform, request }) =>
    messaging.addEndpoint(platform, request, {
      url: 'https://other.example/hook',
      kinds: ['people.assign-role'],
    }),
  'messaging.change-endpoint': ({ platform, request, house }) =>
    messaging.changeEndpoint(platform, request, { endpointId: house.endpoint, state: 'stopped' }),
  'messaging.rotate-secret': ({ platform, request, house }) =>
    messaging.rotateSecret(platform, request, house.endpoint),
  'messaging.list-endpoints': ({ platform, request }) => messaging.listEndpoints(platform, request),
  'messaging.list-deliveries': ({ platform, request, house }) =>
    messaging.listDeliveries(platform, request, house.endpoint),
  'messaging.resend-delivery': ({ platform, request, house }) =>
    messaging.resendDelivery(platform, request, house.delivery),
  'working.list-jobs': ({ platform, request }) => working.listJobs(platform, request),
  'working.show-job': ({ platform, request, house }) => working.showJob(platform, request, house.job),
  'working.retry-job': ({ platform, request, house }) => working.retryJob(platform, request, house.job),
};
