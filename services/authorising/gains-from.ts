import type { ActName } from './matrix.ts';
import type { Uuid } from './request.ts';

/** In which value of an act stands whom it gives a role or a power here. An invitation names nobody that we know yet. */
const GAINERS: Readonly<Record<string, string>> = {
  'people.assign-role': 'personId',
  'people.delegate-role': 'to',
} satisfies Partial<Record<ActName, string>>;

/** Whether what is to be done gives this person a role or a power: then she is no second pair of eyes for it. */
export function gainsFrom(personId: Uuid, act: string, content: unknown): boolean {
  const gainer = GAINERS[act];
  if (gainer === undefined || typeof content !== 'object' || content === null) return false;
  return (content as Readonly<Record<string, unknown>>)[gainer] === personId;
}
