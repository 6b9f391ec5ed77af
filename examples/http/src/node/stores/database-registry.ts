import {
  type PersonId,
  type Registration,
  type RegistrationId,
  type Revision,
  RevisionConflict,
  StoreUnavailable,
} from "@victim-rights/core";
import {
  idFromKey,
  personRecord,
  readIn,
  removeWishes,
  textKey,
  transact,
  unlessShredded,
  withRecord,
  writeWishes,
} from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { CodeGiven, PendingRegistration, Registry, StoredRegistration } from "../../registry/registry.ts";
import {
  countWrongTry,
  findPending,
  insertPending,
  openPending,
  type PendingRow,
  requestsRecord,
  takePending,
  type Waiting,
} from "./pending-registrations.ts";
import type { RegistryParts } from "./registry-parts.ts";
import {
  type ContactHashes,
  hashesOf,
  insertRegistration,
  openRows,
  type RegistrationRow,
  ROW,
  withContacts,
  withdrawRow,
} from "./registration-rows.ts";

/** A registry, with what an agency does beside what the service asks of it. */
export type RegistryKeeping = Registry & {
  /** Takes in a registration that needs no code, such as one that the agency has on file. */
  readonly add: (registration: Registration) => Effect.Effect<void, StoreUnavailable>;
  /** Removes a person's registrations, contact points and wishes, with every hash of them; destroying the person's key does not. */
  readonly forget: (person: PersonId) => Effect.Effect<void, StoreUnavailable>;
};

/** Registrations in PostgreSQL or PGlite, sealed with the keys of their persons. */
export const databaseRegistry = (parts: RegistryParts): RegistryKeeping => ({
  hold: (pending) => hold(parts, pending),
  confirm: (given) => confirm(parts, given),
  find: (id) => find(parts, id),
  listForPerson: (asked) => listForPerson(parts, asked),
  about: (supervisedPersonId) => about(parts, supervisedPersonId),
  withdraw: (id, expected) => withdraw(parts, { id, expected }),
  add: (registration) => add(parts, registration),
  forget: (person) => forget(parts, person),
});

const hold = ({ db, cipher, clock }: RegistryParts, pending: PendingRegistration) =>
  withRecord(
    () => cipher.toWrite(requestsRecord(pending.expiresAt)),
    (own) =>
      transact(db, "hold a registration", async (transaction) => {
        await insertPending(transaction, own, { pending, now: clock() });
        return Result.succeed(undefined);
      }),
  );

const confirm = (parts: RegistryParts, given: CodeGiven) =>
  Effect.gen(function* () {
    const row = yield* readIn(parts.db, "find a request", (transaction) => findPending(transaction, given));
    if (row === null) {
      yield* transact(parts.db, "count a wrong code", async (transaction) =>
        Result.succeed(await countWrongTry(transaction, given)),
      );
      return null;
    }
    const waiting = yield* unlessShredded(waitingIn(parts, row));
    const taken = waiting === null ? null : yield* unlessShredded(take(parts, given, waiting));
    return typeof taken === "string" ? yield* find(parts, taken) : taken;
  });

const waitingIn = ({ cipher }: RegistryParts, row: PendingRow): Effect.Effect<Waiting, StoreUnavailable> =>
  withRecord(
    () => cipher.toRead(row.sealed_for),
    (own) => Effect.promise(() => openPending(own, row)),
  );

const take = (parts: RegistryParts, given: CodeGiven, waiting: Waiting) =>
  Effect.flatMap(hashing(parts, waiting.registration), (hashes) =>
    withRecord(
      () => parts.cipher.toWrite(personRecord(waiting.registration.person.id)),
      (own) =>
        transact(parts.db, "take a code", async (transaction) =>
          Result.succeed(await takePending(transaction, own, { given, waiting, hashes })),
        ),
    ),
  );

/** A key ring that does not answer is a store that is not there: nothing was written. */
const hashing = ({ ring }: RegistryParts, registration: Registration): Effect.Effect<ContactHashes, StoreUnavailable> =>
  Effect.mapError(
    hashesOf(ring, registration),
    () => new StoreUnavailable({ commit: "not-made", during: "hash a contact value" }),
  );

const find = (parts: RegistryParts, id: RegistrationId): Effect.Effect<StoredRegistration | null, StoreUnavailable> =>
  Effect.gen(function* () {
    const found = yield* readIn(parts.db, "find a registration", async (transaction) =>
      withContacts(
        transaction,
        await transaction.selectFrom("registration").select(ROW).where("registration_id", "=", textKey(id)).execute(),
      ),
    );
    const [stored] = yield* openRows(parts, found);
    return stored ?? null;
  });

