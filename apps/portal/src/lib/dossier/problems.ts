/** Faults of a dossier, told at the field they point to. */
import type { Problem } from '@testamur/engines/kernel';

/** Those of the field itself and of anything inside it. */
export function problemsAt(problems: readonly Problem[], pointer: string): readonly string[] {
  return problems
    .filter(({ at }) => at === pointer || at?.startsWith(`${pointer}/`) === true)
    .map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`));
}
