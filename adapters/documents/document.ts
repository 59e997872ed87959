/** What is printed, in words: every text is ready, none is markup. Texts of a pack say in which language they are. */
export type Text = { readonly text: string; readonly lang: string };

/** A label and what stands beside it: one text or several. */
export type Line = { readonly label: string; readonly values: readonly Text[] };

/** One sentence; a text of a pack within it keeps its language. */
export type Sentence = readonly Text[];

/** Where something was read: a number in the list of sources, and the place in it. */
export type Pointer = { readonly number: number; readonly locator: Text };

export type PrintedStep = {
  readonly title: Text;
  readonly text: Text;
  readonly lines: readonly Line[];
  readonly pointers: readonly Pointer[];
};

export type PrintedRequirement = {
  readonly title: Text;
  readonly verdict: string;
  /** The rule in the reader's language, made from the law; absent where the pack's own text is in it. */
  readonly told?: Text;
  readonly text: Text;
  readonly notes: readonly Text[];
  readonly pointers: readonly Pointer[];
};

export type PrintedRemark = { readonly text: Text; readonly pointers: readonly Pointer[] };

export type PrintedSource = {
  readonly number: number;
  readonly title: Text;
  readonly url?: string;
  /** Publisher, citation, day of the copy, how near to the law. */
  readonly details: readonly Text[];
};

export type Section<Item> = {
  readonly heading: string;
  readonly intro?: string;
  readonly items: readonly Item[];
};

export type PlanDocument = {
  /** BCP 47 tag of the language of the words. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** The day on which it was made, as `[year, month, day]`: all that the file says of when. */
  readonly madeOn: readonly [number, number, number];
  readonly fileTitle: string;
  readonly title: Text;
  readonly authority: Text;
  readonly status: string;
  /** The law and the day. */
  readonly law: readonly Line[];
  readonly notice: string;
  /** That nobody has read the words in this language yet. */
  readonly unread?: string;
  readonly sum: readonly Line[];
  /** What the plan rests on, one sentence each. */
  readonly remarks: readonly Sentence[];
  readonly wishes: Section<Line>;
  readonly steps: Section<PrintedStep>;
  readonly requirements: Section<PrintedRequirement>;
  readonly discretion: Section<PrintedRemark>;
  readonly sources: Section<PrintedSource>;
  readonly words: { readonly sources: string; readonly page: string; readonly joint: string };
};
