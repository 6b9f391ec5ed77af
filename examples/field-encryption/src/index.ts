export {
  FieldDamaged,
  KeyRingFileRefused,
  KeyRingUnavailable,
  RecordKeyDamaged,
  RecordShredded,
  RingKeyUnknown,
} from "./errors.ts";
export {
  type FieldPlace,
  fieldVault,
  type FieldVault,
  type OpenError,
  type PlaceInRecord,
  type RecordReader,
  type RecordWriter,
  type SealError,
} from "./field-vault.ts";
export { addKeyToRingFile, createKeyRingFile, openKeyRingFile } from "./file-key-ring.ts";
export { KeyRing, type KeyRingShape, type LockedKey } from "./key-ring.ts";
export { inMemoryRecordKeys, type KeptKey, RecordKeys, type RecordKeysShape } from "./record-keys.ts";
