import { isPersonal } from './personal-data/entry.ts';
import {
  BASES,
  type Basis,
  PURPOSES,
  type Purpose,
  type Recipient,
  type Retention,
} from './personal-data/purposes.ts';
import { PERSONAL_DATA } from './personal-data/tables.ts';

export type PurposeShown = {
  readonly purpose: Purpose;
  readonly basis: Basis;
  /** Of GDPR, such as `6(1)(b)`. */
  readonly article: string;
  readonly retentions: readonly Retention[];
  readonly recipients: readonly Recipient[];
};

/** The catalogue by purpose, for pages: each with everything that any of its tables says. */
export function listPurposes(): readonly PurposeShown[] {
  const entries = Object.values(PERSONAL_DATA).filter(isPersonal);
  return (Object.keys(PURPOSES) as readonly Purpose[]).map((purpose) => {
    const own = entries.filter((entry) => entry.purpose === purpose);
    const { basis } = PURPOSES[purpose];
    const recipients = [...new Set(own.flatMap((entry) => entry.recipients))];
    return {
      purpose,
      basis,
      article: BASES[basis].article,
      retentions: [...new Set(own.map((entry) => entry.retention))],
      // "Nobody else" holds only where it is all that is said.
      recipients: recipients.length > 1 ? recipients.filter((one) => one !== 'nobody') : recipients,
    };
  });
}
