/** The form of an enciphered value (`sealing/cipher.ts`). What a store would write in the open, the database refuses. */
const FORM = "LIKE 'sealed:1:%'";

/** The columns as they are now: a later one comes with its own migration. */
const TEXTS: readonly (readonly [table: string, column: string])[] = [
  ['people', 'display_name'],
  ['people', 'mail'],
  ['memberships', 'known_as'],
  ['invitations', 'invited_as'],
  ['interest_declarations', 'statement'],
  ['approval_requests', 'content_hash'],
  ['approval_decisions', 'reason'],
  ['passkeys', 'label'],
  ['identities', 'subject'],
  ['sessions', 'device'],
  ['privacy_requests', 'statement'],
  ['privacy_decisions', 'reason'],
  ['privacy_reviews', 'reason'],
];
const DOCUMENTS: readonly (readonly [table: string, column: string])[] = [['approval_requests', 'content']];

/** Holds for every row where none is from before; else for those written from now on, and `fsck` says that older ones are left. */
const validate = (table: string, column: string): string => `
  DO $$ BEGIN ALTER TABLE ${table} VALIDATE CONSTRAINT ${table}_${column}_sealed;
  EXCEPTION WHEN check_violation THEN NULL; END $$;`;

/** Rows from before are left as they are (`NOT VALID`): a migration has no keys. They are sealed when they are next written. */
export const SEALING = [
  'ALTER TABLE people ADD COLUMN mail_lookup text;',
  'CREATE INDEX people_mail ON people (mail_lookup);',
  'ALTER TABLE identities ADD COLUMN subject_lookup text;',
  'DROP INDEX identities_subject;',
  'CREATE INDEX identities_subject ON identities (issuer, subject_lookup);',
  'ALTER TABLE approval_requests DROP CONSTRAINT approval_requests_content_hash_check;',
  ...TEXTS.map(
    ([table, column]) =>
      `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_sealed CHECK (${column} ${FORM}) NOT VALID;`,
  ),
  ...DOCUMENTS.map(
    ([table, column]) =>
      `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_sealed CHECK (${column} #>> '{}' ${FORM}) NOT VALID;`,
  ),
  ...[...TEXTS, ...DOCUMENTS].map(([table, column]) => validate(table, column)),
].join('\n');
