import { Type } from 'typebox';
import { Value } from 'typebox/value';

const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 20_000 });
const Common = {
  id: Base64Url,
  rawId: Base64Url,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 40 })),
  clientExtensionResults: Type.Object({}, { additionalProperties: true }),
};

/** RegistrationResponseJSON and AuthenticationResponseJSON of Web Authentication Level 3, section 5.1; what we do not read may stand in them. */
const Proof = Type.Object({
  ...Common,
  response: Type.Object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url,
  }),
});
const New = Type.Object({
  ...Common,
  response: Type.Object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
  }),
});

export type ProofAnswer = Type.Static<typeof Proof>;
export type NewAnswer = Type.Static<typeof New>;

export const readProofAnswer = (answer: unknown): ProofAnswer | undefined =>
  Value.Check(Proof, answer) ? answer : undefined;
export const readNewAnswer = (answer: unknown): NewAnswer | undefined =>
  Value.Check(New, answer) ? answer : undefined;
