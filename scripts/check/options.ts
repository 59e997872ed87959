export type CheckOptions = {
  /** Records per pack. */
  readonly records: number;
  /** All packs where none is named. */
  readonly packs: readonly string[];
  readonly sheets: string | undefined;
  /** Do again what an earlier run of the same code and law has done. */
  readonly afresh: boolean;
  /** For whoever waits. */
  readonly tell: (words: string) => void;
};
