/** The lines of a comparison, in order; a heading stands before those of its part. */
import type { MessageKey } from '../language/messages.ts';
import { type Column, currenciesOf, type Kind, kindsOf, sharedSteps } from './columns.ts';

export type Fact =
  | 'status'
  | 'route'
  | 'gives'
  | 'time'
  | 'finish'
  | 'next'
  | 'unpriced'
  | 'converted'
  | 'steps'
  | 'own'
  | 'exams'
  | 'via'
  | 'unknowns'
  | 'risks';

export type Line =
  | { readonly kind: 'fact'; readonly id: string; readonly fact: Fact }
  | { readonly kind: 'currency'; readonly id: string; readonly currency: string }
  | { readonly kind: 'shared'; readonly id: string; readonly step: string; readonly title: string }
  | { readonly kind: 'requirements'; readonly id: string; readonly of: Kind };

export type Part = { readonly heading: MessageKey; readonly lines: readonly Line[] };

const facts = (...names: readonly Fact[]): readonly Line[] =>
  names.map((fact) => ({ kind: 'fact', id: fact, fact }));

export function partsOf(columns: readonly Column[]): readonly Part[] {
  const parts: readonly Part[] = [
    { heading: 'compare.part.stand', lines: facts('status', 'route', 'gives', 'time', 'finish', 'next') },
    {
      heading: 'compare.part.cost',
      lines: [
        ...currenciesOf(columns).map((currency): Line => ({ kind: 'currency', id: currency, currency })),
        ...facts('unpriced'),
        ...(columns.some(({ point }) => point?.converted !== undefined) ? facts('converted') : []),
      ],
    },
    { heading: 'compare.part.risk', lines: facts('unknowns', 'risks', 'via', 'exams') },
    {
      heading: 'compare.part.steps',
      lines: [
        ...facts('steps'),
        ...sharedSteps(columns).map(({ step, title }): Line => ({ kind: 'shared', id: step, step, title })),
        ...facts('own'),
      ],
    },
    {
      heading: 'compare.part.requirements',
      lines: kindsOf(columns).map((of): Line => ({ kind: 'requirements', id: of, of })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
