import { Type } from 'typebox';
import { named } from './named.ts';

/** A problem document (RFC 9457), as it is published in the description of the interface. */
export const ProblemSchema = named(
  'Problem',
  Type.Object(
    {
      type: Type.String({ description: 'A URN that names the problem' }),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String({ description: 'A closed set of codes, ROOM_REASON' }),
      instance: Type.Optional(Type.String({ description: 'The request, by the id of its X-Request-Id' })),
      at: Type.Optional(
        Type.String({
          description:
            'JSON Pointer (RFC 6901) into the body that was sent; of a query or a path, / and the name of the parameter',
        }),
      ),
      hint: Type.Optional(Type.String({ description: 'What to do next' })),
      problems: Type.Optional(
        Type.Array(
          Type.Object({
            code: Type.String(),
            message: Type.String(),
            at: Type.Optional(Type.String()),
            hint: Type.Optional(Type.String()),
          }),
          { description: 'All of them, when there are several' },
        ),
      ),
    },
    { description: 'Problem document, RFC 9457' },
  ),
);
