/** Packs by their id or by their jurisdiction: `gb`, `GB`, `us-ny`, `US-NY`. */
import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import type { Pack } from '@testamur/engines/recognition';
import type { InputProblem } from './read-dossier.ts';

/** `undefined` asks for all. A pack that is asked for twice is given once, in the order of the packs. */
export function choosePacks(
  wanted: readonly string[] | undefined,
  packs: readonly Pack[],
): Result<readonly Pack[], InputProblem> {
  if (wanted === undefined) return ok(packs);
  const isNamed = (pack: Pack, name: string): boolean =>
    [pack.pack, pack.jurisdiction].some((known) => known.toLowerCase() === name.toLowerCase());
  const stranger = wanted.find((name) => !packs.some((pack) => isNamed(pack, name)));
  if (stranger !== undefined)
    return err({
      code: 'INPUT_PACK_UNKNOWN',
      message: `There is no pack for ${quoteText(stranger)}.`,
      hint: `There are packs for: ${packs.map((pack) => pack.pack).join(', ')}.`,
    });
  return ok(packs.filter((pack) => wanted.some((name) => isNamed(pack, name))));
}
