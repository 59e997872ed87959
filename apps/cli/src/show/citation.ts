/** A citation in one line: source, place in it, day it was seen, address. */
import type { Citation } from '@testamur/engines/kernel';
import type { Pack, Source } from '@testamur/engines/recognition';

/** What a citation calls its source, by the ids of the rules, routes and steps in which it may have been written. */
export type FindSource = (source: string, writtenIn: readonly string[]) => Source | undefined;

/** Ids of sources are private to a pack: the pack of the rule, route or step first, then those that it uses, then any. */
export function sourceFinder(packs: readonly Pack[]): FindSource {
  const packOf = new Map(
    packs.flatMap((pack) =>
      [
        ...pack.rules.map(({ rule }) => rule),
        ...pack.routes.map(({ route }) => route),
        ...pack.steps.map(({ step }) => step),
      ].map((id) => [id, pack] as const),
    ),
  );
  return (id, writtenIn) => {
    const own = writtenIn.flatMap((each) => packOf.get(each) ?? []);
    const used = packs.filter(({ pack }) => own.some(({ uses }) => uses.includes(pack)));
    return [...own, ...used, ...packs]
      .find(({ sources }) => sources.some(({ source }) => source === id))
      ?.sources.find(({ source }) => source === id);
  };
}

export function citationLine(
  { source, locator, seen, url, citation }: Citation,
  findSource: FindSource,
  ...writtenIn: readonly string[]
): string {
  const known = findSource(source, writtenIn);
  const address = url ?? known?.url ?? citation;
  return [
    `${known?.title ?? source}, ${locator}`,
    seen === 'undated' ? 'undated copy' : `seen ${seen}`,
    ...(address === undefined ? [] : [address]),
  ].join(' · ');
}
