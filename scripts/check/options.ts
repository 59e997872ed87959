export type CheckOptions = {
  /** Records per pack. */
  readonly records: number;
  /** Credentials changed at random. */
  readonly inputs: number;
  /** Times a process is killed. */
  readonly kills: number;
  /** All packs where none is named. */
  readonly packs: readonly string[];
  readonly facts: string | undefined;
  /** Write down what was read, so that the next run tells what changed. */
  readonly write: boolean;
  /** Do again what an earlier run of the same code and law has done. */
  readonly afresh: boolean;
  /** For whoever waits. */
  readonly tell: (words: string) => void;
};
