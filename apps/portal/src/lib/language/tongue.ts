/** What the engine needs to speak the language of a page. */
import type { Speech, Tongue, Translation } from '@testamur/engines/recognition';
import type { Language } from './language.ts';

/** The texts of the vocabulary; what they leave out stays in English, and countries have the names of the platform. */
export const tongueOf = (labels: Translation['labels'], { country }: Pick<Language, 'country'>): Tongue => ({
  labels,
  country: (code) => {
    const name = country(code);
    return name === code ? undefined : name;
  },
});

/** The sentences of explanations; the catalogue `phrases` must be loaded. */
export const speechIn = ({ say, day }: Pick<Language, 'say' | 'day'>): Pick<Speech, 'say' | 'day'> => ({
  say: (key, values) => say(`phrases.${key}`, values),
  day,
});
