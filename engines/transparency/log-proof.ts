/** `.tlog-proof` files: what is needed to check offline that an entry is in a log (C2SP tlog-proof). */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { fromBase64, toBase64 } from './base64.ts';
import { type CheckpointTrust, countWitnesses, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { parseDecimal } from './decimal.ts';
import { refuse, type TransparencyProblem } from './errors.ts';
import { parseHashLines } from './hash-lines.ts';
import { verifyInclusion } from './inclusion.ts';
import { type Hash, hashLeaf } from './tree-hash.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const HASH_LIMIT = 64;

/** Untrusted: parsed, not verified. */
export type LogProof = {
  /** Not covered by anything: never to be trusted. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** A signed note, word for word. */
  readonly checkpoint: string;
};

export function formatLogProof({ extra, index, proof, checkpoint }: LogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
  ];
  return `${lines.join('\n')}\n${checkpoint}`;
}

/** @param source untrusted */
export function parseLogProof(source: string): Result<LogProof, TransparencyProblem> {
  const split = source.indexOf('\n\n');
  const [header = '', ...lines] = source.slice(0, Math.max(0, split)).split('\n');
  if (header !== HEADER) return err(header.startsWith('c2sp.org/tlog-proof@') ? otherVersion() : malformed());
  const extra =
    lines[0]?.startsWith('extra ') === true ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined;
  if (extra?.ok === false) return extra;
  const indexLine = lines.shift() ?? '';
  if (!indexLine.startsWith('index ') || lines.length > HASH_LIMIT) return err(malformed());
  const index = parseDecimal(indexLine.slice(6));
  if (!index.ok) return index;
  const proof = parseHashLines(lines, malformed);
  if (!proof.ok) return proof;
  const checkpoint = source.slice(split + 2);
  return ok({
    ...(extra === undefined ? {} : { extra: extra.value }),
    index: index.value,
    proof: proof.value,
    checkpoint,
  });
}

export type ProofTrust = CheckpointTrust & {
  /** At least so many of the witnesses must have cosigned. */
  readonly quorum?: number;
};

export type ProvenEntry = { readonly index: number; readonly checkpoint: OpenedCheckpoint };

/** Whether this very entry is in the log, by the proof alone. */
export function verifyLogProof(
  source: string,
  entry: Uint8Array,
  { quorum = 0, ...trust }: ProofTrust,
): Result<ProvenEntry, TransparencyProblem> {
  const parsed = parseLogProof(source);
  if (!parsed.ok) return parsed;
  const { index, proof } = parsed.value;
  const checkpoint = openCheckpoint(parsed.value.checkpoint, trust);
  if (!checkpoint.ok) return checkpoint;
  if (countWitnesses(checkpoint.value) < quorum)
    return err(
      refuse(
        'TRANSPARENCY_TOO_FEW_WITNESSES',
        `${countWitnesses(checkpoint.value)} witnesses cosigned; ${quorum} are asked for.`,
      ),
    );
  const { size, root } = checkpoint.value;
  const included = verifyInclusion({ index, size, leaf: hashLeaf(entry), proof, root });
  return included.ok ? ok({ index, checkpoint: checkpoint.value }) : included;
}

const malformed = (): TransparencyProblem =>
  refuse('TRANSPARENCY_PROOF_FORMAT', 'This is not a proof file (.tlog-proof).');
const otherVersion = (): TransparencyProblem =>
  refuse(
    'TRANSPARENCY_PROOF_VERSION',
    'The proof file is of a version that is not known here; version 1 is.',
    'A newer Testamur may know it.',
  );
