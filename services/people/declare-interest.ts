import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  isUuid,
  organisationOf,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { Interest } from './people-store.ts';

export type InterestDeclared = Pick<Interest, 'subject' | 'nature' | 'statement'>;

/** Declares an interest in an organisation; whoever has one decides nothing about it. A declaration is not taken back. */
export async function declareInterest(
  platform: PeoplePlatform,
  request: Request,
  declared: InterestDeclared,
): Answer<{ readonly declarationId: Uuid }> {
  const statement = readLine(declared.statement, 'statement', 2_000);
  if (!statement.ok) return statement;
  if (!isUuid(declared.subject)) return err(unusable('organisation', 'It is not the id of one.'));
  const declarationId = platform.newId();
  return performAct(
    platform,
    { act: 'people.declare-interest', request, content: declared },
    async ({ people }) => {
      await people.addInterest(organisationOf(request), {
        declarationId,
        personId: actorOf(request),
        ...declared,
        statement: statement.value,
        declaredAt: request.at,
      });
      return ok({ declarationId });
    },
  );
}
