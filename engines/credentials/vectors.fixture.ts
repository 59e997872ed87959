/** Where the vectors that others published lie, and the two contexts that they use and no package ships. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '@testamur/engines/kernel';

export const VECTORS =
  process.env['TESTAMUR_VECTORS'] ?? path.resolve(import.meta.dirname, '../../../shared/vectors');
export const hasVectors = existsSync(VECTORS);
if (!hasVectors) console.log('outside vectors: not present');

export function filesBelow(folder: string): readonly string[] {
  if (!hasVectors) return [];
  const found = readdirSync(path.join(VECTORS, folder), {
    recursive: true,
    encoding: 'utf8',
    withFileTypes: true,
  });
  return found
    .filter((file) => file.isFile())
    .map((file) => path.relative(path.join(VECTORS, folder), path.join(file.parentPath, file.name)))
    .sort();
}

export const readVector = (file: string): string => readFileSync(path.join(VECTORS, file), 'utf8');
export const readVectorBytes = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(VECTORS, file)));

const citizenship = 'https://w3id.org/citizenship#';
const named = (...terms: readonly string[]) =>
  Object.fromEntries(terms.map((term) => [term, citizenship + term]));
const schema = (...terms: readonly string[]) =>
  Object.fromEntries(terms.map((term) => [term, `https://schema.org/${term}`]));
const day = (id: string) => ({ '@id': id, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' });
const image = { '@id': 'https://schema.org/image', '@type': '@id' };

/** Written from the canonical statements in the vectors: the examples of the W3C, and what of the citizenship vocabulary they use. */
export const VECTOR_CONTEXTS: Readonly<Record<string, Json>> = {
  'https://www.w3.org/ns/credentials/examples/v2': {
    '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  },
  'https://w3id.org/citizenship/v4rc1': {
    '@context': {
      ...named(
        'EmploymentAuthorizationDocumentCredential',
        'EmployablePerson',
        'EmploymentAuthorizationDocument',
      ),
      ...named('PermanentResidentCardCredential', 'PermanentResident', 'PermanentResidentCard'),
      ...named(
        'birthCountry',
        'employmentAuthorizationDocument',
        'permanentResidentCard',
        'lprCategory',
        'lprNumber',
      ),
      ...named('commuterClassification', 'mrzHash', 'lprCategory'),
      ...schema('Person', 'additionalName', 'familyName', 'gender', 'givenName', 'identifier'),
      birthDate: day('https://schema.org/birthDate'),
      residentSince: day(`${citizenship}residentSince`),
      image,
    },
  },
};
