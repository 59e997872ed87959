import { Type } from 'typebox';
import { CitationSchema } from './citation.ts';
import { closed, oneOf, text, texts } from './members.ts';
import { named, refTo } from './named.ts';

const day = (description: string) => Type.Optional(Type.String({ description, examples: ['2023-03-08'] }));
const countries = () => Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2}$' })));

/** What guides states and recruiters, or says something of a school. */
export const PolicySchema = named(
  'Policy',
  Type.Object(
    {
      id: text(),
      edition: Type.Optional(Type.String({ description: 'What this is an edition of; alone where absent' })),
      title: text(),
      issuer: text(),
      kind: oneOf(['safeguards-list', 'code-of-practice', 'information-on-schools']),
      inForce: Type.Object(
        { from: day('The first day; not known where absent'), to: day('The day after the last') },
        closed,
      ),
      says: texts('In our own words'),
      appliesTo: Type.Union(
        [
          Type.Object(
            {
              countries: Type.Object(
                {
                  ...{ AFRO: countries(), AMRO: countries(), EMRO: countries() },
                  ...{ EURO: countries(), SEARO: countries(), WPRO: countries() },
                },
                closed,
              ),
            },
            { ...closed, description: 'Countries, ISO 3166-1 alpha-2, by region of WHO' },
          ),
          Type.Object({ everywhere: text() }, { ...closed, description: 'For whom, in our own words' }),
          Type.Object(
            { notEstablished: text() },
            { ...closed, description: 'Nobody has read whom it names: the question' },
          ),
        ],
        { description: 'Whom it is about. It decides no verdict' },
      ),
      criteria: Type.Optional(
        Type.Array(Type.Object({ indicator: text(), below: Type.Number() }, closed), {
          description: 'By which figures a country comes onto a list',
        }),
      ),
      cite: Type.Array(refTo(CitationSchema)),
      openQuestions: Type.Array(Type.Object({ id: text(), question: text() }, closed)),
      recordedAt: text(),
      reviewBy: Type.String({ description: 'What is asked of a later day is unknown' }),
    },
    closed,
  ),
);
