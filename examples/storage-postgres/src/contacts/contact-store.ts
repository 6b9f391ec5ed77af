import type { ContactCurrency, ContactMethod, PersonId, StoreUnavailable } from "@victim-rights/core";
import type { ContactRef } from "@victim-rights/notification";
import type { KeyRingShape, KeyRingUnavailable } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";
import type { FieldCipher, RecordReader, RecordWriter, SealedPlace } from "../sealed/field-cipher.ts";
import { personRecord } from "../sealed/records.ts";
import { openJson, sealJson } from "../sealed/seal-json.ts";
import { withRecord } from "../sealed/with-record.ts";
import { readWishes, removeWishes, type SafeWishes, writeWishes } from "./safe-wishes.ts";

/** What a contact point leads to: an address or number, or the lines of a postal address. */
export type ContactValue = string | readonly string[];

/** A contact point of a person, without what it leads to. `preference` is the person's own order, 1 first. */
export type ContactEntry = {
  readonly contact: ContactRef;
  readonly person: PersonId;
  readonly method: ContactMethod;
  readonly currency: ContactCurrency;
  readonly preference: number | null;
};

/** A contact point with what it leads to. */
export type KeptContact = ContactEntry & { readonly value: ContactValue };

/** A value to look for. It is found as it is written, letter for letter: bring values into one form before they are kept. */
export type ContactSought = { readonly method: ContactMethod; readonly value: ContactValue };

/** Contact points, whose values are sealed with the key of their person. */
export type ContactKeeping = {
  /** Keeps a contact point; one of the same reference gives way to it. */
  readonly put: (contact: KeptContact) => Effect.Effect<void, StoreUnavailable | KeyRingUnavailable>;
  /** A person's contact points, by reference. */
  readonly ofPerson: (person: PersonId) => Effect.Effect<readonly ContactEntry[], StoreUnavailable>;
  /** What a reference leads to; `null` where there is none. Read it last thing before it is used, and forget it. */
  readonly find: (contact: ContactRef) => Effect.Effect<KeptContact | null, StoreUnavailable>;
  /** Whose a value is, by the keyed hash of it. */
  readonly search: (
    sought: ContactSought,
  ) => Effect.Effect<readonly ContactEntry[], StoreUnavailable | KeyRingUnavailable>;
  /** Keeps what a person has said is safe; what was said last stands. */
  readonly putWishes: (person: PersonId, wishes: SafeWishes) => Effect.Effect<void, StoreUnavailable>;
  /** What a person has said is safe; `null` for somebody of whom that is not on file, which is not that anything is. */
  readonly wishesOf: (person: PersonId) => Effect.Effect<SafeWishes | null, StoreUnavailable>;
  /** Removes a person's wishes, and contact points with the hashes of them: what shredding the person's record does not do. */
  readonly removeOfPerson: (person: PersonId) => Effect.Effect<void, StoreUnavailable>;
};

/** What a store of contact points is made from. */
export type ContactParts = {
  readonly db: Kysely<Database>;
  readonly cipher: FieldCipher;
  readonly ring: Pick<KeyRingShape, "index">;
};

/** Contact points in PostgreSQL or PGlite. */
export const contactStore = (parts: ContactParts): ContactKeeping => {
  const { db, cipher } = parts;
  return {
    put: (contact) => Effect.flatMap(contactIndex(parts.ring, contact), (index) => put(parts, contact, index)),
    ...wishKeeping(parts),
    ofPerson: (person) =>
      readIn(db, "list contact points", async (transaction) => {
        const rows = await entries(transaction).where("person_id", "=", textKey(person)).orderBy("ref").execute();
        return rows.map(entryOf);
      }),
    find: (contact) =>
      Effect.flatMap(
        readIn(db, "find a contact point", (transaction) =>
          entries(transaction).select("value").where("ref", "=", textKey(contact)).executeTakeFirst(),
        ),
        (row) => (row === undefined ? Effect.succeed(null) : openRow(cipher, row)),
      ),
    search: (sought) =>
      Effect.flatMap(contactIndex(parts.ring, sought), (index) =>
        readIn(db, "search contact points", async (transaction) => {
          const rows = await entries(transaction).where("value_index", "=", index).orderBy("ref").execute();
          return rows.map(entryOf);
        }),
      ),
    removeOfPerson: (person) =>
      transact(db, "remove contact points", async (transaction) => {
        await transaction.deleteFrom("contact_point").where("person_id", "=", textKey(person)).execute();
        await removeWishes(transaction, person);
        return Result.succeed(undefined);
      }),
  };
};

