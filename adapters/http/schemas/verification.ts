import { Type } from 'typebox';
import { closed, oneOf, text, texts } from './members.ts';
import { named } from './named.ts';

/** What is published of verifications: `testamur/verification/1`. Unknown is never pass. */
const outcome = oneOf(['pass', 'fail', 'unknown']);
const finding = {
  outcome,
  code: Type.Optional(Type.String({ description: 'Why it does not pass; stable' })),
  reason: Type.String({ description: 'For people' }),
  hint: Type.Optional(text()),
  evidence: texts('Names of keys, addresses, hashes, sources'),
};
const Finding = Type.Object(finding, closed);
const layers = ['form', 'crypto', 'issuer', 'key', 'time', 'status', 'schema', 'holder'] as const;
const Day = Type.Object({ at: text(), time: Finding, key: Finding, status: Finding }, closed);
const chain = Type.Array(
  Type.Object(
    {
      kind: oneOf(['accreditation', 'recognition']),
      by: text(),
      of: text(),
      truth: oneOf(['true', 'false', 'unknown']),
      grade: oneOf(['A', 'B', 'C', 'D']),
      sources: texts(),
    },
    closed,
  ),
);
const Chain = Type.Object({ ...finding, chain, on: Type.Optional(text()) }, closed);
const Found = Type.Object(
  {
    ...{ id: text(), school: text(), campus: Type.Optional(text()) },
    name: Type.String({ description: 'Of the registry, never of the credential' }),
    nameThen: Type.Optional(Type.String({ description: 'On the day of the award, where it was another' })),
    country: text(),
  },
  closed,
);
const Authority = Type.Object(
  {
    ...{ pack: text(), packHash: text(), name: text(), jurisdiction: text() },
    ...{
      status: Type.Optional(text()),
      restrictedStatus: Type.Optional(text()),
      bestRoute: Type.Optional(text()),
    },
    ...{ remainingSteps: texts(), met: Type.Number(), unknown: Type.Number() },
  },
  closed,
);
const anything = Type.Object({}, { additionalProperties: true });

const Credential = Type.Object(
  {
    outcome,
    authentic: outcome,
    layers: Type.Object(Object.fromEntries(layers.map((layer) => [layer, Finding])), closed),
    asOfNow: Day,
    asOfAward: Type.Optional(Day),
    issuer: Type.Object({ ...finding, found: Type.Optional(Found) }, closed),
    recognition: Type.Object({ asOfAward: Chain, asOfNow: Chain }, closed),
    acceptance: Type.Object(
      { ...finding, authorities: Type.Array(Authority), dossier: Type.Optional(anything) },
      closed,
    ),
    inputHash: Type.String({ description: 'SHA-256 of what was judged' }),
    form: Type.Optional(oneOf(['data-integrity', 'vc+jwt', 'dc+sd-jwt'])),
    signed: Type.Optional(Type.Object({ document: anything, hash: text(), issuer: text() }, closed)),
  },
  closed,
);

export const VerificationSchema = named(
  'Verification',
  Type.Object(
    {
      schema: Type.Literal('testamur/verification/1'),
      ...{ at: text(), on: text(), outcome },
      holder: Type.Optional(Finding),
      credentials: Type.Array(Credential),
    },
    closed,
  ),
);
