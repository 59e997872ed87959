/** The published JSON Schema (draft 2020-12) of `testamur why-not --json`: `testamur/why-not/1`. */
export type Schema = { readonly [keyword: string]: unknown };

export const text: Schema = { type: 'string' };
export const texts: Schema = { type: 'array', items: text };
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const listOf = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description === undefined ? {} : { description }),
});

/** An object with exactly these members; those whose name ends in a question mark may be absent. */
export function closed(members: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(members).map(([name, schema]) => [name.replace(/\?$/, ''), schema] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: Object.keys(members).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

const truth = oneOf('true', 'false', 'unknown', 'notApplicable');
const standing = oneOf('final', 'unknown', 'curable', 'met');
const reasons = listOf(oneOf('notSaid', 'notResearched', 'disputed', 'stale'));
const obstacle = closed({
  at: text,
  sentence: text,
  truth,
  reasons,
  missing: texts,
  'notResearched?': text,
});
const change = closed({
  at: listOf(text, 'Places that ask this question: rule, version and path'),
  sentence: text,
  from: truth,
  to: oneOf('true', 'false'),
  standing,
  reasons,
  missing: texts,
  cure: listOf(text, 'Steps named for it, or for the nearest conditions above it'),
});

export const WHY_NOT_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:testamur:why-not:1',
  title: 'What remains, and what would change it',
  ...closed({
    schema: { const: 'testamur/why-not/1' },
    on: text,
    knownOn: text,
    dossierHash: text,
    pack: text,
    packHash: text,
    target: { anyOf: [closed({ rule: text }), closed({ route: text })] },
    title: text,
    'basis?': { type: 'string', description: 'The degree that was judged' },
    stands: {
      ...oneOf('open', 'withSteps', 'closed', 'unknown', 'met', 'notMet', 'notApplicable'),
      description: 'Of a route its status, of a rule its verdict',
    },
    residual: closed({
      standing,
      steps: listOf(text, 'Each after what it requires; alternatives stand beside each other'),
      undecided: listOf(obstacle, 'Only where it is not decided'),
      closedBy: listOf(obstacle, 'Only where it is closed'),
    }),
    whyNot: closed({
      now: truth,
      to: oneOf('met', 'notMet'),
      sets: listOf(listOf(change), 'Smallest first; each is enough by itself'),
      cut: { type: 'boolean', description: 'The search stopped at its limit: there may be other sets' },
    }),
  }),
};
