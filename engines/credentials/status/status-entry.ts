import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { hasType, isMembers, isUrl, listOf, type Members } from '../model/members.ts';

/** Where a credential stands on a list (Bitstring Status List 1.0 section 2.1). */
export type StatusEntry = {
  readonly purpose: string;
  readonly index: number;
  readonly list: string;
  /** Bits of an entry. */
  readonly size: number;
  /** What the values mean, by value. */
  readonly messages: ReadonlyMap<number, string>;
};

/** @param value untrusted */
export function parseStatusEntry(value: Json): Result<StatusEntry, CredentialsProblem> {
  if (!isMembers(value) || !hasType(value, 'BitstringStatusListEntry'))
    return err(
      refuse(
        'CREDENTIALS_STATUS_KIND',
        'The status is of a kind that is not known here: BitstringStatusListEntry is.',
      ),
    );
  const { statusPurpose, statusListCredential, statusListIndex, statusSize = 1 } = value;
  if (typeof statusPurpose !== 'string' || statusPurpose === '') return err(malformed('has no purpose'));
  if (!isUrl(statusListCredential) || !statusListCredential.startsWith('https://'))
    return err(malformed('names no list by an https address'));
  const index =
    typeof statusListIndex === 'string' && /^(?:0|[1-9][0-9]{0,14})$/u.test(statusListIndex)
      ? Number(statusListIndex)
      : statusListIndex;
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0)
    return err(malformed('has no place on its list'));
  if (typeof statusSize !== 'number' || !Number.isInteger(statusSize) || statusSize < 1 || statusSize > 16)
    return err(malformed('has a size that is no number of bits from 1 to 16'));
  const messages = readMessages(value, statusSize);
  return messages === undefined
    ? err(malformed('does not explain each of its values'))
    : ok({ purpose: statusPurpose, index, list: statusListCredential, size: statusSize, messages });
}

/** Needed, one for each value, where a value is more than yes or no, or where the purpose is to tell a message. */
function readMessages(entry: Members, size: number): ReadonlyMap<number, string> | undefined {
  const messages = new Map<number, string>();
  const listed = listOf(entry['statusMessage']);
  for (const each of listed) {
    const { status, message } = isMembers(each) ? each : {};
    if (typeof status !== 'string' || !/^0x[0-9a-f]{1,4}$/iu.test(status) || typeof message !== 'string')
      return undefined;
    messages.set(Number(status), message);
  }
  const isNeeded = size > 1 || entry['statusPurpose'] === 'message';
  if (!isNeeded && listed.length === 0) return messages;
  return messages.size === 2 ** size && listed.length === messages.size ? messages : undefined;
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_STATUS_FORMAT', `The status entry ${what}.`);
