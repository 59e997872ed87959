/** How the form speaks of each list: wording only. A list without words of its own is spoken of by its label. */
type ListWords = {
  /** Asks for one code of the key; `…` stands for its label. */
  readonly askCode: string;
  readonly add: string;
  readonly none: string;
};

const WORDS: Readonly<Record<string, ListWords>> = {
  exams: { askCode: 'Have you ever taken …?', add: 'Add an examination', none: 'I have taken none' },
  languageTests: { askCode: 'Have you sat …?', add: 'Add a language test', none: 'I have sat none' },
  training: {
    askCode: 'Have you done any of this: …?',
    add: 'Add a period of training',
    none: 'I have done none',
  },
  specialistQualifications: {
    askCode: 'Do you hold this: …?',
    add: 'Add a specialist qualification',
    none: 'I hold none',
  },
  licences: {
    askCode: 'Have you ever been registered or licensed here: …?',
    add: 'Add a registration or licence',
    none: 'I have never held one',
  },
  practice: { askCode: 'Have you practised here: …?', add: 'Add a post', none: 'I have not practised yet' },
  certificates: {
    askCode: 'Do you hold this: …?',
    add: 'Add a document',
    none: 'I have none of these documents',
  },
  sanctions: {
    askCode: 'Has there ever been one: …?',
    add: 'Add a decision',
    none: 'There has never been any',
  },
  offers: { askCode: 'Do you have one: …?', add: 'Add an offer', none: 'I have no offer' },
  assessments: {
    askCode: 'Has the authority here decided whether your qualification is equivalent: …?',
    add: 'Add a decision',
    none: 'None has been made',
  },
};

const PLAIN: ListWords = {
  askCode: 'Is there an entry to give: …?',
  add: 'Add an entry',
  none: 'There is none',
};

export const listWords = (section: string): ListWords => WORDS[section] ?? PLAIN;

export const askCode = (section: string, label: string): string =>
  listWords(section).askCode.replace('…', label);
