import { collectResults, err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import type { QuestionProblem } from './errors.ts';

/** A pack, or as much of one as is known: its id and its jurisdiction. */
type Named = { readonly pack: string; readonly jurisdiction: string };

/**
 * Packs by their id or by their jurisdiction, in either case: `gb`, `GB`, `us-ny`, `US-NY`. A pack that is asked for twice is given once,
 * in the order of the packs.
 */
export function choosePacks<P extends Named>(
  wanted: readonly string[],
  packs: readonly P[],
): Result<readonly P[], readonly QuestionProblem[]> {
  const named = collectResults(wanted.map((name, place) => findPacks(name, place, packs)));
  if (!named.ok) return named;
  const chosen = new Set(named.value.flat());
  return ok(packs.filter((pack) => chosen.has(pack)));
}

function findPacks<P extends Named>(
  name: string,
  place: number,
  packs: readonly P[],
): Result<readonly P[], QuestionProblem> {
  const lower = name.toLowerCase();
  const found = packs.filter((pack) =>
    [pack.pack, pack.jurisdiction].some((known) => known.toLowerCase() === lower),
  );
  if (found.length > 0) return ok(found);
  return err({
    code: 'RECOGNISING_PACK_UNKNOWN',
    message: `There is no pack for ${quoteText(name)}.`,
    at: `/jurisdictions/${place}`,
    hint: `There are packs for: ${packs.map((pack) => pack.pack).join(', ')}.`,
  });
}
