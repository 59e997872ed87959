/** The shape of a file of packs/policies. */
import { WHO_REGIONS } from '../policies/policy.ts';
import { day, listOf, matching, number, oneOf, record, text } from './check.ts';
import { wholeCitation } from './citation-shape.ts';
import { choice, withKey } from './guard.ts';
import { id } from './ids-shape.ts';

const countries = listOf(matching(/^[A-Z]{2}$/, 'a country such as KE (ISO 3166-1)'), 1);
const regions = record(
  {},
  Object.fromEntries(WHO_REGIONS.map((region) => [region, countries])),
  'whoRegions',
);

const appliesTo = choice(
  [
    [withKey('everywhere'), record({ everywhere: text }, {}, 'appliesTo')],
    [withKey('notEstablished'), record({ notEstablished: text }, {}, 'appliesTo')],
  ],
  record({ countries: regions }, {}, 'appliesTo'),
);

export const policy = record(
  {
    id,
    title: text,
    issuer: text,
    kind: oneOf('safeguards-list', 'code-of-practice', 'information-on-schools'),
    inForce: record({}, { from: day, to: day }, 'range'),
    says: listOf(text, 1),
    appliesTo,
    cite: listOf(wholeCitation, 1),
    openQuestions: listOf(record({ id, question: text }, {}, 'policyQuestion')),
    recordedAt: day,
    reviewBy: day,
  },
  {
    edition: id,
    criteria: listOf(record({ indicator: text, below: number }, {}, 'criterion'), 1),
  },
  'policy',
);
