const MEMBER_ROLE = `CHECK (role IN ('administrator', 'officer', 'approver', 'auditor', 'operator', 'member'))`;

export const PEOPLE_TABLES = `
  CREATE TABLE people (
    organisation_id uuid NOT NULL REFERENCES organisations,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    display_name    text NOT NULL CHECK (display_name <> ''),
    mail            text,
    language        text NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
  );
  CREATE TABLE memberships (
    organisation_id uuid NOT NULL REFERENCES organisations,
    person_id       uuid NOT NULL,
    known_as        text NOT NULL CHECK (known_as <> ''),
    joined_at       timestamptz NOT NULL,
    ended_at        timestamptz CHECK (ended_at >= joined_at),
    PRIMARY KEY (organisation_id, person_id)
  );
  CREATE INDEX memberships_person ON memberships (person_id);
  CREATE TABLE member_roles (
    organisation_id uuid NOT NULL,
    person_id       uuid NOT NULL,
    role            text NOT NULL ${MEMBER_ROLE},
    assigned_by     uuid NOT NULL,
    assigned_at     timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, person_id, role),
    FOREIGN KEY (organisation_id, person_id) REFERENCES memberships
  );
  CREATE INDEX member_roles_person ON member_roles (person_id);
  CREATE TABLE invitations (
    organisation_id uuid NOT NULL REFERENCES organisations,
    invitation_id   uuid NOT NULL,
    token_hash      text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    role            text NOT NULL ${MEMBER_ROLE},
    invited_as      text NOT NULL,
    invited_by      uuid,
    invited_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > invited_at),
    accepted_by     uuid,
    accepted_at     timestamptz,
    withdrawn_at    timestamptz,
    PRIMARY KEY (organisation_id, invitation_id),
    CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
  );
  CREATE INDEX invitations_token ON invitations (token_hash);
  CREATE TABLE delegations (
    organisation_id uuid NOT NULL,
    delegation_id   uuid NOT NULL,
    from_person_id  uuid NOT NULL,
    to_person_id    uuid NOT NULL CHECK (to_person_id <> from_person_id),
    role            text NOT NULL ${MEMBER_ROLE},
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL CHECK (ends_at > starts_at),
    revoked_at      timestamptz,
    PRIMARY KEY (organisation_id, delegation_id),
    FOREIGN KEY (organisation_id, from_person_id) REFERENCES memberships,
    FOREIGN KEY (organisation_id, to_person_id) REFERENCES memberships
  );
  CREATE INDEX delegations_to ON delegations (organisation_id, to_person_id);
  CREATE TABLE interest_declarations (
    organisation_id uuid NOT NULL,
    declaration_id  uuid NOT NULL,
    person_id       uuid NOT NULL,
    subject_id      uuid NOT NULL,
    nature          text NOT NULL CHECK (nature IN ('employment', 'ownership', 'family', 'studies', 'finance', 'other')),
    statement       text NOT NULL,
    declared_at     timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, declaration_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES memberships
  );
  CREATE TABLE service_accounts (
    organisation_id uuid NOT NULL REFERENCES organisations,
    account_id      uuid NOT NULL,
    name            text NOT NULL CHECK (name <> ''),
    scopes          text[] NOT NULL CHECK (cardinality(scopes) > 0),
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    disabled_at     timestamptz,
    PRIMARY KEY (organisation_id, account_id)
  );
  CREATE TABLE service_account_keys (
    organisation_id uuid NOT NULL,
    account_id      uuid NOT NULL,
    key_id          uuid NOT NULL,
    public_jwk      jsonb NOT NULL,
    valid_from      timestamptz NOT NULL,
    valid_until     timestamptz CHECK (valid_until > valid_from),
    PRIMARY KEY (organisation_id, account_id, key_id),
    FOREIGN KEY (organisation_id, account_id) REFERENCES service_accounts
  );`;
