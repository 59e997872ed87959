import { type Static, Type } from 'typebox';
import { PlanQuestionSchema } from './question.ts';
import { AskedWishesSchema, PointSchema } from './wishes.ts';

const { dossier, on, knownOn, target } = PlanQuestionSchema.properties;

/** What is sent to be printed: the question of a plan, with its target, which way to it, and the language of the reader. */
export const DocumentQuestionSchema = Type.Object(
  {
    dossier,
    on,
    knownOn,
    target: Type.Required(Type.Object({ target })).properties.target,
    wishes: Type.Optional(AskedWishesSchema),
    point: Type.Optional(PointSchema),
    language: Type.Optional(
      Type.String({
        maxLength: 35,
        pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
        description: 'BCP 47 tag of the reader: en, fr, es, pt, ar, ru or zh; English for any other',
        examples: ['en'],
      }),
    ),
  },
  { additionalProperties: false },
);
export type DocumentQuestionBody = Static<typeof DocumentQuestionSchema>;
