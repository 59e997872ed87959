/** What a proof says about itself, as canonical N-Quads without expansion: its few terms mean the same wherever the contexts protect them. */
import { CREDENTIALS_V2, DATA_INTEGRITY_V2 } from '../contexts/pinned-contexts.ts';
import { isMembers, isUrl, listOf, type Members } from '../model/members.ts';

const SEC = 'https://w3id.org/security#';
const XSD_TIME = '"^^<http://www.w3.org/2001/XMLSchema#dateTime>';

/** Of each purpose, what its term stands for. */
const PURPOSE_NAMES: Readonly<Record<string, string>> = {
  assertionMethod: `${SEC}assertionMethod`,
  authentication: `${SEC}authenticationMethod`,
  capabilityDelegation: `${SEC}capabilityDelegationMethod`,
  capabilityInvocation: `${SEC}capabilityInvocationMethod`,
  keyAgreement: `${SEC}keyAgreementMethod`,
};

/** The quads, or `undefined` where the contexts are others: then they are expanded like any document. */
export function proofQuads(config: Members): string | undefined {
  const contexts = listOf(config['@context']);
  if (!contexts.includes(CREDENTIALS_V2) && !(contexts.length === 1 && contexts[0] === DATA_INTEGRITY_V2))
    return undefined;
  const purpose = PURPOSE_NAMES[String(config['proofPurpose'])];
  const { id, verificationMethod, previousProof, domain, created, expires, challenge, nonce, cryptosuite } =
    config;
  const links = [id ?? 'urn:x', verificationMethod, ...listOf(previousProof)];
  if (purpose === undefined || !links.every(isUrl) || links.some(isMembers)) return undefined;
  const subject = id === undefined ? '_:c14n0' : `<${String(id)}>`;
  const lines = [
    ...timeQuad('<http://purl.org/dc/terms/created>', created),
    `<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${SEC}DataIntegrityProof>`,
    ...textQuad('challenge', challenge),
    `<${SEC}cryptosuite> "${escapeText(String(cryptosuite))}"^^<${SEC}cryptosuiteString>`,
    ...listOf(domain).flatMap((each) => textQuad('domain', each)),
    ...timeQuad(`<${SEC}expiration>`, expires),
    ...textQuad('nonce', nonce),
    ...listOf(previousProof).map((each) => `<${SEC}previousProof> <${String(each)}>`),
    `<${SEC}proofPurpose> <${purpose}>`,
    `<${SEC}verificationMethod> <${String(verificationMethod)}>`,
  ];
  return [...new Set(lines.map((line) => `${subject} ${line} .\n`))].sort().join('');
}

const timeQuad = (name: string, value: unknown): readonly string[] =>
  value === undefined ? [] : [`${name} "${escapeText(String(value))}${XSD_TIME}`];

const textQuad = (name: string, value: unknown): readonly string[] =>
  value === undefined ? [] : [`<${SEC}${name}> "${escapeText(String(value))}"`];

const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** RDFC-1.0 section 5: the shortest escapes, and the other control characters by their number. */
function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
  return text.replaceAll(/[\u0000-\u001f"\\\u007f]/gu, (letter) => {
    const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return SHORT[letter] ?? `\\u${code}`;
  });
}
