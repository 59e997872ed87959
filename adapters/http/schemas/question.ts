import { type Static, Type } from 'typebox';

const day = (description: string) =>
  Type.Optional(Type.String({ maxLength: 40, description, examples: ['2026-11-22'] }));

/** What is sent to be assessed. The dossier is checked by its own schema, which knows the vocabulary and the registry. */
export const QuestionSchema = Type.Object(
  {
    dossier: Type.Unknown({
      description: 'What the person holds; its JSON Schema is /api/schemas/dossier',
      examples: [{ person: { citizenships: ['IN'] } }],
    }),
    on: day('The law of this day, YYYY-MM-DD; today (UTC) where absent'),
    knownOn: day('As it was known on this day, YYYY-MM-DD; today (UTC) where absent'),
    jurisdictions: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        minItems: 1,
        maxItems: 100,
        description: 'Packs or jurisdictions to judge, such as gb or US-NY; all where absent',
      }),
    ),
  },
  { additionalProperties: false },
);
export type QuestionBody = Static<typeof QuestionSchema>;
