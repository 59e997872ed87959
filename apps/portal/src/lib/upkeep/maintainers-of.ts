import { holdersOn, type Maintainers, type Pack } from '@testamur/engines/recognition';

/** Who holds an office for the rules of a pack on a day; nobody where all are vacant. */
export function maintainersOf(
  { jurisdiction }: Pick<Pack, 'jurisdiction'>,
  all: readonly Maintainers[],
  on: string,
): readonly string[] {
  const own = all.find(({ maintainers }) => maintainers === jurisdiction);
  if (own === undefined) return [];
  const held = [...holdersOn(own, 'proposer', on), ...holdersOn(own, 'approver', on)];
  return [...new Set(held.map(({ holder }) => holder))];
}
