/** `asOf`: what the registry knows of a school on a day, and what the person says where it is silent. `docs/semantics.md` section 12. */
import type { RegistryJoin } from '../language/nodes.ts';
import { unknownDays } from './comparison.ts';
import { evaluateDay } from './days.ts';
import { cannotCompare, certain, disputed, notSaid, weakest } from './leaf.ts';
import type { LeafAnswer } from './outcome.ts';
import { nameOf, readFact, type Scope } from './scope.ts';

export function evaluateRegistryJoin(join: RegistryJoin, scope: Scope): LeafAnswer {
  const school = readFact(join.subject, scope);
  const known =
    school.state === 'known' && !String(school.value).startsWith('by-hand:')
      ? String(school.value)
      : undefined;
  const on = evaluateDay(join.on, scope);
  if (known !== undefined && on.state === 'range') {
    const answer = scope.registry.accredited(known, on, join.recognisedBy);
    if (answer.state !== 'silent')
      return certain(
        answer.state === 'true',
        weakest(3, school.state === 'known' ? school.strength : 4, on.strength),
      );
    return declared(join, scope, answer.weaker);
  }
  const said = declared(join, scope, undefined);
  if (said.truth === 'true' || said.truth === 'false') return said;
  if (school.state !== 'known') return cannotCompare(school, nameOf(join.subject, scope));
  return on.state === 'unknown' ? unknownDays([on]) : said;
}

function declared(join: RegistryJoin, scope: Scope, weaker: boolean | undefined): LeafAnswer {
  if (join.otherwise === undefined) return notSaid([]);
  const said = readFact(join.otherwise, scope);
  if (said.state !== 'known') return cannotCompare(said, nameOf(join.otherwise, scope));
  if (weaker !== undefined && weaker !== said.value) return disputed(join.otherwise);
  return certain(said.value === true, said.strength);
}
