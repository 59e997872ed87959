/** An answer in words. */
import type { DossierValue, FactDefinition, SchoolByHand, Vocabulary } from '@testamur/engines/recognition';
import { formatDate } from '../ui/format-date.ts';
import { codeLabel } from './questions.ts';

export function showDossierValue(
  value: DossierValue,
  definition: FactDefinition,
  vocabulary: Vocabulary,
): string {
  if (value === 'unknown') return 'I don’t know';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isList(value))
    return value.length === 0
      ? 'None'
      : value.map((code) => showCode(code, definition, vocabulary)).join(', ');
  if (typeof value === 'object')
    return 'from' in value && !('name' in value)
      ? `between ${showPart(value.from)} and ${showPart(value.to ?? '')}`
      : (value as SchoolByHand).name;
  if (definition.type === 'number') return `${value} ${definition.unit}`;
  return definition.type === 'day'
    ? formatDate(String(value))
    : showCode(String(value), definition, vocabulary);
}

const isList = (value: DossierValue): value is readonly string[] => Array.isArray(value);

const showPart = (part: string | number): string =>
  typeof part === 'number' ? String(part) : formatDate(part);

const showCode = (code: string, definition: FactDefinition, vocabulary: Vocabulary): string =>
  'codes' in definition ? codeLabel(definition.codes, code, vocabulary) : code;

/** The text that a verdict gives for a fact it used: codes, days and yes or no come as they stand in the data. */
export function showFactText(
  text: string,
  definition: FactDefinition | undefined,
  vocabulary: Vocabulary,
): string {
  if (definition === undefined) return text;
  if (definition.type === 'boolean') return text === 'true' ? 'Yes' : 'No';
  if (definition.type === 'day') return formatDate(text);
  if (definition.type === 'number') return `${text} ${definition.unit}`;
  if (definition.type === 'codes')
    return text === ''
      ? 'None'
      : text
          .split(', ')
          .map((code) => showCode(code, definition, vocabulary))
          .join(', ');
  return showCode(text, definition, vocabulary);
}
