/** Every citation of a pack: what it is for, where it was read, and until when that is read again. */
import type { Citation } from '../../kernel/index.ts';
import type { Pack } from '../language/pack.ts';
import { STEP_TIME_FIELDS } from '../language/step-time.ts';
import { walkNodes } from '../language/walk-nodes.ts';

export type PlacedCitation = {
  /** `gb.plab.plab1 version 2025`, `step.gb.plab1 cost`. */
  readonly of: string;
  readonly id: string;
  readonly citation: Citation;
  /** Only wordings of rules have to be read again by a day. */
  readonly reviewBy?: string;
};

export function citationsOf(pack: Pack): readonly PlacedCitation[] {
  return [...ofRules(pack), ...ofRoutes(pack), ...ofSteps(pack), ...ofTables(pack)];
}

const place = (id: string, what: string, cite: readonly Citation[], reviewBy?: string): PlacedCitation[] =>
  cite.map((citation) => ({
    id,
    of: what === '' ? id : `${id} ${what}`,
    citation,
    ...(reviewBy === undefined ? {} : { reviewBy }),
  }));

/** A later entry of the same version corrects the earlier one: only the last has to be kept fresh. */
function ofRules({ rules }: Pack): readonly PlacedCitation[] {
  return rules.flatMap(({ rule, versions }) =>
    versions
      .filter(
        ({ version, recordedAt }) =>
          !versions.some((each) => each.version === version && each.recordedAt > recordedAt),
      )
      .flatMap(({ version, reviewBy, cite, when }) => [
        ...place(rule, `version ${version}`, cite, reviewBy),
        ...walkNodes(when).flatMap(({ node }) =>
          place(rule, `version ${version}`, node.cite ?? [], reviewBy),
        ),
      ]),
  );
}

const ofRoutes = ({ routes }: Pack): readonly PlacedCitation[] =>
  routes.flatMap(({ route, cite, discretion, notes, mustBeValid = [] }) => [
    ...place(route, '', cite),
    ...[...discretion, ...notes].flatMap((each) => place(route, each.id, each.cite)),
    ...mustBeValid.flatMap((each) => place(route, `validity of ${each.rule}`, each.cite)),
  ]);

const ofSteps = ({ steps }: Pack): readonly PlacedCitation[] =>
  steps.flatMap((step) => [
    ...place(step.step, '', step.cite),
    ...(['cost', 'duration', 'validFor', ...STEP_TIME_FIELDS] as const).flatMap((name) =>
      place(step.step, name, step[name]?.cite ?? []),
    ),
  ]);

const ofTables = ({ tables }: Pack): readonly PlacedCitation[] =>
  tables.flatMap(({ table, cite }) => place(table, '', cite));