const listForPerson = (parts: RegistryParts, { personId, after, limit }: Parameters<Registry["listForPerson"]>[0]) =>
  Effect.gen(function* () {
    const found = yield* readIn(parts.db, "list registrations", async (transaction) => {
      const beginning = await transaction
        .selectFrom("registration")
        .select("position")
        .where("registration_id", "=", textKey(after ?? ""))
        .executeTakeFirst();
      const rows = await transaction
        .selectFrom("registration")
        .select(ROW)
        .where("person_id", "=", textKey(personId))
        .where("position", ">", beginning?.position ?? 0)
        .orderBy("position")
        .limit(limit + 1)
        .execute();
      return withContacts(transaction, rows);
    });
    const rows = found.rows.slice(0, limit);
    const last = found.rows.length > limit ? rows.at(-1) : undefined;
    const next = last === undefined ? null : idFromKey<RegistrationId>(last.registration_id);
    return { items: yield* openRows(parts, { ...found, rows }), next };
  });

const about = (parts: RegistryParts, supervisedPersonId: string) =>
  Effect.gen(function* () {
    const found = yield* readIn(parts.db, "list who is to be told", async (transaction) =>
      withContacts(
        transaction,
        await transaction
          .selectFrom("registration")
          .select(ROW)
          .where("supervised_id", "=", textKey(supervisedPersonId))
          .where("status", "=", "active")
          .orderBy("position")
          .execute(),
      ),
    );
    return (yield* openRows(parts, found)).map(({ registration }) => registration);
  });

type Withdrawing = { readonly id: RegistrationId; readonly expected: Revision };

const withdraw = (parts: RegistryParts, asked: Withdrawing) =>
  Effect.gen(function* () {
    const seen = yield* readIn(parts.db, "find a registration", (transaction) =>
      transaction
        .selectFrom("registration")
        .select("person_id")
        .where("registration_id", "=", textKey(asked.id))
        .executeTakeFirst(),
    );
    if (seen === undefined) return null;
    return yield* unlessShredded(
      withRecord(
        () => parts.cipher.toWrite(personRecord(idFromKey<PersonId>(seen.person_id))),
        (own) =>
          transact(parts.db, "take a registration back", async (transaction) => {
            const row = await transaction
              .selectFrom("registration")
              .select(ROW)
              .where("registration_id", "=", textKey(asked.id))
              .forUpdate()
              .executeTakeFirst();
            if (row === undefined) return Result.succeed(null);
            const allowed = checkRevision(row, asked);
            if (Result.isFailure(allowed)) return Result.fail(allowed.failure);
            return Result.succeed(await withdrawRow(transaction, own, row));
          }),
      ),
    );
  });

const checkRevision = (row: RegistrationRow, { id, expected }: Withdrawing): Result.Result<void, RevisionConflict> =>
  row.revision === expected
    ? Result.succeed(undefined)
    : Result.fail(new RevisionConflict({ record: id, expected, actual: row.revision as Revision }));

const add = (parts: RegistryParts, registration: Registration) =>
  Effect.flatMap(hashing(parts, registration), (hashes) =>
    withRecord(
      () => parts.cipher.toWrite(personRecord(registration.person.id)),
      (own) =>
        transact(parts.db, "add a registration", async (transaction) => {
          await insertRegistration(transaction, own, { registration, hashes });
          const wishes = { safeContact: registration.safeContact, zone: null };
          await writeWishes(transaction, own, { person: registration.person.id, wishes });
          return Result.succeed(undefined);
        }),
    ),
  );

const forget = ({ db }: RegistryParts, person: PersonId) =>
  transact(db, "forget a person", async (transaction) => {
    const person_id = textKey(person);
    const own = transaction.selectFrom("registration").select("registration_id").where("person_id", "=", person_id);
    await transaction.deleteFrom("pending_registration").where("taken", "in", own).execute();
    await transaction.deleteFrom("registered_by").where("registration_id", "in", own).execute();
    await transaction.deleteFrom("registration").where("person_id", "=", person_id).execute();
    await transaction.deleteFrom("contact_point").where("person_id", "=", person_id).execute();
    await removeWishes(transaction, person);
    return Result.succeed(undefined);
  });
