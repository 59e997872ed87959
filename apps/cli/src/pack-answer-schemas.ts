/** The published JSON Schemas (draft 2020-12) of what `testamur packs new|list|table|inherits|policies|stale|sources|schemas|export --json` write. */
type Schema = { readonly [keyword: string]: unknown };

const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const hash: Schema = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** An object with exactly these members; those whose name ends in a question mark may be absent. */
function closed(members: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(members);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), members[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

const answer = (name: string, title: string, members: Readonly<Record<string, Schema>>): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:testamur:${name}:1`,
  title,
  ...closed({ schema: { const: `testamur/${name}/1` }, ...members }),
});

const kind = oneOf('authority', 'national-layer', 'regime');
const readiness = oneOf('ready', 'with-unknowns', 'steps-only');
const grade = oneOf('A', 'B', 'C', 'D');
const citation = closed({
  ...{ source: text, locator: text, seen: text, grade },
  ...{ 'url?': text, 'citation?': text, 'published?': text, 'inForceFrom?': text, 'lang?': text },
  'translation?': oneOf('official', 'own'),
});
const named = { rule: text, title: text, text };

const countries = listOf({ type: 'string', pattern: '^[A-Z]{2}$' });
const policy = closed({
  ...{ id: text, 'edition?': text, title: text, issuer: text },
  kind: oneOf('safeguards-list', 'code-of-practice', 'information-on-schools'),
  inForce: closed({ 'from?': text, 'to?': text }),
  says: listOf(text),
  appliesTo: {
    anyOf: [
      closed({
        countries: closed({
          ...{ 'AFRO?': countries, 'AMRO?': countries, 'EMRO?': countries },
          ...{ 'EURO?': countries, 'SEARO?': countries, 'WPRO?': countries },
        }),
      }),
      closed({ everywhere: text }),
      closed({ notEstablished: text }),
    ],
  },
  'criteria?': listOf(closed({ indicator: text, below: { type: 'number' } })),
  cite: listOf(citation),
  openQuestions: listOf(closed({ id: text, question: text })),
  ...{ recordedAt: text, reviewBy: text },
});

export const PACK_ANSWER_SCHEMAS: Readonly<Record<string, Schema>> = {
  'pack-begun': answer('pack-begun', 'A pack that was begun', { pack: text, files: listOf(text) }),
  'pack-list': answer('pack-list', 'Packs and their hashes', {
    packs: listOf(closed({ pack: text, name: text, kind, version: text, readiness, hash })),
  }),
  'pack-table': answer('pack-table', 'What packs hold, in numbers', {
    packs: listOf(
      closed({
        ...{ pack: text, name: text, kind, readiness },
        ...{ routes: count, requirements: count, cases: count, stories: count },
        'mutation?': closed({
          score: { type: 'number', minimum: 0, maximum: 1 },
          on: text,
          stale: { type: 'boolean', description: 'The pack has changed since' },
        }),
        ...{ notResearched: count, openQuestions: count, undated: count, citations: count },
        'oldestSeen?': text,
      }),
    ),
  }),
  'pack-inheritance': answer('pack-inheritance', 'What packs make of the law of their parents', {
    packs: listOf(
      closed({
        ...{ pack: text, name: text, from: text, parentName: text },
        adopts: listOf(closed({ ...named, routes: listOf(text) })),
        replaces: listOf(closed({ rule: closed(named), by: closed(named), because: text })),
        leaves: listOf(closed({ ...named, because: text })),
        adds: listOf(closed(named)),
        unsaid: listOf(closed(named)),
      }),
    ),
  }),
  'pack-policies': answer('pack-policies', 'What guides states and recruiters and decides no verdict', {
    on: text,
    'country?': { ...text, description: 'Asked about: then each policy has a state' },
    policies: listOf(
      closed({
        'state?': oneOf('named', 'notNamed', 'unknown'),
        'because?': oneOf('beforeFirstRead', 'afterLastRead', 'reviewPassed'),
        policy,
      }),
    ),
  }),
  'pack-reviews': answer('pack-reviews', 'What is due to be read again', {
    on: text,
    until: text,
    maintainers: listOf(
      closed({
        maintainer: { ...text, description: 'vacant where nobody maintains the jurisdiction' },
        reviews: listOf(
          closed({
            ...{ pack: text, id: text, of: text, reviewBy: text },
            daysLeft: { type: 'integer' },
            state: oneOf('overdue', 'due', 'fresh'),
            citations: listOf(citation),
          }),
        ),
      }),
    ),
    packs: listOf(
      closed({ pack: text, citations: count, undated: count, 'oldestSeen?': text, 'nextReview?': text }),
    ),
    policies: listOf(
      closed({
        ...{ policy: text, title: text, reviewBy: text },
        daysLeft: { type: 'integer' },
        state: oneOf('overdue', 'due', 'fresh'),
        citations: listOf(citation),
      }),
    ),
  }),
  'pack-sources': answer('pack-sources', 'The sources of packs', {
    sources: listOf(
      closed({
        ...{ pack: text, source: text, title: text, publisher: text, grade, lang: text },
        ...{ 'url?': text, 'published?': text, cited: count },
        remarks: listOf(
          closed({
            kind: oneOf('unused', 'address', 'grade', 'published', 'language', 'twice'),
            weight: oneOf('fault', 'gap'),
            message: text,
            mend: text,
          }),
        ),
      }),
    ),
  }),
  'pack-schemas': answer('pack-schemas', 'Schemas of the files of packs', {
    schemas: listOf(closed({ name: text, file: text, files: text })),
  }),
  'pack-export': answer('pack-export', 'Routes in the forms of others', {
    routes: listOf(
      closed({
        route: text,
        document: { type: 'object', description: 'CTDL or a FHIR R4 PlanDefinition' },
        losses: listOf(closed({ feature: text, why: text, places: listOf(text) })),
      }),
    ),
  }),
};
