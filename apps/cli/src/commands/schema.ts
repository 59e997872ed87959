import {
  ANYWHERE_PARTS,
  AnywhereSchema,
  ASSESSMENT_PARTS,
  AssessmentSchema,
  bundleSchema,
  FRONT_PARTS,
  FrontSchema,
  PLAN_PARTS,
  PlanAnswerSchema,
  ReachesSchema,
  ReverseReachSchema,
  VerificationSchema,
  WhatIfSchema,
} from '@testamur/adapters/http';
import { RuleBaseSchema } from '@testamur/adapters/library';
import { quoteText } from '@testamur/engines/kernel';
import { dossierSchema } from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { libraryOf } from '../open-library.ts';
import { PACK_ANSWER_SCHEMAS } from '../pack-answer-schemas.ts';
import { AFFECTED_SCHEMA, PACK_DIFF_SCHEMA, PACK_HISTORIES_SCHEMA } from '../pack-version-schemas.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { WHY_NOT_SCHEMA } from '../why-not-schema.ts';

/** Those that do not depend on the packs; they are published in docs/schemas as well. */
const FIXED: Readonly<Record<string, () => unknown>> = {
  assessment: () => bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS),
  plan: () => bundleSchema('urn:testamur:plan-answer:1', PlanAnswerSchema, PLAN_PARTS),
  reaches: () => bundleSchema('urn:testamur:reaches:1', ReachesSchema, []),
  front: () => bundleSchema('urn:testamur:front:1', FrontSchema, FRONT_PARTS),
  anywhere: () => bundleSchema('urn:testamur:anywhere:1', AnywhereSchema, ANYWHERE_PARTS),
  'what-if': () => bundleSchema('urn:testamur:what-if:1', WhatIfSchema, []),
  'reverse-reach': () => bundleSchema('urn:testamur:reverse-reach:1', ReverseReachSchema, []),
  verification: () => bundleSchema('urn:testamur:verification:1', VerificationSchema, []),
  'why-not': () => WHY_NOT_SCHEMA,
  'rule-base': () => RuleBaseSchema,
  'pack-diff': () => PACK_DIFF_SCHEMA,
  affected: () => AFFECTED_SCHEMA,
  'pack-histories': () => PACK_HISTORIES_SCHEMA,
  ...Object.fromEntries(Object.entries(PACK_ANSWER_SCHEMAS).map(([name, made]) => [name, () => made])),
};

export const FIXED_SCHEMAS = Object.keys(FIXED);

/** `testamur schema NAME`: a published JSON Schema (draft 2020-12). That of a dossier is made from the vocabulary of the packs. */
export async function runSchema(name: string, host: Host): Promise<ExitCode> {
  const make = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined;
  if (make !== undefined) return writeSchema(make(), host);
  if (name !== 'dossier') {
    const hint = `There are: dossier, ${FIXED_SCHEMAS.join(', ')}.`;
    const message = `There is no schema ${quoteText(name)}.`;
    return refuse([{ code: 'INPUT_ARGUMENTS', message, hint }], host, { json: false });
  }
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, false);
  return writeSchema(dossierSchema(library.value.book.vocabulary), host);
}

function writeSchema(schema: unknown, host: Host): ExitCode {
  host.write(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.answered;
}
