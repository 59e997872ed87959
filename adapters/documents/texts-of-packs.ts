/** Texts of packs are written in English whatever the reader's language is; the steps that packs share are translated. */
import type { Text } from './document.ts';
import type { Speech } from './words/say.ts';

export const PACK_LANGUAGE = 'en';
export const inPack = (text: string): Text => ({ text, lang: PACK_LANGUAGE });

/** Texts of the vocabulary in the reader's language by their ids: `step/step.common.ielts-academic/text`. */
export type Labels = Readonly<Record<string, string>>;

type Named = { readonly step: string; readonly title: string; readonly text: string };

export const titleOf = (
  { step, title }: Pick<Named, 'step' | 'title'>,
  labels: Labels,
  speech: Speech,
): Text => labelled(labels[`step/${step}`], title, speech);

export const textOf = ({ step, text }: Pick<Named, 'step' | 'text'>, labels: Labels, speech: Speech): Text =>
  labelled(labels[`step/${step}/text`], text, speech);

const labelled = (label: string | undefined, text: string, { inWords }: Speech): Text =>
  label === undefined ? inPack(text) : inWords(label);
