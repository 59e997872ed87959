import type { RowCondition } from '@testamur/services/authorising';

const OF_ORGANISATION = 'organisation_id = (SELECT fence.organisation())';
const ACTOR = '(SELECT fence.actor())';
const NOW = '(SELECT fence.instant())';

/** Each condition of the matrix as SQL over one row. What does not depend on the row stands in a sub-select, so that it is asked once per statement. */
export const ROW_CONDITIONS_IN_SQL: Readonly<Record<RowCondition, string>> = {
  everyone: 'true',
  'of-organisation': OF_ORGANISATION,
  'of-self': `organisation_id = ${ACTOR}`,
  'about-self': `person_id = ${ACTOR}`,
  'member-self': `${OF_ORGANISATION} AND person_id = ${ACTOR}`,
  'account-self': `${OF_ORGANISATION} AND account_id = ${ACTOR}`,
  'to-self': `to_person_id = ${ACTOR}`,
  'from-self': `${OF_ORGANISATION} AND from_person_id = ${ACTOR}`,
  'public-organisation': "kind <> 'personal'",
  'newcomer-person': `organisation_id = person_id AND created_at = ${NOW}`,
  'newcomer-tenant': `kind = 'personal' AND created_at = ${NOW}`,
  'newcomer-own': 'organisation_id = person_id AND fence.is_newcomer_now(organisation_id)',
  'presented-passkey': 'credential_hash = (SELECT fence.token_hash())',
  'of-presented-passkey': `organisation_id IN (SELECT fence.passkey_people()) AND begun_at = ${NOW}`,
  'presented-session': 'token_hash = (SELECT fence.token_hash())',
  'presented-code': 'code_hash = (SELECT fence.token_hash())',
  'of-presented-code': `organisation_id IN (SELECT fence.code_people()) AND begun_at = ${NOW}`,
  'presented-key': 'key_hash = (SELECT fence.token_hash())',
  'of-presented-key': 'account_id IN (SELECT fence.key_accounts())',
  'presented-token': 'token_hash = (SELECT fence.token_hash())',
  'founding-organisation': `kind NOT IN ('personal', 'platform') AND created_by = ${ACTOR} AND created_at = ${NOW}`,
  'founding-member': `person_id = ${ACTOR} AND fence.is_founded_now(organisation_id)`,
  'founding-platform': `kind = 'platform' AND created_at = ${NOW} AND (SELECT fence.platform()) IS NULL`,
  'of-platform': 'organisation_id = (SELECT fence.platform())',
  'presented-invitation': `token_hash = (SELECT fence.token_hash()) AND organisation_id = (SELECT fence.invited_organisation())`,
  'invited-member': `organisation_id = (SELECT fence.invited_organisation()) AND person_id = ${ACTOR}`,
  'invited-role': `organisation_id = (SELECT fence.invited_organisation()) AND person_id = ${ACTOR} AND role IN ('member', (SELECT fence.invited_role()))`,
  unconflicted: `${OF_ORGANISATION} AND NOT fence.has_interest(subject_id)`,
  'requested-by-self': `${OF_ORGANISATION} AND requested_by = ${ACTOR}`,
  'request-of-another': `${OF_ORGANISATION} AND person_id = ${ACTOR} AND fence.requested_by_another(request_id)`,
  'notice-to-self': `recipient_id = ${ACTOR} AND channel = 'portal'`,
  recipient: 'fence.is_recipient(person_id)',
  'webhook-of-organisation': `${OF_ORGANISATION} AND channel = 'webhook'`,
  'use-by-self': `${OF_ORGANISATION} AND used_by = ${ACTOR} AND used_at = ${NOW} AND fence.is_approved(request_id)`,
  'announced-now': `${OF_ORGANISATION} AND act = (SELECT fence.act()) AND recorded_at = ${NOW}`,
  'announced-by-self': `${OF_ORGANISATION} AND person_id = ${ACTOR}`,
};
