import { instantAt, type Instant, type Registration, type RegistrationId, type ZoneId } from "@victim-rights/core";
import {
  type Database,
  idFromKey,
  openJson,
  type RecordReader,
  type RecordWriter,
  sealJson,
  type SealedPlace,
  textKey,
  writeWishes,
} from "@victim-rights-examples/storage-postgres";
import { sql, type Transaction } from "kysely";
import {
  type CodeGiven,
  MOST_TRIES,
  type PendingRegistration,
  type StoredRegistration,
} from "../../registry/registry.ts";
import { type ContactHashes, insertRegistration } from "./registration-rows.ts";

/** What is sealed of a registration that waits for its code. */
export type Waiting = { readonly registration: Registration; readonly zone: ZoneId | null };

/**
 * The record that requests are sealed for, one a day: nobody is known by a request yet, and one that is never confirmed
 * leaves no key of its own. Once a day is over its record can be destroyed, with every copy of what was asked on it.
 */
export const requestsRecord = (expiresAt: Instant): string => `registration-requests:${expiresAt.slice(0, 10)}`;

const placeOf = (request: string): SealedPlace => ({ table: "pending_registration", column: "content", row: request });

/** So many requests that ran out are removed with each that comes in. */
const REMOVED_AT_ONCE = 100;

/** Keeps a request until its code is given or its time is over, and removes some whose time is. */
export const insertPending = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  { pending, now }: { readonly pending: PendingRegistration; readonly now: Instant },
): Promise<void> => {
  const { request, codeDigest, expiresAt, registration, zone } = pending;
  const content = await sealJson(own, { registration, zone } satisfies Waiting, placeOf(request));
  await transaction
    .insertInto("pending_registration")
    .values({
      request: textKey(request),
      code_digest: codeDigest,
      expires_at: expiresAt,
      sealed_for: requestsRecord(expiresAt),
      content,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`delete from pending_registration where request in (
    select request from pending_registration where expires_at <= ${now}::timestamptz
    order by expires_at limit ${REMOVED_AT_ONCE} for update skip locked)`.execute(transaction);
};

/** A request as its row has it. */
export type PendingRow = {
  readonly request: string;
  readonly code_digest: string;
  readonly expires_at: Date;
  readonly tries: number;
  readonly taken: string | null;
  readonly sealed_for: string;
  readonly content: Uint8Array;
};

const pendingRow = (transaction: Transaction<Database>, request: string) =>
  transaction.selectFrom("pending_registration").selectAll().where("request", "=", textKey(request));

/** The request, where the code that was given is its own; what is not is told apart from nothing else. */
export const findPending = async (transaction: Transaction<Database>, given: CodeGiven): Promise<PendingRow | null> => {
  const row = await pendingRow(transaction, given.request).executeTakeFirst();
  return row !== undefined && stands(row, given) && row.code_digest === given.codeDigest ? row : null;
};

/** Opens what a request asks for. @throws `SealedValueUnreadable` */
export const openPending = (own: RecordReader, { request, content }: PendingRow): Promise<Waiting> =>
  openJson<Waiting>(own, content, placeOf(idFromKey(request)));

const stands = ({ expires_at, tries }: PendingRow, { at }: CodeGiven): boolean =>
  instantAt(expires_at.getTime()) > at && tries < MOST_TRIES;

/** Counts a wrong code, where there is a request that it could have been for. */
export const countWrongTry = async (transaction: Transaction<Database>, given: CodeGiven): Promise<void> => {
  const row = await pendingRow(transaction, given.request).forUpdate().executeTakeFirst();
  if (row === undefined || !stands(row, given)) return;
  const tries = row.tries + 1;
  await transaction.updateTable("pending_registration").set({ tries }).where("request", "=", row.request).execute();
};

/** What a request becomes, once its code is given. */
export type Taking = { readonly given: CodeGiven; readonly waiting: Waiting; readonly hashes: ContactHashes };

/** What came of a code: the registration that it made, or the id of one that was there; `null` where it does not stand. */
export type Taken = StoredRegistration | RegistrationId | null;

/**
 * Takes a code: of several who give it at once one makes the registration, and all get that. Whoever is registered about
 * the same person by one of the same values gets theirs.
 */
export const takePending = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  { given, waiting, hashes }: Taking,
): Promise<Taken> => {
  const row = await pendingRow(transaction, given.request).forUpdate().executeTakeFirst();
  if (row === undefined || !stands(row, given)) return null;
  if (row.taken !== null) return idFromKey<RegistrationId>(row.taken);
  const { registration, zone } = waiting;
  await alone(transaction, registration);
  const already = await sameAlready(transaction, registration, hashes);
  const made = already === null ? await insertRegistration(transaction, own, { registration, hashes }) : null;
  if (made !== null) {
    const wishes = { safeContact: registration.safeContact, zone };
    await writeWishes(transaction, own, { person: registration.person.id, wishes });
  }
  const taken = already ?? textKey(registration.id);
  await transaction.updateTable("pending_registration").set({ taken }).where("request", "=", row.request).execute();
  return made ?? idFromKey<RegistrationId>(taken);
};

/** Until the transaction ends, nobody else registers about the same person: what is looked up now still holds then. */
const alone = async (transaction: Transaction<Database>, { supervisedPersonId }: Registration): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${textKey(supervisedPersonId)}, 6))`.execute(
    transaction,
  ));

const sameAlready = async (
  transaction: Transaction<Database>,
  { supervisedPersonId }: Registration,
  { byValue }: ContactHashes,
): Promise<string | null> => {
  if (byValue.length === 0) return null;
  const row = await transaction
    .selectFrom("registered_by")
    .innerJoin("registration", "registration.registration_id", "registered_by.registration_id")
    .select("registration.registration_id")
    .where("registered_by.supervised_id", "=", textKey(supervisedPersonId))
    .where("value_index", "in", [...byValue])
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  return row?.registration_id ?? null;
};
