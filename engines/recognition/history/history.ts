/**
 * The history of a pack from its own two times: what the law changed and will change (law time), and when this became known to the pack
 * (knowledge time). Nothing here is written by hand but the words of the changelog.
 */
import type { Citation } from '../../kernel/index.ts';
import { compareWordings, predecessorOf, sayRange, sayWording } from '../diff/tell-version.ts';
import type { Pack, Rule, RuleVersion } from '../language/pack.ts';
import type { ChangelogEntry } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { englishWords } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';

export type LawChange = {
  /** Civil day, or part of one, on which it takes or took effect. */
  readonly on: string;
  readonly what: 'begins' | 'changes' | 'ends';
  /** Of a rule, or of a route. */
  readonly rule?: string;
  readonly route?: string;
  readonly title: string;
  readonly version?: string;
  /** One sentence for each thing that changed against the version before. */
  readonly words: readonly string[];
  readonly cite: readonly Citation[];
  /** After the day asked. */
  readonly toCome: boolean;
};

export type KnowledgeChange = {
  readonly recordedAt: string;
  /** Wordings entered that day: new to the pack, or in place of what had been recorded. */
  readonly entries: readonly {
    readonly rule: string;
    readonly title: string;
    readonly version: string;
    readonly corrects: boolean;
    readonly words: readonly string[];
  }[];
};

export type PackHistory = {
  readonly schema: 'testamur/pack-history/1';
  readonly pack: string;
  readonly name: string;
  readonly version: string;
  /** The newest first, what is to come before all. */
  readonly law: readonly LawChange[];
  readonly knowledge: readonly KnowledgeChange[];
  readonly changelog: readonly ChangelogEntry[];
};

export type HistoryInput = {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly changelog: readonly ChangelogEntry[];
  /** What lies after this day is to come. */
  readonly today: string;
};

/**
 * @example historyOf({ pack, vocabulary, changelog: [], today: '2026-11-22' }).law.filter(({ toCome }) => toCome)
 */
export function historyOf({ pack, vocabulary, changelog, today }: HistoryInput): PackHistory {
  const titles = new Map(pack.rules.map(({ rule, title }) => [rule, title]));
  const words = englishWords(vocabulary, (rule) => titles.get(rule) ?? rule);
  const law = [
    ...pack.rules.flatMap((rule) => lawOfRule(rule, words)),
    ...pack.routes.flatMap(({ route, title, inForce, cite }) =>
      boundsOf(inForce).map(
        ({ on, what }): Omit<LawChange, 'toCome'> => ({
          ...{ on, what, route, title, cite },
          words: [what === 'ends' ? 'The route closes' : 'The route opens'],
        }),
      ),
    ),
  ];
  return {
    schema: 'testamur/pack-history/1',
    pack: pack.pack,
    name: pack.name,
    version: pack.version,
    law: law
      .map((change) => ({ ...change, toCome: change.on > today }))
      .toSorted((a, b) => compare(b.on, a.on) || compare(nameOf(a), nameOf(b))),
    knowledge: knowledgeOf(pack, words),
    changelog,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = ({ rule, route, version = '' }: LawChange): string => `${rule ?? route ?? ''} ${version}`;

type Bound = { readonly on: string; readonly what: 'begins' | 'ends' };

const boundsOf = (range: { readonly from?: string; readonly to?: string } | undefined): readonly Bound[] => [
  ...(range?.from === undefined ? [] : [{ on: range.from, what: 'begins' } as const]),
  ...(range?.to === undefined ? [] : [{ on: range.to, what: 'ends' } as const]),
];

/** The last wording recorded of each version counts; an end is told only where no other version takes over that day. */
function lawOfRule(rule: Rule, words: Words): readonly Omit<LawChange, 'toCome'>[] {
  const wordings = latestWordings(rule);
  const begun = new Set(wordings.map(({ inForce }) => inForce?.from));
  return wordings.flatMap((wording) => {
    const base = { rule: rule.rule, title: rule.title, version: wording.version, cite: wording.cite };
    return boundsOf(wording.inForce).flatMap(({ on, what }) => {
      if (what === 'begins') return [{ ...base, on, ...tellBeginning(rule, wordings, wording, words) }];
      return begun.has(on)
        ? []
        : [{ ...base, on, what, words: [`No longer in force: ${sayWording(wording, words)}`] }];
    });
  });
}

const latestWordings = ({ versions }: Rule): readonly RuleVersion[] =>
  versions.filter((each) =>
    versions.every(
      (other) => other === each || other.version !== each.version || other.recordedAt <= each.recordedAt,
    ),
  );

function tellBeginning(
  rule: Rule,
  wordings: readonly RuleVersion[],
  wording: RuleVersion,
  words: Words,
): Pick<LawChange, 'what' | 'words'> {
  const before = predecessorOf({ ...rule, versions: wordings }, wording);
  const anchor = wording.appliesTo;
  const whom = anchor === undefined ? [] : [`For whoever has ${anchor.anchor} ${sayRange(anchor)}`];
  if (before === undefined) return { what: 'begins', words: [...whom, `Asks ${sayWording(wording, words)}`] };
  const changes = compareWordings(before, wording, words);
  return {
    what: 'changes',
    words: changes.length === 0 ? [`As version ${before.version}, read from another text`] : changes,
  };
}

function knowledgeOf(pack: Pack, words: Words): readonly KnowledgeChange[] {
  const days = new Map<string, KnowledgeChange['entries'][number][]>();
  for (const rule of pack.rules)
    for (const wording of rule.versions) {
      const before = predecessorOf(rule, wording);
      const corrects = before?.version === wording.version && before.recordedAt < wording.recordedAt;
      const entry = {
        rule: rule.rule,
        title: rule.title,
        version: wording.version,
        corrects,
        words: corrects && before !== undefined ? compareWordings(before, wording, words) : [],
      };
      days.set(wording.recordedAt, [...(days.get(wording.recordedAt) ?? []), entry]);
    }
  return [...days]
    .sort(([a], [b]) => compare(b, a))
    .map(([recordedAt, entries]) => ({ recordedAt, entries }));
}
