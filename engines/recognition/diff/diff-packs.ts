/** Two versions of a pack as a list of changes in plain words, each with what it rests on. Empty exactly when both are the same JSON. */
import type { Pack, Rule, RuleVersion } from '../language/pack.ts';
import type { Group, Vocabulary } from '../language/vocabulary.ts';
import { englishWords } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';
import { isRecord } from '../schema/check.ts';
import { align, textOf } from './align.ts';
import { aspectOf } from './aspect-of.ts';
import type { Aspect, Change, ChangedThing } from './change.ts';
import { citeOf } from './cite-of.ts';
import { diffParts } from './diff-parts.ts';
import type { Difference } from './difference.ts';
import { sayDifference } from './say-difference.ts';
import { tellNewWording } from './tell-version.ts';

/** `vocabulary`: the labels with which conditions are told; those of the new version, or of both. */
export type PackDiffInput = {
  readonly before: Pack | undefined;
  readonly after: Pack | undefined;
  readonly vocabulary: Vocabulary;
};

type Things = readonly (readonly [thing: ChangedThing, id: string, title: string, value: unknown])[];

export function diffPacks({ before, after, vocabulary }: PackDiffInput): readonly Change[] {
  const titles = new Map(
    [before, after].flatMap((pack) => pack?.rules ?? []).map((rule) => [rule.rule, rule.title]),
  );
  const words = englishWords(vocabulary, (rule) => titles.get(rule) ?? rule);
  return diffThings(thingsOf(before), thingsOf(after), words);
}

/** Groups of the vocabulary are law as well: who belongs to the union on which day. */
export function diffGroups(
  before: Vocabulary,
  after: Vocabulary,
  isNamed: (group: string) => boolean,
): readonly Change[] {
  const groupsOf = ({ groups }: Vocabulary): Things =>
    [...groups.values()]
      .filter(({ group }) => isNamed(group))
      .map((group: Group) => ['group', group.group, group.label, group]);
  return diffThings(
    groupsOf(before),
    groupsOf(after),
    englishWords(after, (rule) => rule),
  );
}

function diffThings(before: Things, after: Things, words: Words): readonly Change[] {
  const { pairs, removed, added, moved } = align(before, after, [([thing, id]) => `${thing} ${id}`]);
  const tell = (old: Things[number] | undefined, now: Things[number] | undefined): readonly Change[] =>
    changesOf(old, now, words);
  return [
    ...pairs.flatMap((pair) => tell(pair.before.value, pair.after.value)),
    ...removed.flatMap(({ value }) => tell(value, undefined)),
    ...added.flatMap(({ value }) => tell(undefined, value)),
    ...(moved ? [ORDER] : []),
  ];
}

const ORDER: Change = {
  kind: 'moved',
  thing: 'pack',
  id: '',
  title: 'Order',
  aspect: 'order',
  at: '',
  words: 'Rules, routes, steps or sources stand in another order in their files',
  cite: [],
};

function thingsOf(pack: Pack | undefined): Things {
  if (pack === undefined) return [];
  const { rules, routes, steps, tables, sources, openQuestions, ...head } = pack;
  return [
    ['pack', pack.pack, pack.name, head],
    ...rules.map((rule) => ['rule', rule.rule, rule.title, rule] as const),
    ...routes.map((route) => ['route', route.route, route.title, route] as const),
    ...steps.map((step) => ['step', step.step, step.title, step] as const),
    ...tables.map((table) => ['table', table.table, table.title, table] as const),
    ...sources.map((source) => ['source', source.source, source.title, source] as const),
    ...openQuestions.map((open) => ['question', open.id, open.question, open] as const),
  ];
}

function changesOf(
  before: Things[number] | undefined,
  after: Things[number] | undefined,
  words: Words,
): readonly Change[] {
  const [thing, id, title, value] = (after ?? before) as Things[number];
  const [old, now] = [before?.[3], after?.[3]];
  if (old === undefined || now === undefined)
    return [whole(thing, id, title, value, now === undefined ? 'removed' : 'added')];
  return diffParts(old, now).map((difference) => {
    const aspect = aspectOf(thing, difference);
    const version = versionIn(thing, difference);
    const around = [...versionsNamed(version, now, old), now, old];
    return {
      kind: difference.kind,
      thing,
      id,
      title,
      aspect,
      ...(version === undefined ? {} : { version }),
      at: difference.at.join('/'),
      words: sayChange(difference, aspect, [old, now], words),
      ...(difference.before === undefined ? {} : { before: difference.before }),
      ...(difference.after === undefined ? {} : { after: difference.after }),
      cite: citeOf(difference, ...around),
    };
  });
}

/** A wording that came or went is told as law; all else as a difference. */
function sayChange(
  difference: Difference,
  aspect: Aspect,
  [old, now]: readonly [unknown, unknown],
  words: Words,
): string {
  const { kind, before, after } = difference;
  if (aspect === 'version' && kind === 'added' && isRecord(after))
    return tellNewWording(now as Rule, after as unknown as RuleVersion, words);
  if (aspect === 'version' && kind === 'removed' && isRecord(before))
    return `No longer there: ${tellNewWording(old as Rule, before as unknown as RuleVersion, words)}`;
  return sayDifference(difference, aspect, words);
}

const CALLED: Readonly<Record<ChangedThing, string>> = {
  pack: 'pack',
  source: 'source',
  question: 'open question',
  rule: 'rule',
  route: 'route',
  step: 'step',
  table: 'table',
  group: 'group',
};

function whole(
  thing: ChangedThing,
  id: string,
  title: string,
  value: unknown,
  kind: 'added' | 'removed',
): Change {
  const text =
    isRecord(value) && typeof value['text'] === 'string' ? `: ${value['text'].replace(/\.$/, '')}` : '';
  const latest = isRecord(value) && thing === 'rule' ? (value as unknown as Rule).versions.at(-1) : undefined;
  return {
    kind,
    thing,
    id,
    title,
    aspect: 'whole',
    at: '',
    words: `The ${CALLED[thing]} “${title}” is ${kind === 'added' ? 'new' : 'gone'}${text}`,
    ...(kind === 'added' ? { after: value } : { before: value }),
    cite: citeOf({ kind, at: [], after: latest ?? value }),
  };
}

function versionIn(thing: ChangedThing, { at }: Difference): string | undefined {
  return thing === 'rule' && at[0] === 'versions' && at[1] !== undefined ? String(at[1]) : undefined;
}

const versionsNamed = (name: string | undefined, ...rules: readonly unknown[]): readonly RuleVersion[] =>
  name === undefined
    ? []
    : rules.flatMap((rule) => (rule as Rule).versions.filter(({ version }) => version === name).slice(-1));

/** Whether two versions of a pack say the same, whatever the order of keys in their files. */
export const isSamePack = (before: Pack, after: Pack): boolean => textOf(before) === textOf(after);
