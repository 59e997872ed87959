/** What is printed, in words: every text is ready, none is markup. Texts of a pack say in which language they are. */
export type Text = { readonly text: string; readonly lang: string };

/** A label and what stands beside it. */
export type Line = { readonly label: string; readonly value: string };

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
  readonly text: Text;
  readonly verdict: string;
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
  readonly sum: readonly Line[];
  /** What the plan rests on, one sentence each. */
  readonly remarks: readonly string[];
  readonly steps: Section<PrintedStep>;
  readonly requirements: Section<PrintedRequirement>;
  readonly discretion: Section<PrintedRemark>;
  readonly sources: Section<PrintedSource>;
  readonly words: { readonly sources: string; readonly page: string };
};
