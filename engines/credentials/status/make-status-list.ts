import { CREDENTIALS_V2 } from '../contexts/pinned-contexts.ts';
import { formatInstant } from '../model/instant.ts';
import type { Members } from '../model/members.ts';
import { packBits } from './bitstring.ts';

export type StatusList = {
  /** Where it will lie. */
  readonly id: string;
  readonly issuer: string;
  readonly purposes: readonly string[];
  readonly bits: Uint8Array;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validUntil: number;
};

/** The list as a credential, to be signed by its issuer (Bitstring Status List 1.0 section 2.2). */
export function makeStatusList({ id, issuer, purposes, bits, validFrom, validUntil }: StatusList): Members {
  return {
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: formatInstant(validFrom),
    validUntil: formatInstant(validUntil),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purposes.length === 1 ? (purposes[0] as string) : purposes,
      encodedList: packBits(bits),
    },
  };
}
