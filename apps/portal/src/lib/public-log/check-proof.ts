/** Checks a `.tlog-proof` file in the browser. Nothing is sent anywhere. */
import {
  openCheckpoint,
  parseLogProof,
  parseNoteKey,
  type SignatureCheck,
  verifyLogProof,
} from '@testamur/engines/transparency';

export type ProofChecked =
  | { readonly is: 'proven'; readonly index: number; readonly size: number; readonly origin: string }
  | { readonly is: 'refused' | 'no-proof' | 'no-key' | 'no-ed25519' };

type Given = { readonly proof: string; readonly entry: Uint8Array; readonly key: string };

/** A file is either a proof as C2SP tlog-proof has it, or the answer of `/api/log/proofs/…`, which holds the entry too. */
export function readProofFile(source: string): { readonly proof: string; readonly entry?: Uint8Array } {
  if (!source.trimStart().startsWith('{')) return { proof: source };
  try {
    const { proof, entry } = JSON.parse(source) as { readonly proof?: unknown; readonly entry?: unknown };
    if (typeof proof !== 'string') return { proof: '' };
    if (typeof entry !== 'string') return { proof };
    return { proof, entry: Uint8Array.from(atob(entry), (letter) => letter.charCodeAt(0)) };
  } catch {
    return { proof: '' };
  }
}

/**
 * The engine asks for signatures as it goes, a browser answers them later: they are collected first, checked, and then the engine
 * is told what was found, and decides.
 */
export async function checkProof({ proof, entry, key }: Given): Promise<ProofChecked> {
  const log = parseNoteKey(key.trim());
  if (!log.ok || log.value.kind !== 'log') return { is: 'no-key' };
  const parsed = parseLogProof(proof);
  if (!parsed.ok) return { is: 'no-proof' };
  const asked: SignatureCheck[] = [];
  openCheckpoint(parsed.value.checkpoint, { log: log.value, verify: (check) => asked.push(check) > 0 });
  const right = new Set<string>();
  for (const check of asked) {
    const answer = await verifySignature(check);
    if (answer === undefined) return { is: 'no-ed25519' };
    if (answer) right.add(nameOf(check));
  }
  const verify = (check: SignatureCheck): boolean => right.has(nameOf(check));
  const proven = verifyLogProof(proof, entry, { log: log.value, verify });
  if (!proven.ok) return { is: 'refused' };
  const { index, checkpoint } = proven.value;
  return { is: 'proven', index, size: checkpoint.size, origin: checkpoint.origin };
}

const nameOf = ({ publicKey, message, signature }: SignatureCheck): string =>
  [publicKey, message, signature].map((bytes) => bytes.join()).join('/');

/** Nothing where the browser cannot check Ed25519 (Web Cryptography Level 2) or the page did not come over https. */
async function verifySignature(check: SignatureCheck): Promise<boolean | undefined> {
  const [publicKey, message, signature] = [check.publicKey, check.message, check.signature].map((bytes) =>
    Uint8Array.from(bytes),
  ) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch {
    return undefined;
  }
}
