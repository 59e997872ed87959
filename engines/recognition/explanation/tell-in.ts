/**
 * The same sentences in the reader's language, made from the structure of the law: for display only, the published assessment is English.
 * Texts that an author wrote (titles of rules, questions, waivers) stay in the language of the pack.
 */
import type { Vocabulary } from '../language/vocabulary.ts';
import { describeStructure } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';
import type { Say } from '../phrases/say.ts';
import { makeTellNode, type TellNode } from './tell-node.ts';

export type Speech = {
  /** With its texts in the reader's language: `translateVocabulary`. */
  readonly vocabulary: Vocabulary;
  readonly say: Say;
  readonly day: (day: string) => string;
  readonly ruleTitle: (rule: string) => string;
};

/** For one node, wherever it is shown. Labels that authors gave to nodes are English and give way to the sentence. */
export const wordsIn = (speech: Speech): Words => ({ ...speech, describe: describeStructure });

/** @example tellIn(speech)({ fact: 'pmq.hours', atLeast: 5500 }).sentence */
export const tellIn = (speech: Speech): TellNode => makeTellNode(wordsIn(speech));
