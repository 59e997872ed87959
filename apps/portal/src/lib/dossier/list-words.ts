/** How the form speaks of each list: wording only. A list without words of its own is spoken of by its label. */
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';

type ListWords = {
  /** Asks for one code of the key. */
  readonly ask: MessageKey;
  readonly add: MessageKey;
  readonly none: MessageKey;
};

const WORDS: Readonly<Record<string, ListWords>> = {
  exams: { ask: 'dossier.list.exams.ask', add: 'dossier.list.exams.add', none: 'dossier.list.exams.none' },
  languageTests: {
    ask: 'dossier.list.languageTests.ask',
    add: 'dossier.list.languageTests.add',
    none: 'dossier.list.languageTests.none',
  },
  training: {
    ask: 'dossier.list.training.ask',
    add: 'dossier.list.training.add',
    none: 'dossier.list.training.none',
  },
  specialistQualifications: {
    ask: 'dossier.list.specialistQualifications.ask',
    add: 'dossier.list.specialistQualifications.add',
    none: 'dossier.list.specialistQualifications.none',
  },
  licences: {
    ask: 'dossier.list.licences.ask',
    add: 'dossier.list.licences.add',
    none: 'dossier.list.licences.none',
  },
  practice: {
    ask: 'dossier.list.practice.ask',
    add: 'dossier.list.practice.add',
    none: 'dossier.list.practice.none',
  },
  certificates: {
    ask: 'dossier.list.certificates.ask',
    add: 'dossier.list.certificates.add',
    none: 'dossier.list.certificates.none',
  },
  sanctions: {
    ask: 'dossier.list.sanctions.ask',
    add: 'dossier.list.sanctions.add',
    none: 'dossier.list.sanctions.none',
  },
  offers: {
    ask: 'dossier.list.offers.ask',
    add: 'dossier.list.offers.add',
    none: 'dossier.list.offers.none',
  },
  assessments: {
    ask: 'dossier.list.assessments.ask',
    add: 'dossier.list.assessments.add',
    none: 'dossier.list.assessments.none',
  },
};

const PLAIN: ListWords = {
  ask: 'dossier.list.plain.ask',
  add: 'dossier.list.plain.add',
  none: 'dossier.list.plain.none',
};

export const listWords = (section: string): ListWords => WORDS[section] ?? PLAIN;

export const askCode = (section: string, label: string, { say }: Language): string =>
  say(listWords(section).ask, { label });
