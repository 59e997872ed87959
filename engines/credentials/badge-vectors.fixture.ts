type Expected = {
  /** What is worst, and all that leads to it. */
  readonly answer: string;
  /** Why a file that 1EdTech calls valid is not accepted. */
  readonly why?: string;
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  'clr20/complex.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'clr20/simple-noproof.json': {
    answer: 'refused: CREDENTIALS_PROOF_MISSING',
    why: 'It is unsigned, as its name says.',
  },
  'clr20/simple.json': {
    answer: 'unknown: CREDENTIALS_CONTEXT_UNKNOWN',
    why: 'The context of CLR 2.0 comes in no package.',
  },
  'clr20/simple.jwt': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'clr20/simple_old_safesigned.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'clr20/simple_v1.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/bit-string-list/credential-status-revoked-blank-nodes.json': {
    answer: 'refused: CREDENTIALS_REVOKED',
  },
  'ob30/bit-string-list/credential-status-revoked.json': { answer: 'refused: CREDENTIALS_REVOKED' },
  'ob30/bit-string-list/testlist': { answer: 'accepted' },
  'ob30/complete.json': {
    answer: 'unknown: CREDENTIALS_STATUS_KIND, CREDENTIALS_SCHEMA_UNREACHABLE',
    why: 'A status of a kind of its own (1EdTechRevocationList), and a schema that nothing serves here.',
  },
  'ob30/complete_v1.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/credential-status-revoked.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/endorsement-err-schema-status-refresh.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/endorsement-valid.json': {
    answer: 'unknown: CREDENTIALS_SCHEMA_UNREACHABLE',
    why: 'It names a schema that nothing serves here.',
  },
  'ob30/sd/derivedcredential.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-context-alias.json': { answer: 'accepted' },
  'ob30/simple-context-version.json': { answer: 'accepted' },
  'ob30/simple-did-key-method.json': {
    answer: 'refused: CREDENTIALS_ISSUER_DIFFERS',
    why: 'Signed by a key that its issuer, a UUID, does not control: its signature alone is right.',
  },
  'ob30/simple-did-web-method.json': { answer: 'accepted' },
  'ob30/simple-eddsa-2022.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-err-context.json': { answer: 'refused: CREDENTIALS_CONTEXT_FIRST' },
  'ob30/simple-err-credential-subject-achievement-result-description-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-credential-subject-identifier-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-credential-subject-profile-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-credential-subject-result-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-credential-subject-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-evidence-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-expired.json': { answer: 'refused: CREDENTIALS_EXPIRED' },
  'ob30/simple-err-issued.json': { answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_NOT_YET_VALID' },
  'ob30/simple-err-issuer-otheridentifier-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-issuer-parentorg-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-issuer-type.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED',
  },
  'ob30/simple-err-issuer.json': { answer: 'refused: CREDENTIALS_ISSUER_FORMAT' },
  'ob30/simple-err-proof-method-no-scheme.json': { answer: 'refused: CREDENTIALS_KEY_NAME' },
  'ob30/simple-err-proof-method-unknown-did-method.json': {
    answer: 'unknown: CREDENTIALS_DID_METHOD',
    why: 'The key is named by a DID of a kind that nobody can follow.',
  },
  'ob30/simple-err-proof-method-unknown-scheme.json': { answer: 'refused: CREDENTIALS_KEY_NAME' },
  'ob30/simple-err-proof-method.json': { answer: 'refused: CREDENTIALS_KEY_KIND' },
  'ob30/simple-err-proof-value.json': { answer: 'refused: CREDENTIALS_SIGNATURE_WRONG' },
  'ob30/simple-err-type.json': { answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_TERM_UNDEFINED' },
  'ob30/simple-json.png': { answer: 'accepted' },
  'ob30/simple-json.svg': { answer: 'accepted' },
  'ob30/simple-jwt.png': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-jwt.svg': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-jwt_v1.png': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-jwt_v1.svg': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple-multiple-proofs.json': { answer: 'accepted' },
  'ob30/simple-noproof.json': {
    answer: 'refused: CREDENTIALS_BADGE_FORMAT, CREDENTIALS_PROOF_MISSING',
    why: 'It is unsigned, as its name says.',
  },
  'ob30/simple.1ob': { answer: 'accepted' },
  'ob30/simple.json': { answer: 'accepted' },
  'ob30/simple.jwt': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/simple_v1.json': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
  'ob30/velocity.jwt': {
    answer: 'unknown: CREDENTIALS_SUITE_UNKNOWN',
    why: 'A kind of signature that is not built: Ed25519Signature2020, eddsa-2022, ecdsa-sd-2023, RS256.',
  },
};

/** What an image holds (Open Badges 3.0 section 5.3): a text chunk of a PNG, an element of an SVG. */
export function unbake(file: string, bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes);
  if (file.endsWith('.svg')) {
    const whole = text.toString('utf8');
    const token = /<openbadges:credential[^>]*\sverify="([^"]+)"/u.exec(whole)?.[1];
    const json =
      /<openbadges:credential[^>]*>\s*(?:<!\[CDATA\[)?\s*(\{[\s\S]*\})\s*(?:\]\]>)?\s*<\/openbadges:credential>/u.exec(
        whole,
      )?.[1];
    return new TextEncoder().encode(token ?? json ?? whole);
  }
  if (!file.endsWith('.png')) return bytes;
  for (let at = 8; at < text.length; ) {
    const length = text.readUInt32BE(at);
    const [kind, body] = [text.toString('latin1', at + 4, at + 8), text.subarray(at + 8, at + 8 + length)];
    // Keyword, nothing, no compression (two bytes), no language, no translation, text.
    if (kind === 'iTXt' && body.toString('latin1', 0, 19) === 'openbadgecredential')
      return new Uint8Array(body.subarray(24));
    at += length + 12;
  }
  return bytes;
}
