import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. No message holds an address or a text. */
export type MailCode =
  | 'MAIL_REFUSED' // the mail server will never take this message (5yz, RFC 5321 section 4.2.1)
  | 'MAIL_SETTINGS' // the address of the mail server cannot be used
  | 'MAIL_UNREACHABLE' // no mail server, or it says "later"
  | 'MAIL_UNWRITABLE'; // the folder cannot be written

export type MailProblem = Problem<MailCode>;

export function refuse(code: MailCode, message: string, hint: string): MailProblem {
  return { code, message, hint };
}
