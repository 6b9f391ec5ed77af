/** What a program uses that keeps its record here, and what an adapter of another port is written with. */
export { caseStore } from "./cases/case-store.ts";
export {
  contactIndex,
  type ContactKeeping,
  type ContactParts,
  type ContactRow,
  contactRows,
  contactStore,
  type KeptContact,
  openContact,
  writeContact,
} from "./contacts/contact-store.ts";
export { removeWishes, type SafeWishes, writeWishes } from "./contacts/safe-wishes.ts";
export { clockOf } from "./database/clock-of.ts";
export type { Database } from "./database/database.ts";
export { DataDirectoryInUse } from "./database/data-directory-lock.ts";
export { MigrationDrifted, SchemaNewer } from "./database/migrations/migrate.ts";
export { openPostgres } from "./database/open-postgres.ts";
export type { Notices, OpenedDatabase } from "./database/opened-database.ts";
export { idFromKey, textKey } from "./database/text-key.ts";
export { readIn, transact } from "./database/transact.ts";
export { feedStore } from "./feeds/feed-store.ts";
export { ledgerStore } from "./ledger/ledger-store.ts";
export { obligationStore } from "./obligations/obligation-store.ts";
export { rowKey } from "./obligations/row-key.ts";
export type { FieldCipher, RecordReader, RecordWriter, SealedPlace } from "./sealed/field-cipher.ts";
export { recordKeyStore } from "./sealed/record-key-store.ts";
export { personRecord } from "./sealed/records.ts";
export { openJson, sealJson } from "./sealed/seal-json.ts";
export { SealedValueUnreadable } from "./sealed/sealed-value-unreadable.ts";
export { fieldCipherOf } from "./sealed/vault-cipher.ts";
export { unlessShredded, withRecord } from "./sealed/with-record.ts";
export { findSend, keepSendKey } from "./sends/send-keys.ts";
export { removeTaken } from "./taking/remove-taken.ts";
export { takeWakeUps } from "./taking/take-wake-ups.ts";
