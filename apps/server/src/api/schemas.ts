import { Type } from 'typebox';

/** A problem document (RFC 9457), as it is published in the description of the API. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'A closed set of codes, ROOM_REASON' }),
    at: Type.Optional(Type.String({ description: 'JSON Pointer into the body that was sent' })),
    hint: Type.Optional(Type.String({ description: 'What to do next' })),
    problems: Type.Optional(
      Type.Array(
        Type.Object({ code: Type.String(), message: Type.String() }, { additionalProperties: true }),
      ),
    ),
  },
  { description: 'Problem document, RFC 9457' },
);
