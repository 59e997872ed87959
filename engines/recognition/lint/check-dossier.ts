/** A piece of a dossier in a case or a story reads as any dossier must: a misspelt word would be silently unknown. */
import type { Day } from '../../kernel/index.ts';
import type { DossierCode } from '../facts/dossier.ts';
import { validateDossier } from '../facts/validate-dossier.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { Path } from '../schema/problem.ts';
import type { Say } from './fact-types.ts';

/** `today` is the day on which it is told. A case tries the edges of a rule and may tell what no life does; a story (`strict`) may not. */
export type DossierCheck = { readonly vocabulary: Vocabulary; readonly today: Day; readonly strict: boolean };

const LENIENT: readonly DossierCode[] = ['DOSSIER_DATES_REVERSED', 'DOSSIER_FUTURE_PAST'];

export function checkDossier(
  dossier: unknown,
  at: Path,
  { vocabulary, today, strict }: DossierCheck,
  say: Say,
): void {
  // Which schools there are is for the registry to say: any id may be one.
  const read = validateDossier(dossier, { vocabulary, schools: () => ({ country: 'ZZ' }), today });
  if (read.ok) return;
  for (const problem of read.error)
    if (strict || !LENIENT.includes(problem.code))
      say(
        'LINT_DOSSIER',
        [...at, ...pathOf(problem.at ?? '')],
        problem.message,
        problem.hint ?? 'Correct the value.',
      );
}

/** RFC 6901 section 4; numbers are places in a list. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
