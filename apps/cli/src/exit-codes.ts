/** What the command says to the shell. Documented in docs/command-line.md; a code is never given another meaning. */
export const EXIT = {
  /** The question was answered, whatever the answer. */
  answered: 0,
  /** A check ran and found faults: lint, cases, mutants. */
  faultsFound: 1,
  /** Something in what was given must be corrected: arguments, dossier, dates. */
  badInput: 2,
  /** The product cannot work here: not built, folder or port not usable. */
  cannotRun: 3,
  /** A credential of which something stays unknown: it is neither good nor bad. */
  notEstablished: 4,
  /** A fault of ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
