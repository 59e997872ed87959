/** The workload as a law of one rule, with the vocabulary that its facts need, and its people as facts. */
import type { Day } from '@testamur/engines/kernel';
import { expectOk, formatDay, parseDay } from '@testamur/engines/kernel';
import type { Facts, FactValue, Node, Pack, Vocabulary } from '@testamur/engines/recognition';
import type { Condition, FactName, PersonRecord, Shape, Workload } from './workload.ts';

export const RULE = 'zz.workload.open';
export const ON: Day = expectOk(parseDay('2026-11-22'), 'a literal of the bench');

const CITE = [{ source: 'workload', locator: 'whole page', seen: '2026-11-22', grade: 'D' }] as const;
const factId = ({ name }: FactName): string => `workload.${name}`;

export function nodeOf(shape: Shape): Node {
  if ('any' in shape) return { any: shape.any.map(nodeOf) };
  if ('all' in shape) return { all: shape.all.map(nodeOf) };
  return leafOf(shape.condition);
}

function leafOf({ fact, comparison, value }: Condition): Node {
  if (comparison === 'is') return { fact: factId(fact), equals: value === 1 };
  if (fact.kind === 'number')
    return comparison === 'atLeast'
      ? { fact: factId(fact), atLeast: value }
      : { fact: factId(fact), atMost: value };
  const day = formatDay(value as Day);
  return comparison === 'atLeast'
    ? { fact: factId(fact), onOrAfter: day }
    : { fact: factId(fact), onOrBefore: day };
}

export function packOf(when: Node): Pack {
  const version = { version: '1', recordedAt: '2026-11-22', reviewBy: '2027-11-22', cite: CITE, when };
  return {
    pack: 'zz',
    kind: 'authority',
    name: 'Workload',
    jurisdiction: 'ZZ',
    uses: [],
    zone: 'Etc/UTC',
    version: '2026.11.22',
    readiness: 'ready',
    regulator: { name: 'None', url: 'https://example.org' },
    languages: ['en'],
    sources: [],
    rules: [{ rule: RULE, title: 'Open', kind: 'other', text: 'The workload.', versions: [version] }],
    routes: [],
    steps: [],
    tables: [],
    openQuestions: [],
  };
}

export function vocabularyOf({ facts }: Workload): Vocabulary {
  const own = { definition: 'A fact of the workload.', standard: 'own' } as const;
  const typed = facts.map((fact) => {
    const type = fact.kind === 'number' ? { type: 'number' as const, unit: 'points' } : { type: fact.kind };
    return [fact.name, { ...type, label: fact.name.toUpperCase(), ...own }] as const;
  });
  const section = { section: 'workload', kind: 'singular', label: 'Workload', definition: 'x' } as const;
  return {
    sections: new Map([['workload', { ...section, facts: Object.fromEntries(typed) }]]),
    codeLists: new Map(),
    groups: new Map(),
  };
}

export function factsOf({ facts }: Workload, person: PersonRecord): Facts {
  const scalars = new Map<string, FactValue>();
  for (const [index, fact] of facts.entries()) {
    const value = person[index];
    if (value === undefined) continue;
    scalars.set(
      factId(fact),
      fact.kind === 'boolean'
        ? { state: 'known', value: value === 1, strength: 1 }
        : { state: 'range', lo: value, hi: value, strength: 1 },
    );
  }
  return { scalars, lists: new Map() };
}
