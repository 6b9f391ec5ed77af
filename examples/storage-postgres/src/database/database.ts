import type { ColumnType, Generated } from "kysely";

/** A whole number that the database keeps in 64 bits; the adapters read it as a safe integer. */
type Whole = number;

/** Ciphertext; never what it stands for. */
type Sealed = ColumnType<Uint8Array, Uint8Array, never>;

type SchemaMigrationTable = {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly ran_at: Generated<Date>;
};

type LedgerTable = { readonly ledger_id: string; readonly revision: Whole; readonly entries: Whole };

type LedgerCommandTable = {
  readonly ledger_id: string;
  readonly command_id: string;
  readonly revision: Whole;
  readonly command: Sealed;
};

type LedgerEntryTable = {
  readonly ledger_id: string;
  readonly seq: Whole;
  readonly revision: Whole;
  readonly entry: Sealed;
};

type LedgerPostingTable = {
  readonly ledger_id: string;
  readonly seq: Whole;
  readonly line: number;
  readonly account: string;
  readonly cents: Whole;
};

type CaseLogTable = {
  readonly programme: string;
  readonly case_id: string;
  readonly revision: Whole;
  readonly lines: Whole;
};

type CaseCommandTable = {
  readonly programme: string;
  readonly case_id: string;
  readonly command_id: string;
  readonly revision: Whole;
  readonly command: Sealed;
  readonly lines: Sealed;
};

/** A value of plain JSON, kept as the text that it was written as. */
type Json = ColumnType<unknown, string, string>;

type Moment = ColumnType<Date, string, string>;

type Position = Generated<Whole>;

type StoreOrderTable = { readonly only_row: Generated<boolean>; readonly last: Whole };

type RecordedEventTable = {
  readonly batch_key: string;
  readonly sequence: Whole;
  readonly event_id: string;
  readonly event_revision: number;
  /** Whom the event is about. */
  readonly supervised_id: string | null;
  readonly batch: Json;
  readonly answer: Json;
};

type ObligationTable = {
  readonly obligation_key: string;
  readonly sequence: Whole;
  readonly revision: number;
  readonly state: string;
  readonly person_id: string;
  readonly due_at: ColumnType<Date | null, string | null, string | null>;
};

type ObligationEntryTable = { readonly obligation_sequence: Whole; readonly seq: number; readonly entry: Json };

type ObligationDeadlineTable = {
  readonly obligation_sequence: Whole;
  readonly basis: "law" | "policy";
  readonly due_by: Moment;
};

type PersonTaskTable = {
  readonly task_key: string;
  readonly sequence: Whole;
  readonly task: Json;
  readonly answer: ColumnType<unknown, string | null, string>;
};

type AttemptClaimTable = {
  readonly obligation_key: string;
  readonly attempt: number;
  readonly channel: string;
  readonly sequence: Whole;
  readonly claim: Json;
  readonly claimed_at: Moment;
  readonly result: ColumnType<unknown, string | null, string>;
  readonly is_settled: Generated<boolean>;
};

type SendKeyTable = {
  readonly send_key: string;
  readonly obligation_id: string;
  readonly attempt: number;
  readonly channel: string;
};

/** Until when a row is somebody's who took it; `null` for one that nobody has taken. */
type TakenUntil = ColumnType<Date | null, never, string>;

type OutboxTable = {
  readonly position: Position;
  readonly sequence: Whole;
  readonly message: Json;
  readonly taken_until: TakenUntil;
};

type WakeUpTable = {
  readonly position: Position;
  readonly obligation_sequence: Whole;
  readonly obligation_revision: number;
  readonly wake_at: Moment;
  readonly taken_until: TakenUntil;
};

/** Without a key: shredded. */
type RecordKeyTable = {
  readonly record: string;
  readonly ring_key: string | null;
  readonly locked: ColumnType<Uint8Array | null>;
};

type ContactPointTable = {
  readonly ref: string;
  readonly person_id: string;
  readonly method: string;
  readonly currency: string;
  readonly preference: number | null;
  readonly value: ColumnType<Uint8Array>;
  readonly value_index: ColumnType<Uint8Array>;
};

type AuditEventTable = { readonly position: Position; readonly event: Json };

type AuditBatchTable = { readonly number: Whole; readonly last_position: Whole; readonly batch: Json };

