import { columnsOf, isPersonal, type TableEntry } from './personal-data/entry.ts';
import { BASES, PURPOSES, RECIPIENTS, RETENTIONS } from './personal-data/purposes.ts';
import { PERSONAL_DATA } from './personal-data/tables.ts';

const KIND_WORDS = {
  sealed: 'enciphered under the person’s key',
  lookup: 'a keyed hash, to find it by',
  pseudonym: 'a random number for a person',
  linked: 'a time, a choice from a list, a number',
  secret: 'the hash of a random token, or a public key',
  passing: 'in the open for a short time, then removed',
  none: 'not about people',
} as const;

/** `docs/personal-data.md`: the catalogue for people. */
export function describePersonalData(): string {
  const entries = Object.entries(PERSONAL_DATA);
  return [
    '# What is kept about people',
    '',
    'Made from `services/privacy/personal-data` by `scripts/write-personal-data.ts`; a test compares the two, and another compares the catalogue with',
    'every column of the database. A dossier is not in it: none is ever stored. Everything lies in the database of whoever runs the platform; the keys under',
    'which it is enciphered lie in a folder apart from it.',
    '',
    '| table | what | why | basis | how long | who sees it |',
    '|---|---|---|---|---|---|',
    ...entries.filter(([, entry]) => isPersonal(entry)).map(describeTable),
    '',
    `Of no person: ${entries
      .filter(([, entry]) => !isPersonal(entry))
      .map(([name]) => `\`${name}\``)
      .join(', ')}.`,
    '',
    '## Column by column',
    '',
    ...Object.entries(KIND_WORDS).map(([kind, words]) => `- *${kind}*: ${words}`),
    '',
    '| table | column | kind |',
    '|---|---|---|',
    ...entries.flatMap(([name, entry]) =>
      columnsOf(entry).map(({ column, kind }) => `| \`${name}\` | \`${column}\` | ${kind} |`),
    ),
  ].join('\n');
}

function describeTable([name, entry]: readonly [string, TableEntry]): string {
  if (entry.purpose === undefined) return '';
  const purpose = PURPOSES[entry.purpose];
  const basis = BASES[purpose.basis];
  return `| \`${name}\` | ${entry.what} | ${purpose.words} | GDPR ${basis.article}: ${basis.words} | ${RETENTIONS[entry.retention]} | ${entry.recipients.map((one) => RECIPIENTS[one]).join(', ')} |`;
}
