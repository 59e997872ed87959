/** Everybody drawn under a law that is changed throughout stands by columns as she does by the long way, person by person. */
import path from 'node:path';
import { loadRegistry } from '@testamur/adapters/registry';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { changeEverything, judgeOneByOne, openAffected } from '@testamur/engines/recognition';
import { registryViewOf } from '@testamur/engines/recognition/registry';
import { barred, type Line } from '../../bench/line.ts';
import { openPacks, ROOT } from './open-packs.ts';
import type { CheckOptions } from './options.ts';

/** Each seed is another change of every rule, with other people. */
const SEEDS = 4;
/** The long way takes so much longer than what the other checks do with a record. */
const SHARE = 20;

export async function* checkAffected({ packs, records, tell }: CheckOptions): AsyncIterable<Line> {
  const set = openPacks(packs);
  const { registry } = expectOk(loadRegistry(path.join(ROOT, 'packs')), 'the registry that ships');
  const wanted = set.packs.map(({ pack }) => pack).filter((id) => packs.length === 0 || packs.includes(id));
  const people = Math.ceil(records / SHARE);
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const setting = {
      before: set,
      after: changeEverything(set, seed).book,
      packs: wanted,
      on: expectOk(parseDay('2026-11-22'), 'a literal of the check'),
      schools: (id: string) => registry.schools.get(id),
      registry: registryViewOf(registry),
    };
    const models = wanted.flatMap((id) =>
      (set.suites.get(id)?.stories ?? []).map(({ value }) => value.dossier),
    );
    const [columns, long] = [openAffected(setting), judgeOneByOne(setting)];
    const draw = columns.draw(seed, models);
    for (let index = 0; index < people; index += 1) long.add(String(index), draw(String(index))());
    const [said, meant] = [columns.report().routes, long.report().routes];
    const differing = meant.filter((route, at) => JSON.stringify(route) !== JSON.stringify(said[at]));
    for (const { route } of differing) tell(`${route}: not the same by columns and person by person`);
    const same = JSON.stringify(columns.samples()) === JSON.stringify(long.samples());
    const id = `affected.seed-${seed}`;
    const line = barred({
      id,
      value: differing.length,
      unit: `of ${meant.length} routes differ`,
      bar: 0,
      better: 'lower',
    });
    yield { ...line, holds: line.holds && same && said.length === meant.length };
  }
}
