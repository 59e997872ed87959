import { Type } from 'typebox';

/** Wishes as they are sent: the shape and the bounds. Days, periods and steps are read by the use case, which names the field. */
const closed = { additionalProperties: false } as const;
const currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217', examples: ['EUR'] });
const money = Type.Object({ amount: Type.Number({ minimum: 0 }), currency }, closed);
const day = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }));
const period = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }));
const codes = (pattern: string, description: string) =>
  Type.Optional(Type.Array(Type.String({ pattern, maxLength: 40 }), { maxItems: 300, description }));
const step = Type.String({ pattern: '^step\\.[A-Za-z0-9.-]+$', maxLength: 100 });

export const AskedWishesSchema = Type.Object(
  {
    budget: Type.Optional(money),
    deadline: day('The licence on this day at the latest, YYYY-MM-DD'),
    excludedCountries: codes('^[A-Z]{2}(-[A-Z0-9]{1,3})?$', 'No licence is obtained there and no step taken'),
    refusedSteps: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        maxItems: 300,
        description: 'Ids of steps that she will not take',
      }),
    ),
    willLearn: codes(
      '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
      'Codes of languages; where given, tests of any other language are left out',
    ),
    notBefore: day('Practice, training, jobs and licences do not begin before this day'),
    own: Type.Optional(
      Type.Record(
        step,
        Type.Object(
          {
            cost: Type.Optional(money),
            duration: period('An ISO 8601 period'),
            study: period('How long she prepares for it, an ISO 8601 period'),
          },
          closed,
        ),
        { ...closed, maxProperties: 200, description: 'What she knows better of a step, by its id' },
      ),
    ),
    rates: Type.Optional(
      Type.Object(
        {
          into: currency,
          worth: Type.Record(currency, Type.Number({ exclusiveMinimum: 0 }), {
            ...closed,
            maxProperties: 200,
            description: 'How much of it one unit of another currency is worth',
          }),
          on: Type.String({ maxLength: 40, description: 'The day of the table' }),
          source: Type.String({ maxLength: 200, description: 'Who published it, or hers' }),
        },
        { ...closed, description: 'Costs are also shown in one currency' },
      ),
    ),
    share: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        description: 'The share of full time that she can give',
      }),
    ),
    excludeSelection: Type.Optional(
      Type.Boolean({ description: 'Leave out ways in which somebody else selects' }),
    ),
  },
  {
    ...closed,
    description: 'Personal constraints. None of them changes the law; where given, the front is searched',
  },
);

const key = Type.String({ minLength: 1, maxLength: 200 });

export const PointSchema = Type.Union(
  [
    Type.Integer({ minimum: 0, description: 'Its place in the front, the cheapest being 0' }),
    Type.Object(
      {
        steps: Type.Array(key, { maxItems: 200, description: 'Keys of its steps, in any order' }),
        route: Type.Optional(key),
        basis: Type.Optional(key),
        assumes: Type.Optional(Type.Array(key, { maxItems: 200, description: 'Rules that it assumes' })),
      },
      { ...closed, description: 'What tells it from the others' },
    ),
  ],
  { description: 'Which point of the front; the cheapest where absent' },
);
