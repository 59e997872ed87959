import type { Pack } from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';

export type PackSummary = {
  readonly id: string;
  readonly name: string;
  readonly kind: Pack['kind'];
  readonly readiness: Pack['readiness'];
  readonly regulator: Pack['regulator'];
  readonly version: string;
  readonly routes: number;
  readonly rules: number;
  readonly openQuestions: number;
};

/** Every pack in short, by name. */
export function summarisePacks({ reference: { packs }, language }: Reading): readonly PackSummary[] {
  const summaries = [...packs.values()].map(({ pack }) => ({
    id: pack.pack,
    name: pack.name,
    kind: pack.kind,
    readiness: pack.readiness,
    regulator: pack.regulator,
    version: pack.version,
    routes: pack.routes.length,
    rules: pack.rules.length,
    openQuestions: pack.openQuestions.length,
  }));
  return summaries.sort((a, b) => a.name.localeCompare(b.name, language.format));
}
