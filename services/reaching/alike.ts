/** People for whom every condition of the rules towards an authority has the same value stand the same before it. */
import {
  buildFacts,
  type Outcome,
  type Pack,
  type PreparedLaw,
  type ResolvedRule,
  walkNodes,
} from '@testamur/engines/recognition';
import type { Library } from '../recognising/index.ts';
import { CITIZEN_FACTS, SCHOOL_FACTS } from './classify-places.ts';
import { DAY_FACTS } from './classify-years.ts';
import { comparedWith, factIn, nodesOf } from './mentions.ts';
import type { Towards } from './rules-towards.ts';
import type { Unit } from './tell-blocks.ts';
import { typicalDoctor } from './typical-doctor.ts';

type Setting = {
  readonly library: Library;
  readonly law: PreparedLaw;
  readonly pack: Pack;
  readonly towards: Towards;
};

/** Far quicker than to judge each of them: only rules that read of place or year are looked at, and no reasons are told. */
export function groupAlike(units: readonly Unit[], setting: Setting): readonly (readonly Unit[])[] {
  const rules = rulesOfPlaces(setting.towards.rules);
  const [isSchoolAsked, isCitizenshipAsked] = [SCHOOL_FACTS, CITIZEN_FACTS].map((facts) =>
    isHeldAgainstEntries(facts, setting.towards.rules),
  );
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const { school, citizenship } = unit.asked;
    // Whether a licence that she may obtain is one of her own country is asked of licences that she does not hold yet.
    const homes = [isSchoolAsked ? school : '', isCitizenshipAsked ? citizenship : ''].map((code) =>
      setting.towards.namedPlaces.has(code) ? code : '',
    );
    const key = `${homes.join()} ${valuesFor(unit, rules, setting)}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()];
}

const isHeldAgainstEntries = (facts: ReadonlySet<string>, rules: readonly ResolvedRule[]): boolean =>
  nodesOf(rules).some((each) =>
    comparedWith(each, facts).some((side) => /^(its|outer)\./.test(factIn(side) ?? '')),
  );

function valuesFor({ asked }: Unit, rules: readonly string[], { library, law, pack }: Setting): string {
  const { registry, view, book } = library;
  const facts = buildFacts({
    dossier: typicalDoctor(asked, book.vocabulary),
    basis: 0,
    vocabulary: book.vocabulary,
    schools: (id) => registry.schools.get(id),
    zone: pack.zone,
    on: law.on,
  });
  const evaluate = law.forFacts(facts, view);
  const letters: string[] = [];
  const walk = ({ truth, children }: Outcome): void => {
    letters.push(LETTERS[truth]);
    for (const child of children) walk(child);
    letters.push(')');
  };
  for (const rule of rules) walk(evaluate(rule));
  return letters.join('');
}

const LETTERS = { true: 't', false: 'f', unknown: 'u', notApplicable: 'n' } as const;

const FACTS = new Set([...SCHOOL_FACTS, ...CITIZEN_FACTS, ...DAY_FACTS]);

/** Those that read where or when she studied or of what country she is, and those that build on them. */
function rulesOfPlaces(rules: readonly ResolvedRule[]): readonly string[] {
  const reading = new Set(rules.filter(readsPlaces).map(({ rule }) => rule.rule));
  for (let size = -1; size !== reading.size; ) {
    size = reading.size;
    for (const { rule, versions } of rules) {
      const names = versions.flatMap(({ when }) =>
        walkNodes(when).map(({ node }) => ('rule' in node ? node.rule : '')),
      );
      if (names.some((name) => reading.has(name))) reading.add(rule.rule);
    }
  }
  return [...reading];
}

const readsPlaces = ({ rule, versions }: ResolvedRule): boolean =>
  [
    ...JSON.stringify([
      rule.versions.map(({ appliesTo }) => appliesTo?.anchor),
      versions.map(({ when }) => when),
    ]).matchAll(/"([a-z]+\.[a-zA-Z]+)"/g),
  ].some(([, fact]) => FACTS.has(fact ?? ''));
