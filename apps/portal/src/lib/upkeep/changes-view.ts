/** How the law of one pack changed and will change, as its page shows it. */
import { historyOf, type LawChange, type Pack, type PackHistory } from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';
import { type Cited, citedIn } from '../rules/cited.ts';
import { readDay } from '../rules/query.ts';

/** `id` is its place on the page, and is never another change's. */
export type ShownChange = Omit<LawChange, 'cite'> & {
  readonly id: string;
  readonly path: string;
  readonly cited: readonly Cited[];
};

export type ShownDay = { readonly on: string; readonly changes: readonly ShownChange[] };

export type ChangesView = {
  /** The soonest first. */
  readonly toCome: readonly ShownDay[];
  /** The newest first. */
  readonly past: readonly ShownDay[];
  readonly knowledge: PackHistory['knowledge'];
  readonly changelog: PackHistory['changelog'];
};

/** Told in the language of the law; as of now, in the zone in which the authority counts days. */
export function historyNow({ reference }: Reading, pack: Pack, now: Date): PackHistory {
  return historyOf({
    pack,
    vocabulary: reference.sourceBook.vocabulary,
    changelog: reference.library.changelogs[pack.pack] ?? [],
    today: readDay(null, now, pack.zone).text,
  });
}

export function viewChanges(reading: Reading, pack: Pack, now: Date): ChangesView {
  const { law, knowledge, changelog } = historyNow(reading, pack, now);
  const shown = law.map((change) => showChange(pack, change));
  const days = byDay(shown.filter(({ toCome }) => !toCome));
  return {
    toCome: byDay(shown.filter(({ toCome }) => toCome)).toReversed(),
    past: days,
    knowledge,
    changelog,
  };
}

const showChange = (pack: Pack, { cite, ...change }: LawChange): ShownChange => ({
  ...change,
  id: nameChange(change),
  path: pathOfChange(pack.pack, change),
  cited: citedIn(pack.sources, cite),
});

type Named = Pick<LawChange, 'rule' | 'route' | 'version' | 'on' | 'what'>;

/** Rule ids and versions are never used for anything else, so that this name can be kept. */
export const nameChange = ({ rule, route, version = '', on, what }: Named): string =>
  [rule ?? route ?? '', version, on, what].join('/');

export const pathOfChange = (pack: string, { rule, route }: Pick<LawChange, 'rule' | 'route'>): string =>
  rule === undefined ? `/rules/${pack}#${route ?? ''}` : `/rules/${pack}/${rule}`;

/** Changes come in the order of their days. */
function byDay(changes: readonly ShownChange[]): readonly ShownDay[] {
  const days = new Map<string, ShownChange[]>();
  for (const change of changes) days.set(change.on, [...(days.get(change.on) ?? []), change]);
  return [...days].map(([on, same]) => ({ on, changes: same }));
}
