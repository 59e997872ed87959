/** Two versions of the rules and the packs of them that are compared; what diff and affected begin with. */
import { openVersion, type PackFault, type RulesVersion } from '@testamur/adapters/packs';
import { type Day, err, ok, parseDay, type Result } from '@testamur/engines/kernel';
import type { Host } from '../../host.ts';
import type { InputProblem } from '../../input/read-request.ts';

export type VersionsAsked = {
  readonly old: string;
  readonly new: string;
  readonly packs?: readonly string[] | undefined;
};

export type TwoVersions = {
  readonly before: RulesVersion;
  readonly after: RulesVersion;
  /** Ids of the packs compared, those of the new version first in its order. */
  readonly packs: readonly string[];
};

export function openVersions(asked: VersionsAsked, host: Host): Result<TwoVersions, readonly InputProblem[]> {
  const context = { packsFolder: host.packsFolder, from: process.cwd() };
  const [before, after] = [openVersion(asked.old, context), openVersion(asked.new, context)];
  const problems: InputProblem[] = [before, after].flatMap((version, index) =>
    version.ok ? faultsOf(version.value) : [{ ...version.error, option: index === 0 ? 'OLD' : 'NEW' }],
  );
  if (!before.ok || !after.ok || problems.length > 0) return err(problems);
  const ids = new Set([after.value, before.value].flatMap(({ book }) => book.packs.map(({ pack }) => pack)));
  const only = [before.value.only, after.value.only].filter((id) => id !== undefined);
  const wanted = asked.packs ?? (only.length > 0 ? only : undefined);
  const unknown = (wanted ?? []).filter((id) => !ids.has(id.toLowerCase()));
  if (unknown.length > 0)
    return err(
      unknown.map((id) => ({
        code: 'INPUT_ARGUMENTS',
        option: '--pack',
        message: `Neither version has a pack ${id}.`,
        hint: `There are packs: ${[...ids].join(', ')}.`,
      })),
    );
  const chosen = new Set((wanted ?? [...ids]).map((id) => id.toLowerCase()));
  return ok({
    before: before.value,
    after: after.value,
    packs: [...ids].filter((id) => chosen.has(id)),
  });
}

/** A pack that cannot be read is not a pack that was taken away. */
function faultsOf({ name, problems }: RulesVersion): readonly InputProblem[] {
  return problems.map(({ file, line, column, code, message, mend }: PackFault) => ({
    code,
    message,
    file: `${name.replace(/\/$/, '')}/${file}`,
    position: { line, column },
    ...(mend === undefined ? {} : { hint: mend }),
  }));
}

/** A whole number of an option within bounds, or what is wrong with it. */
export function readCount(
  option: string,
  given: string | undefined,
  { otherwise, least, most }: { readonly otherwise: number; readonly least: number; readonly most: number },
): Result<number, InputProblem> {
  if (given === undefined) return ok(otherwise);
  const count = Number(given.replaceAll(/[,_]/g, ''));
  if (/^[\d,_]+$/.test(given) && Number.isSafeInteger(count) && count >= least && count <= most)
    return ok(count);
  return err({
    code: 'INPUT_ARGUMENTS',
    option,
    message: `${given} is no number from ${least} to ${most}.`,
    hint: 'Give a whole number, or leave it out.',
  });
}

export function readOn(given: string | undefined, today: Day): Result<Day, InputProblem> {
  if (given === undefined) return ok(today);
  const read = parseDay(given);
  return read.ok ? read : err({ ...read.error, option: '--on' });
}
