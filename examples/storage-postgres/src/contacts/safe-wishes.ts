import type { PersonId, SafeContact, ZoneId } from "@victim-rights/core";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { textKey } from "../database/text-key.ts";
import type { RecordReader, RecordWriter, SealedPlace } from "../sealed/field-cipher.ts";
import { openJson, sealJson } from "../sealed/seal-json.ts";

/** What a person has said is safe, and the zone that their hours are of; `null` for one that nobody knows. */
export type SafeWishes = { readonly safeContact: SafeContact; readonly zone: ZoneId | null };

const placeOf = (person: PersonId): SealedPlace => ({ table: "safe_wish", column: "content", row: person });

/** Writes what a person has said is safe, in place of what they said before. */
export const writeWishes = async (
  transaction: Transaction<Database>,
  own: RecordWriter,
  { person, wishes }: { readonly person: PersonId; readonly wishes: SafeWishes },
): Promise<void> => {
  const content = await sealJson(own, wishes, placeOf(person));
  await transaction
    .insertInto("safe_wish")
    .values({ person_id: textKey(person), content })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ content }))
    .execute();
};

/** Reads what a person has said is safe; `null` where nothing is on file. @throws `SealedValueUnreadable` */
export const readWishes = async (
  transaction: Transaction<Database>,
  own: RecordReader,
  person: PersonId,
): Promise<SafeWishes | null> => {
  const row = await transaction
    .selectFrom("safe_wish")
    .select("content")
    .where("person_id", "=", textKey(person))
    .executeTakeFirst();
  return row === undefined ? null : openJson<SafeWishes>(own, row.content, placeOf(person));
};

/** Removes what a person has said is safe. */
export const removeWishes = async (transaction: Transaction<Database>, person: PersonId): Promise<void> =>
  void (await transaction.deleteFrom("safe_wish").where("person_id", "=", textKey(person)).execute());
