/** Schemas and related resources: reached through the gate, compared with the digests that were signed (VC Data Model 2.0 sections 4.11 and 5.3). */
import { type Json, parseJsonBytes, sha256, sha384 } from '@testamur/engines/kernel';
import { fromBase58 } from '../bytes/base58.ts';
import { fromBase64url } from '../bytes/base64url.ts';
import { refuse } from '../errors.ts';
import { hasType, isMembers, listOf, type Members } from '../model/members.ts';
import type { World } from '../world.ts';
import { type Finding, findingOf, pass, worstOf } from './finding.ts';

const MAX_ENTRIES = 16;

export async function judgeSchemas(document: Members, world: World): Promise<Finding> {
  const [schemas, resources] = [listOf(document['credentialSchema']), listOf(document['relatedResource'])];
  if (schemas.length + resources.length > MAX_ENTRIES)
    return findingOf(
      refuse('CREDENTIALS_SCHEMA_FORMAT', `More than ${MAX_ENTRIES} schemas and resources are not read.`),
    );
  const findings: Finding[] = [];
  for (const schema of schemas)
    if (isMembers(schema)) findings.push(await judgeSchema(schema, document, world));
  for (const resource of resources)
    if (isMembers(resource)) findings.push(await judgeResource(resource, world));
  return worstOf(findings, pass('It names no schema and no resource.'));
}

async function judgeSchema(entry: Members, document: Members, world: World): Promise<Finding> {
  const id = String(entry['id']);
  if (!hasType(entry, 'JsonSchema') && !hasType(entry, '1EdTechJsonSchemaValidator2019'))
    return findingOf(
      refuse('CREDENTIALS_SCHEMA_KIND', 'Its schema is of a kind that is not known here: JsonSchema is.'),
      [id],
    );
  const reached = id.startsWith('https://') ? await world.reach(id, 'schema') : undefined;
  if (reached?.ok !== true)
    return findingOf(
      refuse(
        'CREDENTIALS_SCHEMA_UNREACHABLE',
        `Its schema could not be had: ${reached?.reason ?? 'it is not at an https address.'}`,
      ),
      [id],
    );
  const differs = digestProblem(entry, reached.bytes);
  if (differs !== undefined) return { ...differs, evidence: [id] };
  const schema = parseJsonBytes(reached.bytes);
  if (!schema.ok) return findingOf(schema.error, [id]);
  const fits = await (world.fitsSchema?.(schema.value, document as Json) ?? 'unreadable');
  if (fits === true) return pass('It is as its schema wants it.', [id]);
  return fits === false
    ? findingOf(refuse('CREDENTIALS_SCHEMA_DIFFERS', 'It is not as its schema wants it.'), [id])
    : findingOf(refuse('CREDENTIALS_SCHEMA_KIND', 'Its schema cannot be applied here.'), [id]);
}

async function judgeResource(entry: Members, world: World): Promise<Finding> {
  const id = String(entry['id']);
  const pinned = world.contexts.has(id);
  if (pinned) return pass('The resource is a context that is pinned here.', [id]);
  const reached = id.startsWith('https://') ? await world.reach(id, 'related-resource') : undefined;
  if (reached?.ok !== true)
    return findingOf(
      refuse(
        'CREDENTIALS_RELATED_UNREACHABLE',
        `A resource that it names could not be had: ${reached?.reason ?? 'it is not at an https address.'}`,
      ),
      [id],
    );
  const differs = digestProblem(entry, reached.bytes);
  return differs === undefined
    ? pass('The resource is the one that was signed.', [id])
    : { ...differs, evidence: [id] };
}

/** All digests that are given must be right, and of a kind known here. */
function digestProblem({ digestSRI, digestMultibase }: Members, bytes: Uint8Array): Finding | undefined {
  const answers = [
    ...(digestSRI === undefined ? [] : [isSri(String(digestSRI), bytes)]),
    ...(digestMultibase === undefined ? [] : [isMultihash(String(digestMultibase), bytes)]),
  ];
  return answers.every(Boolean)
    ? undefined
    : findingOf(
        refuse(
          'CREDENTIALS_DIGEST_DIFFERS',
          'What lies there is not what was signed, or its digest cannot be read.',
        ),
      );
}

/** Subresource Integrity: algorithm, hyphen, base64. */
function isSri(text: string, bytes: Uint8Array): boolean {
  const [, algorithm = '', encoded = ''] = /^(sha256|sha384)-([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const digest = fromBase64url(encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, ''));
  const hash = algorithm === 'sha256' ? sha256(bytes) : sha384(bytes);
  return algorithm !== '' && digest.ok && isSame(digest.value, hash);
}

/** Multibase z or u of a multihash: 0x12 0x20 SHA-256, 0x20 0x30 SHA-384. */
function isMultihash(text: string, bytes: Uint8Array): boolean {
  const read = text.startsWith('z')
    ? fromBase58(text.slice(1))
    : fromBase64url(text.startsWith('u') ? text.slice(1) : '');
  if (!read.ok) return false;
  const [code, length] = read.value;
  const hash =
    code === 0x12 && length === 32
      ? sha256(bytes)
      : code === 0x20 && length === 48
        ? sha384(bytes)
        : undefined;
  return hash !== undefined && isSame(read.value.subarray(2), hash);
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, n) => byte === b[n]);
