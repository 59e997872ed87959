/**
 * Prints what is still to be translated of the vocabulary and the shared steps, with the English text, as packs/vocabulary/languages
 * writes it; without a language, everything:
 *   node --import tsx --conditions=testamur-source scripts/list-labels.ts fr
 */
import path from 'node:path';
import { loadLaw } from '@testamur/adapters/packs';
import { labelsOf, missingLabels } from '@testamur/engines/recognition';
import { stringify } from 'yaml';

const [language] = process.argv.slice(2);
const set = loadLaw(path.join(import.meta.dirname, '..', 'packs'));
const english = labelsOf(set.vocabulary, set.commonSteps);
const begun = set.languages.find((each) => each.language === language);
const ids = begun === undefined ? [...english.keys()] : missingLabels(begun, english);
process.stdout.write(stringify(Object.fromEntries(ids.map((id) => [id, english.get(id)])), { lineWidth: 0 }));
