/** `testamur packs affected OLD NEW`: a population under two versions of the rules. */
import { loadRegistry } from '@testamur/adapters/registry';
import {
  type AffectedReport,
  type AffectedRun,
  type Dossier,
  explainAffected,
  openAffected,
  type TableProblem,
} from '@testamur/engines/recognition';
import { registryViewOf } from '@testamur/engines/recognition/registry';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { type Progress, startProgress } from '../../progress.ts';
import { refuse } from '../../refuse.ts';
import { showAffected } from '../../show/affected.ts';
import { openVersions, readCount, readOn, type VersionsAsked } from './open-versions.ts';
import { type People, readPeople } from './read-people.ts';

export type AffectedArguments = VersionsAsked & {
  readonly people?: string | undefined;
  readonly generate?: string | undefined;
  readonly seed?: string | undefined;
  readonly on?: string | undefined;
  readonly sample?: string | undefined;
  readonly json: boolean;
};

export type AffectedAnswer = AffectedReport & {
  readonly before: string;
  readonly after: string;
  /** People read from what was given, and people drawn. */
  readonly read: number;
  readonly drawn: number;
  /** Of those given, how many could not be judged; each is named. */
  readonly refused: number;
  readonly problems: readonly (TableProblem & { readonly file: string })[];
};

/** As many as are judged at a time. */
const BATCH = 8_192;

export async function runAffected(given: AffectedArguments, host: Host): Promise<ExitCode> {
  const counts = {
    generate: readCount('--generate', given.generate, {
      otherwise: given.people === undefined ? 10_000 : 0,
      least: 0,
      most: 10_000_000,
    }),
    seed: readCount('--seed', given.seed, { otherwise: 1, least: 0, most: 4_294_967_295 }),
    sample: readCount('--sample', given.sample, { otherwise: 5, least: 0, most: 1_000 }),
  };
  const { generate, seed, sample } = counts;
  const on = readOn(given.on, host.today);
  if (!generate.ok || !seed.ok || !sample.ok || !on.ok)
    return refuse(
      [...Object.values(counts), on].flatMap((read) => (read.ok ? [] : [read.error])),
      host,
      given,
    );
  const progress = await startProgress(host, 'Reading both versions');
  const stop = (problems: Parameters<typeof refuse>[0]): ExitCode => {
    progress.stop();
    return refuse(problems, host, given);
  };
  const versions = openVersions(given, host);
  if (!versions.ok) return stop(versions.error);
  const registry = loadRegistry(host.packsFolder);
  if (!registry.ok) return stop(registry.error.map(({ code, message }) => ({ code, message })));
  const { before, after, packs } = versions.value;
  const setting = {
    before: before.book,
    after: after.book,
    on: on.value,
    schools: (id: string) => registry.value.registry.schools.get(id),
    registry: registryViewOf(registry.value.registry),
  };
  const people = readPeople(given.people, {
    vocabulary: after.book.vocabulary,
    schools: setting.schools,
    today: host.today,
  });
  if (!people.ok) return stop(people.error);
  const run = openAffected({ ...setting, packs });
  await judge(run, people.value, {
    drawn: generate.value,
    seed: seed.value,
    models: packs.flatMap((id) => (after.suites.get(id)?.stories ?? []).map(({ value }) => value.dossier)),
    progress,
  });
  await progress.tell('Explaining some of the changes');
  const chosen = run.samples().slice(0, sample.value);
  const answer: AffectedAnswer = {
    ...run.report(),
    before: before.name,
    after: after.name,
    read: people.value.people.length,
    drawn: run.routes === 0 ? 0 : generate.value,
    refused: people.value.refused,
    problems: people.value.problems,
    samples: chosen.map(explainAffected(setting)),
  };
  progress.stop();
  host.write(given.json ? `${JSON.stringify(answer)}\n` : showAffected(answer, host));
  return people.value.refused > 0 ? EXIT.faultsFound : EXIT.answered;
}

type Work = {
  readonly drawn: number;
  readonly seed: number;
  readonly models: readonly Dossier[];
  readonly progress: Progress;
};

async function judge(
  run: AffectedRun,
  { people }: People,
  { drawn, seed, models, progress }: Work,
): Promise<void> {
  for (const [index, { id, dossier }] of people.entries()) {
    if (index % BATCH === 0) await progress.tell(`Judging ${index} of ${people.length} people`);
    run.add(id, dossier);
  }
  // Whoever is drawn around what changed needs something that changed.
  if (run.routes === 0) return;
  const draw = run.draw(seed, models);
  for (let index = 0; index < drawn; index += 1) {
    if (index % BATCH === 0) await progress.tell(`Judging ${index} of ${drawn} invented people`);
    draw(`drawn ${seed}/${index + 1}`);
  }
}
