import { Type } from 'typebox';
import { closed, text } from './members.ts';
import { named } from './named.ts';

export const LeafParams = Type.Object(
  { leaf: Type.String({ maxLength: 36, description: 'The id that was given when the act was done' }) },
  closed,
);
export const LogQuery = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 0, description: 'Only leaves with a lower index' })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 100, description: 'How many leaves (20)' })),
  },
  closed,
);

export const PublicLogSchema = named(
  'PublicLog',
  Type.Object(
    {
      schema: Type.Literal('testamur/log/1'),
      origin: Type.String({ description: 'The name of the log' }),
      key: Type.String({ description: 'Its verifier key: name+id+key (C2SP signed-note)' }),
      size: Type.Integer({ description: 'Entries under the checkpoint' }),
      root: Type.String({ description: 'Hash of the tree, base64' }),
      checkpoint: Type.String({ description: 'The signed note itself' }),
      leaves: Type.Array(
        Type.Object(
          {
            index: Type.Optional(Type.Integer({ description: 'Absent: it waits for its place' })),
            entry: Type.String({ description: 'The bytes of the leaf: canonical JSON' }),
          },
          closed,
        ),
        { description: 'The newest first' },
      ),
      growth: Type.Array(Type.Object({ on: text(), size: Type.Integer() }, closed), {
        description: 'The size at the end of each day on which the log grew',
      }),
    },
    closed,
  ),
);

export const LogProofSchema = named(
  'LogProof',
  Type.Object(
    {
      schema: Type.Literal('testamur/log-proof/1'),
      index: Type.Integer(),
      size: Type.Integer({ description: 'Of the tree under whose checkpoint it is proved' }),
      proof: Type.String({ description: 'A .tlog-proof file (C2SP tlog-proof), which is checked offline' }),
      entry: Type.String({ description: 'The leaf that it proves, base64' }),
    },
    closed,
  ),
);

export const LOG_SCHEMAS = [PublicLogSchema, LogProofSchema];
