export { AuditEvent, AuditSubject, OpaqueId } from "./audit-log/audit-event.ts";
export {
  Checkpoint,
  checkpointOf,
  LogId,
  readCheckpoint,
  signCheckpoint,
  type SignedCheckpoint,
} from "./audit-log/checkpoint.ts";
export {
  BatchEmpty,
  CheckpointRefused,
  LeafNotInTree,
  LineRefused,
  SealClockWentBack,
  type WhyLineRefused,
  WitnessContradicts,
} from "./audit-log/errors.ts";
export { Hash, leafOf } from "./audit-log/hash.ts";
export { type InclusionProof, proveInclusion, rootFromProof } from "./audit-log/inclusion-proof.ts";
export { LogLine } from "./audit-log/log-line.ts";
export { MerkleTree } from "./audit-log/merkle-tree.ts";
export { EMPTY_LOG, LogHead, sealBatch, SealedBatch } from "./audit-log/seal-batch.ts";
export {
  type AuditLogReport,
  type AuditLogTrust,
  type NumberedLine,
  verifyAuditLog,
} from "./audit-log/verify-audit-log.ts";
