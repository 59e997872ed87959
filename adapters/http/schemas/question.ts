import { type Static, Type } from 'typebox';

const day = (description: string) =>
  Type.Optional(Type.String({ maxLength: 40, description, examples: ['2026-11-22'] }));

const dossier = Type.Unknown({
  description: 'What the person holds; its JSON Schema is /api/schemas/dossier',
  examples: [{ person: { citizenships: ['IN'] } }],
});
const days = {
  on: day('The law of this day, YYYY-MM-DD; today (UTC) where absent'),
  knownOn: day('As it was known on this day, YYYY-MM-DD; by all that is known where absent'),
};
const closed = { additionalProperties: false } as const;

/** What is sent to be assessed. The dossier is checked by its own schema, which knows the vocabulary and the registry. */
export const QuestionSchema = Type.Object(
  {
    dossier,
    ...days,
    jurisdictions: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        minItems: 1,
        maxItems: 100,
        description: 'Packs or jurisdictions to judge, such as gb or US-NY; all where absent',
      }),
    ),
  },
  closed,
);
export type QuestionBody = Static<typeof QuestionSchema>;

/** What is sent to be planned. */
export const PlanQuestionSchema = Type.Object(
  {
    dossier,
    ...days,
    target: Type.Optional(
      Type.Object(
        {
          route: Type.Optional(Type.String({ maxLength: 100, description: 'One route, such as gb.plab' })),
          pack: Type.Optional(
            Type.String({
              maxLength: 40,
              description: 'The best of the routes of one authority, such as gb',
            }),
          ),
        },
        { ...closed, description: 'Either a route or a pack; the earliest licence everywhere where absent' },
      ),
    ),
  },
  closed,
);
export type PlanQuestionBody = Static<typeof PlanQuestionSchema>;