type AuditHeadTable = {
  readonly only_row: Generated<boolean>;
  readonly last_position: Whole;
  /** `null` before the first batch. */
  readonly head: ColumnType<unknown, string, string>;
};

type AuditCheckpointTable = { readonly position: Position; readonly batch_number: Whole; readonly compact: string };

type RegistrationTable = {
  readonly position: Position;
  readonly registration_id: string;
  readonly person_id: string;
  readonly supervised_id: string;
  readonly status: "active" | "withdrawn";
  readonly revision: number;
  readonly content: ColumnType<Uint8Array>;
};

type RegisteredByTable = {
  readonly supervised_id: string;
  readonly value_index: ColumnType<Uint8Array, Uint8Array, never>;
  readonly registration_id: string;
};

/** `sealed_for` is the record whose key seals the content. */
type PendingRegistrationTable = {
  readonly request: string;
  readonly code_digest: string;
  readonly expires_at: Moment;
  readonly tries: Generated<number>;
  readonly taken: ColumnType<string | null, never, string>;
  readonly sealed_for: string;
  readonly content: Sealed;
};

type SafeWishTable = { readonly person_id: string; readonly content: ColumnType<Uint8Array> };

type OffenseTable = {
  readonly supervised_id: string;
  readonly offense_key: string;
  readonly position: Position;
  readonly offense: Json;
};

type AssignmentTable = {
  readonly assignment_key: string;
  readonly subject: string;
  readonly role: string;
  readonly kind: "person" | "case";
  readonly programme: string | null;
  readonly target: string;
};

/** `holder` is whoever carries the request out; without an answer it is still being carried out, or its holder is gone. */
type FirstAnswerTable = {
  readonly answer_key: string;
  readonly request_digest: string;
  readonly holder: string;
  readonly running_until: Moment;
  readonly expires_at: Moment;
  readonly sealed_for: string | null;
  readonly answer: ColumnType<Uint8Array | null>;
};

type FeedTable = { readonly feed_id: string; readonly state: ColumnType<unknown, string, string> };

type FeedEventTable = {
  readonly feed_id: string;
  readonly event_key: string;
  readonly position: Position;
  readonly standing: "admitted" | "held" | "recorded" | "rejected";
  readonly hold: number | null;
  readonly kind: string;
  readonly supervised_person_id: string;
  /** `null` once the event is in the record. */
  readonly given: ColumnType<unknown, string, null>;
};

type FeedHoldDecidedTable = { readonly feed_id: string; readonly hold: number; readonly decided: Json };

/** The tables, as Kysely knows them; `migrations/` makes them. */
export type Database = {
  readonly schema_migration: SchemaMigrationTable;
  readonly ledger: LedgerTable;
  readonly ledger_command: LedgerCommandTable;
  readonly ledger_entry: LedgerEntryTable;
  readonly ledger_posting: LedgerPostingTable;
  readonly case_log: CaseLogTable;
  readonly case_command: CaseCommandTable;
  readonly store_order: StoreOrderTable;
  readonly recorded_event: RecordedEventTable;
  readonly obligation: ObligationTable;
  readonly obligation_entry: ObligationEntryTable;
  readonly obligation_deadline: ObligationDeadlineTable;
  readonly person_task: PersonTaskTable;
  readonly attempt_claim: AttemptClaimTable;
  readonly send_key: SendKeyTable;
  readonly outbox: OutboxTable;
  readonly wake_up: WakeUpTable;
  readonly record_key: RecordKeyTable;
  readonly contact_point: ContactPointTable;
  readonly registration: RegistrationTable;
  readonly registered_by: RegisteredByTable;
  readonly pending_registration: PendingRegistrationTable;
  readonly safe_wish: SafeWishTable;
  readonly offense: OffenseTable;
  readonly assignment: AssignmentTable;
  readonly first_answer: FirstAnswerTable;
  readonly audit_event: AuditEventTable;
  readonly audit_batch: AuditBatchTable;
  readonly audit_head: AuditHeadTable;
  readonly audit_checkpoint: AuditCheckpointTable;
  readonly feed: FeedTable;
  readonly feed_event: FeedEventTable;
  readonly feed_hold_decided: FeedHoldDecidedTable;
};
