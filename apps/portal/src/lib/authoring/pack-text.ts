/** The files of one pack as its authors wrote them, for the page on which a rule is changed. */
export type PackText = {
  readonly pack: string;
  /** Names below the folder of packs, such as `jurisdictions/gb/rules/plab.yaml`. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
};
