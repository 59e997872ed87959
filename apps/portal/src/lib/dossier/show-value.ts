/** An answer in words. */
import type { DossierValue, FactDefinition, SchoolByHand, Vocabulary } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { codeLabel } from './questions.ts';

export type Wording = { readonly vocabulary: Vocabulary; readonly language: Language };

export function showDossierValue(value: DossierValue, definition: FactDefinition, wording: Wording): string {
  const { say, list, day } = wording.language;
  if (value === 'unknown') return say('dossier.dontKnow');
  if (typeof value === 'boolean') return say(value ? 'dossier.yes' : 'dossier.no');
  if (isList(value))
    return value.length === 0
      ? say('dossier.none')
      : list(
          value.map((code) => showCode(code, definition, wording)),
          'unit',
        );
  if (typeof value === 'object')
    return 'from' in value && !('name' in value)
      ? say('dossier.between', {
          from: showPart(value.from, wording),
          to: showPart(value.to ?? '', wording),
        })
      : (value as SchoolByHand).name;
  if (definition.type === 'number') return showNumber(String(value), definition.unit);
  return definition.type === 'day' ? day(String(value)) : showCode(String(value), definition, wording);
}

const isList = (value: DossierValue): value is readonly string[] => Array.isArray(value);

const showPart = (part: string | number, { language }: Wording): string =>
  typeof part === 'number' ? String(part) : language.day(part);

/** Digits stay as they were given: a score of 7.5 reads as on its certificate. */
const showNumber = (value: string, unit: string): string => `${value} ${unit}`;

const showCode = (code: string, definition: FactDefinition, { vocabulary }: Wording): string =>
  'codes' in definition ? codeLabel(definition.codes, code, vocabulary) : code;

/** The text that a verdict gives for a fact it used: codes, days and yes or no come as they stand in the data. */
export function showFactText(text: string, definition: FactDefinition | undefined, wording: Wording): string {
  const { say, list, day } = wording.language;
  if (definition === undefined) return text;
  if (definition.type === 'boolean') return say(text === 'true' ? 'dossier.yes' : 'dossier.no');
  if (definition.type === 'day') return day(text);
  if (definition.type === 'number') return showNumber(text, definition.unit);
  if (definition.type !== 'codes') return showCode(text, definition, wording);
  if (text === '') return say('dossier.none');
  return list(
    text.split(', ').map((code) => showCode(code, definition, wording)),
    'unit',
  );
}
