import type { ExplanationNode } from '@testamur/engines/recognition';
import { Type } from 'typebox';
import { CitationSchema } from './citation.ts';
import { closed, grade, oneOf, status, text, texts } from './members.ts';
import { named, refTo } from './named.ts';

/** What is published of an assessment: `testamur/assessment/1`. Each object lists all of its members. */
const standing = Type.Optional(
  oneOf(['final', 'unknown', 'curable', 'met'], 'Can it be made true? final < unknown < curable < met'),
);
const strength = Type.Optional(
  Type.Unsafe<1 | 2 | 3 | 4>({
    enum: [1, 2, 3, 4],
    description: 'Of the facts: 1 declared, 2 document seen, 3 verified at source, 4 credential verified',
  }),
);
const reasons = Type.Array(oneOf(['notSaid', 'notResearched', 'disputed', 'stale']), {
  description: 'Why it is unknown',
});

const cite = Type.Array(refTo(CitationSchema));

export const FactUsedSchema = named(
  'FactUsed',
  Type.Object(
    {
      fact: text(),
      label: text(),
      value: Type.Optional(Type.String({ description: 'As the person wrote it' })),
      state: oneOf(['known', 'unknown', 'disputed']),
      strength,
    },
    closed,
  ),
);

export const ExplanationNodeSchema = named(
  'ExplanationNode',
  Type.Object(
    {
      id: text(),
      operator: text(),
      sentence: Type.String({ description: 'What the node asks, in plain English' }),
      truth: oneOf(['true', 'false', 'unknown', 'notApplicable']),
      standing,
      strength,
      grade: Type.Optional(grade),
      reasons,
      missing: texts('Facts whose value would decide'),
      independentOf: texts('Missing facts that cannot change the result'),
      facts: Type.Array(refTo(FactUsedSchema)),
      cite,
      cure: texts('Steps that would make it true'),
      waiver: Type.Optional(text()),
      matched: Type.Optional(texts('Entries of a list that count')),
      possible: Type.Optional(texts('Entries that may count')),
      children: Type.Array(Type.Unsafe<ExplanationNode>({ $ref: 'ExplanationNode#' })),
    },
    closed,
  ),
);

export const RequirementResultSchema = named(
  'RequirementResult',
  Type.Object(
    {
      rule: text(),
      title: text(),
      text: text(),
      kind: text(),
      verdict: oneOf(['met', 'notMet', 'unknown', 'notApplicable']),
      remedy: Type.Optional(oneOf(['curable', 'final', 'undetermined'])),
      standing,
      waiverPossible: Type.Boolean(),
      strength,
      grade: Type.Optional(grade),
      reasons,
      missing: texts(),
      independentOf: texts(),
      questions: texts('What nobody has researched yet'),
      versions: texts('Wordings that were read'),
      assumedUnchangedSince: Type.Optional(text()),
      cite,
      explanation: refTo(ExplanationNodeSchema),
    },
    closed,
  ),
);

export const RemarkSchema = named('Remark', Type.Object({ id: text(), text: text(), cite }, closed));
const remark = refTo(RemarkSchema);

export const RouteResultSchema = named(
  'RouteResult',
  Type.Object(
    {
      route: text(),
      title: text(),
      for: text(),
      grants: Type.String({ description: 'The licence class' }),
      independent: Type.Boolean({ description: 'The class permits independent practice' }),
      status: status('Is this route open?'),
      closedBecause: Type.Optional(oneOf(['notYourRoute', 'notInForce', 'requirement'])),
      scope: Type.Array(refTo(RequirementResultSchema), { description: 'Whom the route is for' }),
      requirements: Type.Array(refTo(RequirementResultSchema)),
      remainingSteps: texts(),
      finally: texts(),
      ifSelected: Type.Boolean({ description: 'Every way goes through a selection' }),
      authorityDecides: Type.Array(remark),
      notes: Type.Array(remark),
      cite,
      decidingQuestions: texts('Missing facts that could change the status'),
    },
    closed,
  ),
);

export const AuthorityResultSchema = named(
  'AuthorityResult',
  Type.Object(
    {
      pack: text(),
      packVersion: text(),
      packHash: text(),
      kind: oneOf(['authority', 'national-layer', 'regime']),
      name: text(),
      jurisdiction: text(),
      regulator: Type.Object({ name: text(), url: text() }, closed),
      status: Type.Optional(status('Of the best class that permits independent practice')),
      restrictedStatus: Type.Optional(status('Of the best limited, supervised or temporary class')),
      bestRoute: Type.Optional(text()),
      basis: Type.Optional(Type.String({ description: 'The degree on which the best route rests' })),
      ifSelected: Type.Boolean(),
      authorityDecides: Type.Boolean(),
      routes: Type.Array(refTo(RouteResultSchema)),
      decided: Type.Integer(),
      unknown: Type.Integer(),
    },
    closed,
  ),
);

export const AssessmentSchema = named(
  'Assessment',
  Type.Object(
    {
      schema: Type.Literal('testamur/assessment/1'),
      on: text(),
      knownOn: text(),
      dossierHash: text(),
      authorities: Type.Array(refTo(AuthorityResultSchema)),
      decidingQuestions: Type.Array(
        Type.Object({ fact: text(), routes: Type.Integer(), authorities: texts() }, closed),
      ),
    },
    {
      ...closed,
      description:
        'One dossier judged by every authority. The same dossier, days and packs give the same bytes of canonical JSON (RFC 8785).',
    },
  ),
);

export const ASSESSMENT_PARTS = [
  CitationSchema,
  RemarkSchema,
  FactUsedSchema,
  ExplanationNodeSchema,
  RequirementResultSchema,
  RouteResultSchema,
  AuthorityResultSchema,
];
