const KEEPER = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** The same, with plans that the session keeps: these are asked by every statement. */
const KEPT = KEEPER.replace('LANGUAGE sql', 'LANGUAGE plpgsql');

/**
 * Who the actor is, found by the database itself: independent of what the service found. They read with the eyes of `testamur_keeper`
 * and tell only about the actor of the transaction.
 */
export const STANDING_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.holds(roles text[]) RETURNS boolean ${KEPT} AS $$
  DECLARE kind text := fence.setting('actor_kind');
  BEGIN
    IF kind IN ('anonymous', 'console', 'worker', 'person') AND kind = ANY (roles) THEN RETURN true; END IF;
    IF kind = 'service-account' THEN
      RETURN 'service-account' = ANY (roles) AND EXISTS (
        SELECT FROM service_accounts s
        WHERE s.organisation_id = fence.organisation() AND s.account_id = fence.actor()
          AND s.disabled_at IS NULL AND fence.act() = ANY (s.scopes));
    END IF;
    IF kind <> 'person' OR kind IS NULL THEN RETURN false; END IF;
    -- One's own roles first: they decide nearly always.
    IF EXISTS (
      SELECT FROM memberships m
        JOIN member_roles r ON r.organisation_id = m.organisation_id AND r.person_id = m.person_id
      WHERE m.organisation_id = fence.organisation() AND m.person_id = fence.actor() AND m.ended_at IS NULL
        AND r.role = ANY (roles))
    THEN RETURN true; END IF;
    RETURN EXISTS (
      SELECT FROM memberships m
        JOIN delegations d ON d.organisation_id = m.organisation_id AND d.to_person_id = m.person_id
        JOIN member_roles r ON r.organisation_id = d.organisation_id AND r.person_id = d.from_person_id AND r.role = d.role
        JOIN memberships f ON f.organisation_id = d.organisation_id AND f.person_id = d.from_person_id
      WHERE m.organisation_id = fence.organisation() AND m.person_id = fence.actor() AND m.ended_at IS NULL
        AND d.role = ANY (roles)
        AND d.revoked_at IS NULL AND d.starts_at <= fence.instant() AND fence.instant() < d.ends_at
        AND f.ended_at IS NULL);
  END $$;
  CREATE OR REPLACE FUNCTION fence.in_kind(wanted text) RETURNS boolean ${KEPT} AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM organisations o WHERE o.organisation_id = fence.organisation() AND o.kind = wanted);
  END $$;
  -- Nobody acts for somebody's own tenant as if it were an organisation.
  CREATE OR REPLACE FUNCTION fence.in_organisation() RETURNS boolean ${KEPT} AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM organisations o WHERE o.organisation_id = fence.organisation() AND o.kind <> 'personal');
  END $$;
  CREATE OR REPLACE FUNCTION fence.platform() RETURNS uuid ${KEEPER} AS $$
    SELECT o.organisation_id FROM organisations o WHERE o.kind = 'platform' ORDER BY o.created_at, o.organisation_id LIMIT 1 $$;
  CREATE OR REPLACE FUNCTION fence.halted(OUT scope text, OUT since timestamptz) ${KEEPER} AS $$
    SELECT h.scope, h.starts_at FROM halts h
    WHERE h.organisation_id = fence.platform() AND h.lifted_at IS NULL AND h.starts_at <= fence.instant()
    ORDER BY h.scope DESC, h.starts_at LIMIT 1 $$;
  CREATE OR REPLACE FUNCTION fence.is_founded_now(organisation uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM organisations o WHERE o.organisation_id = organisation
      AND o.created_by = fence.actor() AND o.created_at = fence.instant() AND o.kind NOT IN ('personal', 'platform')) $$;
  CREATE OR REPLACE FUNCTION fence.is_newcomer_now(organisation uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM organisations o WHERE o.organisation_id = organisation
      AND o.created_at = fence.instant() AND o.kind = 'personal') $$;
  -- Whose the presented passkey may be; the signature decides, which the database cannot check.
  CREATE OR REPLACE FUNCTION fence.passkey_people() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT p.organisation_id FROM passkeys p WHERE p.credential_hash = fence.token_hash() $$;
  CREATE OR REPLACE FUNCTION fence.code_people() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT c.organisation_id FROM recovery_codes c WHERE c.code_hash = fence.token_hash() AND c.used_at IS NULL $$;
  -- Who names the mail address that was presented; nobody has checked that it is hers.
  CREATE OR REPLACE FUNCTION fence.mail_people() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT p.organisation_id FROM people p WHERE p.mail_lookup = fence.setting('mail_lookup') $$;
  CREATE OR REPLACE FUNCTION fence.link_people() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT l.organisation_id FROM sign_in_links l WHERE l.token_hash = fence.token_hash() AND l.used_at IS NULL
      AND fence.instant() < l.expires_at $$;
  CREATE OR REPLACE FUNCTION fence.identity_people() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT i.organisation_id FROM identities i WHERE i.issuer = fence.setting('identity_issuer')
      AND i.subject_lookup = fence.setting('identity_lookup') $$;
  CREATE OR REPLACE FUNCTION fence.key_accounts() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT k.account_id FROM service_account_keys k WHERE k.key_hash = fence.token_hash()
      AND k.valid_from <= fence.instant() AND (k.valid_until IS NULL OR fence.instant() < k.valid_until) $$;
  CREATE OR REPLACE FUNCTION fence.invited_organisation() RETURNS uuid ${KEEPER} AS $$
    SELECT i.organisation_id FROM invitations i WHERE i.token_hash = fence.token_hash()
      AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND fence.instant() < i.expires_at $$;
  CREATE OR REPLACE FUNCTION fence.invited_role() RETURNS text ${KEEPER} AS $$
    SELECT i.role FROM invitations i WHERE i.token_hash = fence.token_hash()
      AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND fence.instant() < i.expires_at $$;
  CREATE OR REPLACE FUNCTION fence.has_interest(subject uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM interest_declarations d WHERE d.organisation_id = fence.organisation()
      AND d.person_id = fence.actor() AND d.subject_id = subject) $$;
  -- Whoever a message of the organisation is to that has not been settled yet.
  CREATE OR REPLACE FUNCTION fence.is_recipient(person uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM outbox o WHERE o.organisation_id = fence.organisation() AND o.recipient_id = person
      AND o.sent_at IS NULL AND o.withheld_at IS NULL) $$;
  CREATE OR REPLACE FUNCTION fence.requested_by_another(request uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM approval_requests r WHERE r.organisation_id = fence.organisation()
      AND r.request_id = request AND r.requested_by <> fence.actor() AND fence.instant() < r.expires_at) $$;
  CREATE OR REPLACE FUNCTION fence.refused_by_another(request uuid, person uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM privacy_decisions d WHERE d.organisation_id = fence.organisation() AND d.request_id = request
      AND d.person_id = person AND d.outcome = 'refusal-proposed' AND d.decided_by <> fence.actor()) $$;
  -- Organisations that would be left without an administrator if the actor went.
  CREATE OR REPLACE FUNCTION fence.sole_administrations() RETURNS SETOF uuid ${KEEPER} AS $$
    SELECT own.organisation_id FROM member_roles own
      JOIN memberships m ON m.organisation_id = own.organisation_id AND m.person_id = own.person_id AND m.ended_at IS NULL
    WHERE own.person_id = fence.actor() AND own.role = 'administrator' AND NOT EXISTS (
      SELECT FROM member_roles r
        JOIN memberships o ON o.organisation_id = r.organisation_id AND o.person_id = r.person_id AND o.ended_at IS NULL
      WHERE r.organisation_id = own.organisation_id AND r.role = 'administrator' AND r.person_id <> own.person_id) $$;
  -- The approval that the transaction carries: for this act, asked by this actor, enough others agree, nobody refuses.
  CREATE OR REPLACE FUNCTION fence.is_approved(request uuid) RETURNS boolean ${KEEPER} AS $$
    SELECT EXISTS (SELECT FROM approval_requests r WHERE r.organisation_id = fence.organisation() AND r.request_id = request
      AND r.act = fence.act() AND r.requested_by = fence.actor() AND fence.instant() < r.expires_at
      AND NOT EXISTS (SELECT FROM approval_decisions d
        WHERE d.organisation_id = r.organisation_id AND d.request_id = r.request_id AND NOT d.approves)
      AND (SELECT count(DISTINCT d.person_id) FROM approval_decisions d
        WHERE d.organisation_id = r.organisation_id AND d.request_id = r.request_id AND d.person_id <> r.requested_by)
        >= coalesce((SELECT p.approvals FROM approval_policies p
          WHERE p.organisation_id = r.organisation_id AND p.act = r.act), 0)) $$;
  -- An approval must have been used up by this very transaction before the act may write.
  CREATE OR REPLACE FUNCTION fence.is_reviewed() RETURNS boolean ${KEEPER} AS $$
    SELECT coalesce((SELECT p.approvals FROM approval_policies p
        WHERE p.organisation_id = fence.organisation() AND p.act = fence.act()), 0) = 0
      OR EXISTS (SELECT FROM approval_uses u WHERE u.organisation_id = fence.organisation()
        AND u.request_id = fence.setting('approval')::uuid AND u.used_by = fence.actor() AND u.used_at = fence.instant()
        AND u.xmin = pg_catalog.pg_current_xact_id()::xid) $$;`;
