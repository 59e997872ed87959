/** From the name of a missing fact, as a verdict gives it, to the question put to the person. `docs/semantics.md` section 6. */
import type { FactDefinition, Section, Vocabulary } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { askCode } from './list-words.ts';

export type Question =
  /** `pmq.hours` */
  | {
      readonly kind: 'fact';
      readonly name: string;
      readonly section: Section;
      readonly fact: string;
      readonly definition: FactDefinition;
    }
  /** `exams/e1.takenOn` */
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly section: Section;
      readonly id: string;
      readonly fact: string;
      readonly definition: FactDefinition;
    }
  /** `exams[exam=gb.plab1]` */
  | {
      readonly kind: 'code';
      readonly name: string;
      readonly section: Section;
      readonly key: string;
      readonly code: string;
      readonly label: string;
    }
  /** `practice` */
  | { readonly kind: 'list'; readonly name: string; readonly section: Section };

const NAME =
  /^(?<section>\w+)(?:\[(?<key>\w+)=(?<code>[^\]]+)\]|\/(?<id>.+)\.(?<field>\w+)|\.(?<fact>\w+))?$/;

/** Nothing where the vocabulary has no such word, or where nobody is asked for it. */
export function questionOf(name: string, vocabulary: Vocabulary): Question | undefined {
  const { section: sectionId = '', key, code, id, field, fact } = NAME.exec(name)?.groups ?? {};
  const section = vocabulary.sections.get(sectionId);
  if (section === undefined) return undefined;
  if (key !== undefined && code !== undefined)
    return { kind: 'code', name, section, key, code, label: labelOf(section, key, code, vocabulary) };
  const named = field ?? fact;
  if (named === undefined) return section.kind === 'list' ? { kind: 'list', name, section } : undefined;
  const definition = section.facts[named];
  if (definition === undefined || definition.derived === true) return undefined;
  return id === undefined
    ? { kind: 'fact', name, section, fact: named, definition }
    : { kind: 'field', name, section, id, fact: named, definition };
}

export function labelOf(section: Section, fact: string, code: string, vocabulary: Vocabulary): string {
  const definition = section.facts[fact];
  return definition !== undefined && 'codes' in definition
    ? codeLabel(definition.codes, code, vocabulary)
    : code;
}

export const codeLabel = (codes: string, code: string, vocabulary: Vocabulary): string =>
  vocabulary.codeLists.get(codes)?.entries.find((entry) => entry.code === code)?.label ?? code;

/** The sentence to answer, in the words of the vocabulary where it has some. */
export function askOf(question: Question, language: Language): string {
  switch (question.kind) {
    case 'fact':
    case 'field':
      return question.definition.ask ?? question.definition.label;
    case 'code':
      return askCode(question.section.section, question.label, language);
    case 'list':
      return question.section.label;
  }
}