const wishKeeping = ({ db, cipher }: ContactParts): Pick<ContactKeeping, "putWishes" | "wishesOf"> => ({
  putWishes: (person, wishes) =>
    withRecord(
      () => cipher.toWrite(personRecord(person)),
      (own) =>
        transact(db, "keep what is safe", async (transaction) => {
          await writeWishes(transaction, own, { person, wishes });
          return Result.succeed(undefined);
        }),
    ),
  wishesOf: (person) =>
    withRecord(
      () => cipher.toRead(personRecord(person)),
      (own) => readIn(db, "read what is safe", (transaction) => readWishes(transaction, own, person)),
    ),
});

const COLUMNS = ["ref", "person_id", "method", "currency", "preference"] as const;

const entries = (transaction: Transaction<Database>) => transaction.selectFrom("contact_point").select([...COLUMNS]);

type EntryRow = {
  readonly ref: string;
  readonly person_id: string;
  readonly method: string;
  readonly currency: string;
  readonly preference: number | null;
};

const entryOf = ({ ref, person_id, method, currency, preference }: EntryRow): ContactEntry => ({
  contact: idFromKey<ContactRef>(ref),
  person: idFromKey<PersonId>(person_id),
  method: method as ContactMethod,
  currency: currency as ContactCurrency,
  preference,
});

const placeOf = (contact: ContactRef): SealedPlace => ({ table: "contact_point", column: "value", row: contact });

/** The keyed hash of a contact value, by which it is looked for. @errors `KeyRingUnavailable` */
export const contactIndex = (
  ring: ContactParts["ring"],
  { method, value }: ContactSought,
): Effect.Effect<Uint8Array, KeyRingUnavailable> =>
  ring.index(JSON.stringify(value), ["contact_point", "value", method]);

const put = ({ db, cipher }: ContactParts, contact: KeptContact, index: Uint8Array) =>
  withRecord(
    () => cipher.toWrite(personRecord(contact.person)),
    (own) =>
      transact(db, "keep a contact point", async (transaction) => {
        await writeContact(transaction, own, { contact, index });
        return Result.succeed(undefined);
      }),
  );

/** Writes a contact point among other things of one transaction, sealed with its person's key. `index` is `contactIndex` of it. */
export const writeContact = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  { contact, index }: { readonly contact: KeptContact; readonly index: Uint8Array },
): Promise<void> => {
  const value = await sealJson(own, contact.value, placeOf(contact.contact));
  const { method, currency, preference } = contact;
  const kept = { person_id: textKey(contact.person), method, currency, preference, value, value_index: index };
  await transaction
    .insertInto("contact_point")
    .values({ ref: textKey(contact.contact), ...kept })
    .onConflict((conflict) => conflict.column("ref").doUpdateSet(kept))
    .execute();
};

/** A contact point as it lies in the database. */
export type ContactRow = EntryRow & { readonly value: Uint8Array };

/** A person's contact points as they lie, to be opened when the transaction that reads them is over. */
export const contactRows = (transaction: Transaction<Database>, person: PersonId): Promise<readonly ContactRow[]> =>
  entries(transaction).select("value").where("person_id", "=", textKey(person)).orderBy("ref").execute();

/** Opens a contact point with its person's key. @throws `SealedValueUnreadable` */
export const openContact = async (own: RecordReader, row: ContactRow): Promise<KeptContact> => {
  const entry = entryOf(row);
  return { ...entry, value: await openJson<ContactValue>(own, row.value, placeOf(entry.contact)) };
};

const openRow = (cipher: FieldCipher, row: ContactRow): Effect.Effect<KeptContact, StoreUnavailable> =>
  withRecord(
    () => cipher.toRead(personRecord(entryOf(row).person)),
    (own) => Effect.promise(() => openContact(own, row)),
  );
