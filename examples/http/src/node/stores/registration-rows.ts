import {
  ContactMethod,
  type ContactPoint,
  type PersonId,
  type Registration,
  type RegistrationId,
  type Revision,
  type StoreUnavailable,
} from "@victim-rights/core";
import { ContactRef } from "@victim-rights/notification";
import type { KeyRingShape, KeyRingUnavailable } from "@victim-rights-examples/field-encryption";
import {
  contactIndex,
  type ContactRow,
  contactRows,
  type Database,
  idFromKey,
  openContact,
  openJson,
  personRecord,
  type RecordReader,
  type RecordWriter,
  rowKey,
  type SealedPlace,
  sealJson,
  textKey,
  unlessShredded,
  withRecord,
  writeContact,
} from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import type { Transaction } from "kysely";
import type { StoredRegistration } from "../../registry/registry.ts";
import type { RegistryParts } from "./registry-parts.ts";

/** A registration as its row has it, with its person's contact points, all of it still sealed. */
export type RegistrationRow = {
  readonly registration_id: string;
  readonly person_id: string;
  readonly status: "active" | "withdrawn";
  readonly revision: number;
  readonly content: Uint8Array;
};

/** What is sealed beside the contact points: everything but their values, which are there for as long as it is active. */
type Content = {
  readonly registration: Omit<Registration, "contacts">;
  readonly contacts: readonly { readonly ref: ContactRef; readonly confirmedOn: ContactPoint["confirmedOn"] }[];
  /** The contact points as they were when it was taken back. */
  readonly withdrawn: readonly ContactPoint[] | null;
};

export const ROW = ["registration_id", "person_id", "status", "revision", "content"] as const;

/** The hashes of a registration's contact values: by method, as contact points are found, and by value alone. */
export type ContactHashes = { readonly byMethod: readonly Uint8Array[]; readonly byValue: readonly Uint8Array[] };

/** Hashes what a registration is reached by. It asks the key ring, so it comes before a transaction. */
export const hashesOf = (
  ring: Pick<KeyRingShape, "index">,
  { contacts }: Registration,
): Effect.Effect<ContactHashes, KeyRingUnavailable> =>
  Effect.all({
    byMethod: Effect.forEach(contacts, (contact) => contactIndex(ring, contact)),
    byValue: Effect.forEach(contacts, ({ value }) => ring.index(JSON.stringify(value), ["registered_by", "value"])),
  });

/** The name of a contact point of a registration. It tells neither what the point leads to nor the registration's id. */
const contactRefOf = (registration: RegistrationId, number: number): ContactRef =>
  ContactRef.parse(`contact-${rowKey(registration).slice(0, 32)}-${number}`);

const placeOf = (id: RegistrationId): SealedPlace => ({ table: "registration", column: "content", row: id });

/** Adds an active registration with its contact points. @returns it as it is kept. */
export const insertRegistration = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  { registration, hashes }: { readonly registration: Registration; readonly hashes: ContactHashes },
): Promise<StoredRegistration> => {
  const { contacts, ...rest } = registration;
  const { id } = registration;
  const person = registration.person.id;
  const points = contacts.map((point, at) => ({ ...point, ref: contactRefOf(id, at + 1) }));
  const content: Content = {
    registration: rest,
    contacts: points.map(({ ref, confirmedOn }) => ({ ref, confirmedOn })),
    withdrawn: null,
  };
  const supervised_id = textKey(registration.supervisedPersonId);
  await transaction
    .insertInto("registration")
    .values({
      registration_id: textKey(id),
      person_id: textKey(person),
      supervised_id,
      status: "active",
      revision: 1,
      content: await sealJson(own, content, placeOf(id)),
    })
    .execute();
  for (const [at, { ref, method, currency, preference, value }] of points.entries())
    await writeContact(transaction, own, {
      contact: { contact: ref, person, method, currency, preference, value },
      index: hashes.byMethod[at] ?? new Uint8Array(),
    });
  for (const value_index of hashes.byValue)
    await transaction
      .insertInto("registered_by")
      .values({ supervised_id, value_index, registration_id: textKey(id) })
      // One value by two methods is one value.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return { registration, status: "active", revision: 1 as Revision };
};

