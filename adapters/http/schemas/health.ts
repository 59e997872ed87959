import { Type } from 'typebox';

export const AliveSchema = Type.Object({ status: Type.Literal('alive') });

export const ReadySchema = Type.Object({
  status: Type.Literal('ready'),
  engine: Type.Union([Type.Literal('embedded'), Type.Literal('server')]),
  sets: Type.Array(Type.Object({ name: Type.String(), hash: Type.String(), items: Type.Integer() })),
  dependencies: Type.Array(Type.Object({ name: Type.String(), status: Type.Literal('up') })),
  halted: Type.Optional(
    Type.Object(
      {
        scope: Type.Union([Type.Literal('issuing'), Type.Literal('writes')]),
        since: Type.String(),
      },
      { description: 'Acts are halted by the operator; questions are answered as always' },
    ),
  ),
});
