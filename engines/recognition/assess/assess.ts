/** One dossier judged by every authority: the product's main answer. Pure: the law date comes in, no clock is read. */
import { expectOk, formatDay, hashOf } from '../../kernel/index.ts';
import type { Assessment, AuthorityResult } from '../assessment.ts';
import { buildFacts, type SchoolLookup } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { RegistryView } from '../reference/scope.ts';
import { type Basis, judgeAuthority } from './judge-authority.ts';
import { type Judge, makeJudge } from './judge-rule.ts';
import { type LawInput, type PreparedLaw, prepareLaw } from './prepare-law.ts';

export type PersonInput = {
  readonly dossier: Dossier;
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
  /** Packs to judge; all where absent. */
  readonly only?: readonly string[];
};

export type AssessInput = LawInput & PersonInput;

export const assess = (input: AssessInput): Assessment => assessPerson(prepareLaw(input), input);

export function assessPerson(prepared: PreparedLaw, person: PersonInput): Assessment {
  const { book, on, knownOn } = prepared;
  const { dossier, only } = person;
  const packs = book.packs.filter((pack) => only === undefined || only.includes(pack.pack));
  const judgeOn = judgesOf(prepared, person);
  const authorities = packs.map((pack) => judgeAuthority(pack, prepared, basesOf(dossier), judgeOn));
  return {
    schema: 'testamur/assessment/1',
    on: formatDay(on),
    knownOn: formatDay(knownOn),
    dossierHash: expectOk(hashOf(dossier), 'a dossier that was read from JSON'),
    authorities,
    decidingQuestions: rankOverAll(authorities),
  };
}

function basesOf({ qualifications = [] }: Dossier): readonly Basis[] {
  if (qualifications.length === 0) return [{ index: -1, id: undefined }];
  return qualifications.map(({ id }, index) => ({ index, id }));
}

/** Facts differ by degree, and by the authority's zone only where an application is planned to the hour. */
function judgesOf(prepared: PreparedLaw, person: PersonInput): (basis: Basis, zone: string) => Judge {
  const held = new Map<string, Judge>();
  const { book, on } = prepared;
  const { dossier, schools, registry } = person;
  return ({ index: basis }, zone) => {
    const key = `${basis} ${dossier.planned?.applicationAt === undefined ? '' : zone}`;
    const known = held.get(key);
    if (known !== undefined) return known;
    const facts = buildFacts({ dossier, basis, vocabulary: book.vocabulary, schools, zone, on });
    const judge = makeJudge(prepared, facts, registry);
    held.set(key, judge);
    return judge;
  };
}

function rankOverAll(authorities: readonly AuthorityResult[]): Assessment['decidingQuestions'] {
  const asked = new Map<string, { routes: number; authorities: Set<string> }>();
  for (const authority of authorities) {
    for (const fact of authority.routes
      .filter((route) => route.status === 'unknown' || route.status === 'withSteps')
      .flatMap((route) => route.decidingQuestions)) {
      const held = asked.get(fact) ?? { routes: 0, authorities: new Set<string>() };
      asked.set(fact, { routes: held.routes + 1, authorities: held.authorities.add(authority.pack) });
    }
  }
  return [...asked]
    .map(([fact, { routes, authorities: packs }]) => ({ fact, routes, authorities: [...packs].sort() }))
    .sort(
      (a, b) =>
        b.authorities.length - a.authorities.length || b.routes - a.routes || (a.fact < b.fact ? -1 : 1),
    );
}