/** Takes a registration back: its contact points leave the registry and can be found and used no more. @returns it as it is kept. */
export const withdrawRow = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  row: RegistrationRow,
): Promise<StoredRegistration> => {
  if (row.status === "withdrawn") return openRow(own, row, []);
  const id = idFromKey<RegistrationId>(row.registration_id);
  const content = await openJson<Content>(own, row.content, placeOf(id));
  const points = await contactRows(transaction, idFromKey<PersonId>(row.person_id));
  const contacts = await contactsOf(own, content, points);
  const withdrawn: Content = { ...content, withdrawn: contacts };
  const refs = content.contacts.map(({ ref }) => textKey(ref));
  if (refs.length > 0) await transaction.deleteFrom("contact_point").where("ref", "in", refs).execute();
  await transaction.deleteFrom("registered_by").where("registration_id", "=", row.registration_id).execute();
  await transaction
    .updateTable("registration")
    .set({ status: "withdrawn", revision: row.revision + 1, content: await sealJson(own, withdrawn, placeOf(id)) })
    .where("registration_id", "=", row.registration_id)
    .execute();
  const registration: Registration = { ...content.registration, contacts: [...contacts] };
  return { registration, status: "withdrawn", revision: (row.revision + 1) as Revision };
};

/** Rows with the contact points of the persons in them. */
export type FoundRows = {
  readonly rows: readonly RegistrationRow[];
  readonly contacts: ReadonlyMap<string, readonly ContactRow[]>;
};

/** Reads the contact points of the persons of some rows, in the transaction that read those. */
export const withContacts = async (
  transaction: Transaction<Database>,
  rows: readonly RegistrationRow[],
): Promise<FoundRows> => {
  const contacts = new Map<string, readonly ContactRow[]>();
  for (const { person_id } of rows)
    if (!contacts.has(person_id))
      contacts.set(person_id, await contactRows(transaction, idFromKey<PersonId>(person_id)));
  return { rows, contacts };
};

/** Opens rows, each with its person's key. One whose person was destroyed is not there any more. */
export const openRows = (
  { cipher }: Pick<RegistryParts, "cipher">,
  { rows, contacts }: FoundRows,
): Effect.Effect<readonly StoredRegistration[], StoreUnavailable> =>
  Effect.map(
    Effect.forEach(rows, (row) =>
      unlessShredded(
        withRecord(
          () => cipher.toRead(personRecord(idFromKey<PersonId>(row.person_id))),
          (own) => Effect.promise(() => openRow(own, row, contacts.get(row.person_id) ?? [])),
        ),
      ),
    ),
    (opened) => opened.filter((each) => each !== null),
  );

const openRow = async (
  own: RecordReader,
  row: RegistrationRow,
  points: readonly ContactRow[],
): Promise<StoredRegistration> => {
  const content = await openJson<Content>(own, row.content, placeOf(idFromKey<RegistrationId>(row.registration_id)));
  const contacts = content.withdrawn ?? (await contactsOf(own, content, points));
  const registration: Registration = { ...content.registration, contacts: [...contacts] };
  return { registration, status: row.status, revision: row.revision as Revision };
};

/** The contact points of a registration, as they are on file now: one that was removed meanwhile is left out. */
const contactsOf = async (
  own: RecordReader,
  { contacts }: Content,
  rows: readonly ContactRow[],
): Promise<readonly ContactPoint[]> => {
  const byRef = new Map(rows.map((row) => [row.ref, row]));
  const points: ContactPoint[] = [];
  for (const { ref, confirmedOn } of contacts) {
    const row = byRef.get(textKey(ref));
    if (row === undefined) continue;
    const { method, currency, preference, value } = await openContact(own, row);
    const text = typeof value === "string" ? value : value.join("\n");
    points.push({ method: ContactMethod.parse(method), value: text, currency, confirmedOn, preference });
  }
  return points;
};
