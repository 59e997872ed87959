/**
 * What must be true across tables and no key can say. Each statement counts the rows that break it; a row that somebody put in past all acts, or that
 * was lost, shows here.
 */
export const INVARIANTS: Readonly<Record<string, string>> = {
  'roles are held by members only': `
    SELECT count(*) FROM member_roles r
    WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.organisation_id = r.organisation_id AND m.person_id = r.person_id)`,
  'every person has a tenant of her own': `
    SELECT count(*) FROM people p
    WHERE NOT EXISTS (SELECT FROM organisations o WHERE o.organisation_id = p.person_id AND o.kind = 'personal')`,
  'there is one platform at most': `
    SELECT greatest(count(*) - 1, 0) FROM organisations WHERE kind = 'platform'`,
  'only the platform verifies': `
    SELECT count(*) FROM verifications v
    WHERE NOT EXISTS (SELECT FROM organisations o WHERE o.organisation_id = v.organisation_id AND o.kind = 'platform')`,
  'nobody approves her own request': `
    SELECT count(*) FROM approval_decisions d JOIN approval_requests r
      ON r.organisation_id = d.organisation_id AND r.request_id = d.request_id
    WHERE d.person_id = r.requested_by`,
  'an approval that was refused was never used': `
    SELECT count(*) FROM approval_uses u WHERE EXISTS (
      SELECT FROM approval_decisions d WHERE d.organisation_id = u.organisation_id AND d.request_id = u.request_id
        AND NOT d.approves AND d.decided_at <= u.used_at)`,
  'only the platform halts': `
    SELECT count(*) FROM halts h
    WHERE NOT EXISTS (SELECT FROM organisations o WHERE o.organisation_id = h.organisation_id AND o.kind = 'platform')`,
  'every set of reference data is whole': `
    SELECT count(*) FROM reference_set s
    WHERE s.item_count <> (SELECT count(*) FROM reference_item i WHERE i.set_name = s.set_name)`,
  'every chain of events has its head': `
    SELECT count(*) FROM (SELECT DISTINCT organisation_id FROM audit_events) e
    WHERE NOT EXISTS (SELECT FROM audit_heads h WHERE h.organisation_id = e.organisation_id)`,
};
