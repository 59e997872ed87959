export type { Checkpoint, CheckpointTrust, OpenedCheckpoint } from './checkpoint.ts';
export { countWitnesses, formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
export type { Consistency, PartConsistency } from './consistency.ts';
export {
  consistencyRanges,
  partConsistencyRanges,
  verifyConsistency,
  verifyPartConsistency,
} from './consistency.ts';
export { cosignedMessage, makeCosignature, timestampOf } from './cosignature.ts';
export { checkEntry, ENTRY_LIMIT, readBundle, writeBundle } from './entry-bundle.ts';
export type { TransparencyCode, TransparencyProblem } from './errors.ts';
export type { Growth, Tile, TreeEdge } from './grow-tree.ts';
export { EMPTY_TREE, edgeOf, growTree, rootOfEdge } from './grow-tree.ts';
export type { Inclusion, PartInclusion } from './inclusion.ts';
export { inclusionRanges, verifyInclusion, verifyPartInclusion } from './inclusion.ts';
export type { LogProof, ProofTrust, ProvenEntry } from './log-proof.ts';
export { formatLogProof, parseLogProof, verifyLogProof } from './log-proof.ts';
export type { Note, NoteSignature } from './note.ts';
export { formatNote, formatSignatureLine, NOTE_LIMITS, parseNote, parseSignatureLine } from './note.ts';
export type { KeyKind, NoteKey } from './note-key.ts';
export { formatNoteKey, isKeyName, makeNoteKey, parseNoteKey } from './note-key.ts';
export type { PreparedSignature, SignatureCheck, Signed, Verify } from './open-note.ts';
export { concludeNote, openNote, prepareNote } from './open-note.ts';
export type { Range } from './proof-steps.ts';
export type { TileLevel, TileRef } from './tile.ts';
export { countAtLevel, parseTilePath, TILE_WIDTH, tilePath, tilesAt, tilesOf, widthOf } from './tile.ts';
export type { Tiles } from './tile-hashes.ts';
export { hashesOf, rootOfTiles, tilesFor } from './tile-hashes.ts';
export type { Hash } from './tree-hash.ts';
export { EMPTY_ROOT, HASH_LENGTH, hashLeaf, hashNode, rootOfLeaves } from './tree-hash.ts';
export type { Cosigner, WitnessAnswer, Witnessed, WitnessRequest, WitnessTrust } from './witness.ts';
export { cosign, formatWitnessRequest, judgeWitnessRequest, parseWitnessRequest } from './witness.ts';
