import type { ContactCurrency, ContactMethod, PersonId, StoreUnavailable } from "@victim-rights/core";
import type { ContactRef } from "@victim-rights/notification";
import type { KeyRingShape, KeyRingUnavailable } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";
import type { FieldCipher, SealedPlace } from "../sealed/field-cipher.ts";
import { personRecord } from "../sealed/records.ts";
import { openJson, sealJson } from "../sealed/seal-json.ts";
import { withRecord } from "../sealed/with-record.ts";

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
  /** Removes a person's contact points with the hashes of them: what shredding the person's record does not do. */
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
    put: (contact) => Effect.flatMap(indexOf(parts, contact), (index) => put(parts, contact, index)),
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
      Effect.flatMap(indexOf(parts, sought), (index) =>
        readIn(db, "search contact points", async (transaction) => {
          const rows = await entries(transaction).where("value_index", "=", index).orderBy("ref").execute();
          return rows.map(entryOf);
        }),
      ),
    removeOfPerson: (person) =>
      transact(db, "remove contact points", async (transaction) => {
        await transaction.deleteFrom("contact_point").where("person_id", "=", textKey(person)).execute();
        return Result.succeed(undefined);
      }),
  };
};

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

const indexOf = ({ ring }: ContactParts, { method, value }: ContactSought) =>
  ring.index(JSON.stringify(value), ["contact_point", "value", method]);

const put = ({ db, cipher }: ContactParts, contact: KeptContact, value_index: Uint8Array) =>
  withRecord(
    () => cipher.toWrite(personRecord(contact.person)),
    (own) =>
      transact(db, "keep a contact point", async (transaction) => {
        const value = await sealJson(own, contact.value, placeOf(contact.contact));
        const { method, currency, preference } = contact;
        const kept = { person_id: textKey(contact.person), method, currency, preference, value, value_index };
        await transaction
          .insertInto("contact_point")
          .values({ ref: textKey(contact.contact), ...kept })
          .onConflict((conflict) => conflict.column("ref").doUpdateSet(kept))
          .execute();
        return Result.succeed(undefined);
      }),
  );

const openRow = (
  cipher: FieldCipher,
  row: EntryRow & { readonly value: Uint8Array },
): Effect.Effect<KeptContact, StoreUnavailable> => {
  const entry = entryOf(row);
  return withRecord(
    () => cipher.toRead(personRecord(entry.person)),
    (own) =>
      Effect.map(
        Effect.promise(() => openJson<ContactValue>(own, row.value, placeOf(entry.contact))),
        (value) => ({ ...entry, value }),
      ),
  );
};
