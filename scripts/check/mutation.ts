/** How many mutants of each pack's rules its cases notice. */
import { mutatePacks } from '@testamur/adapters/packs';
import { barred, type Line } from '../../bench/line.ts';
import { openPacks } from './open-packs.ts';
import type { CheckOptions } from './options.ts';

export async function* checkMutation({ packs, tell }: CheckOptions): AsyncIterable<Line> {
  const set = openPacks(packs);
  for (const { pack, score, survivors, wrongClaims, mutants } of mutatePacks(set, packs)) {
    for (const { rule, id } of survivors) tell(`${pack}: ${rule} survives ${id}`);
    for (const { rule, mutant, problem } of wrongClaims) tell(`${pack}: ${rule} ${mutant}: ${problem}`);
    tell(
      `${pack}: ${mutants} mutants, ${survivors.length} survive, ${wrongClaims.length} wrongly called equal`,
    );
    const id = `mutation.${pack}`;
    const line = barred({ id, value: score * 100, unit: '% noticed', bar: 90, better: 'higher' });
    yield { ...line, holds: line.holds && wrongClaims.length === 0 };
  }
}
