import { type Static, Type } from 'typebox';
import { PlanQuestionSchema } from './question.ts';

const { dossier, on, knownOn, target } = PlanQuestionSchema.properties;

/** What is sent to be printed: the question of a plan, with its target, and the language of the reader. */
export const DocumentQuestionSchema = Type.Object(
  {
    dossier,
    on,
    knownOn,
    target: Type.Required(Type.Object({ target })).properties.target,
    language: Type.Optional(
      Type.String({
        maxLength: 35,
        pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
        description: 'BCP 47 tag of the reader; English where there are no words in it',
        examples: ['en'],
      }),
    ),
  },
  { additionalProperties: false },
);
export type DocumentQuestionBody = Static<typeof DocumentQuestionSchema>;
