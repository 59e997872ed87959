/** Everything that an assessment, a plan and a why-not ask for: whose dossier, which law, which packs. All problems at once. */
import { type Day, err, formatDay, ok, type Result } from '@testamur/engines/kernel';
import { type Dossier, type Pack, resolveRule } from '@testamur/engines/recognition';
import type { Library } from '@testamur/services/recognising';
import type { Host } from '../host.ts';
import { choosePacks } from './choose-packs.ts';
import { readDay } from './read-day.ts';
import { type InputProblem, readDossier } from './read-dossier.ts';

export type Asked = {
  readonly file: string;
  readonly jurisdictions?: readonly string[] | undefined;
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
};

export type Question = {
  readonly dossier: Dossier;
  readonly on: Day;
  readonly knownOn: Day;
  readonly packs: readonly Pack[];
  /** What should be known before the answer is read. */
  readonly notes: readonly string[];
};

export async function readQuestion(
  asked: Asked,
  host: Host,
  library: Library,
): Promise<Result<Question, readonly InputProblem[]>> {
  const on = readDay('on', asked.on, host.today);
  const knownOn = readDay('known-on', asked.knownOn, host.today);
  const packs = choosePacks(asked.jurisdictions, library.book.packs);
  const dossier = await readDossier(asked.file, host, library, host.today);
  if (!on.ok || !knownOn.ok || !packs.ok || !dossier.ok)
    return err([
      ...[on, knownOn, packs].flatMap((each) => (each.ok ? [] : [each.error])),
      ...(dossier.ok ? [] : dossier.error),
    ]);
  const silent = packs.value.filter((pack) => isSilent(pack, on.value, knownOn.value));
  if (silent.length === packs.value.length) return err([notResearched(on.value, knownOn.value)]);
  const note = `Nothing is researched for ${formatDay(on.value)} in ${silent.map(({ pack }) => pack).join(', ')}: unknown there.`;
  return ok({
    dossier: dossier.value,
    on: on.value,
    knownOn: knownOn.value,
    packs: packs.value,
    notes: silent.length === 0 ? [] : [note],
  });
}

/** No rule of the pack covers the day, as it was known then. */
const isSilent = (pack: Pack, on: Day, knownOn: Day): boolean =>
  pack.rules.every((rule) => resolveRule(rule, pack.pack, { on, knownOn }).state === 'notResearched');

const notResearched = (on: Day, knownOn: Day): InputProblem => ({
  code: 'INPUT_BEFORE_COVERAGE',
  message: `--on ${formatDay(on)}, --known-on ${formatDay(knownOn)}: none of the packs asked for holds law for that day, as it was known then.`,
  hint: 'Choose a later --on or --known-on, or leave them out for the law of today.',
});
