import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. No message holds more of the address than its host. */
export type EgressCode =
  | 'EGRESS_ADDRESS_PRIVATE' // the name leads to an address that is not public
  | 'EGRESS_ADDRESS_UNFIT' // not https, or with credentials
  | 'EGRESS_OFFLINE' // this installation reaches nobody
  | 'EGRESS_TIMED_OUT' // no whole answer in time
  | 'EGRESS_TOO_LARGE' // the answer is larger than we read
  | 'EGRESS_UNREACHABLE'; // no connection, no such name, or a certificate that is not trusted

export type EgressProblem = Problem<EgressCode>;

export function refuse(code: EgressCode, message: string, hint: string): EgressProblem {
  return { code, message, hint };
}
