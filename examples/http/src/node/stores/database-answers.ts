import { addHours, epochMilliseconds, type Instant, instantAt, type StoreUnavailable } from "@victim-rights/core";
import {
  type Database,
  type FieldCipher,
  openJson,
  rowKey,
  sealJson,
  type SealedPlace,
  transact,
  unlessShredded,
  withRecord,
} from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Kysely, sql, type Transaction } from "kysely";
import type { AnswerStore, BegunRequest, KeptAnswer, KeyStanding } from "../../http/answer-store.ts";

/** What a store of first answers is made from. */
export type AnswerParts = {
  readonly db: Kysely<Database>;
  readonly cipher: FieldCipher;
  /** The clocks of all processes agree to within some seconds. */
  readonly clock: () => Instant;
  /** A name that nobody had before, for each request that is begun. */
  readonly nextHolder: () => string;
};

/**
 * How long a request counts as being carried out when nothing more is heard of it: past every limit of the service and of
 * the database, so that whoever began it cannot be at it still. A house rule.
 */
const RUNNING_FOR_SECONDS = 60;

/** How long first answers are kept. A house rule; after that a key counts as new. */
const KEPT_FOR_HOURS = 24;

/** So many answers whose time is over are removed with each request that is begun. */
const REMOVED_AT_ONCE = 100;

/**
 * First answers in PostgreSQL or PGlite. Of many requests with one key, in however many processes, one is carried out. A
 * key whose process is gone is free again after a minute, for the same request alone: the stores themselves know a command
 * that they have taken. Answers are sealed, since they may say something of a person; of the key there is a hash.
 */
export const databaseAnswers = (parts: AnswerParts): AnswerStore => ({
  begin: (key, digest) =>
    Effect.gen(function* () {
      const asked: Asked = { key: rowKey(key), digest, holder: parts.nextHolder(), now: parts.clock() };
      const row = yield* transact(parts.db, "begin a request", async (transaction) =>
        Result.succeed(await begin(transaction, asked)),
      );
      if (row === null) return begun(parts, asked);
      if (row.request_digest !== digest) return { kind: "other-request" };
      if (row.answer === null || row.sealed_for === null) return { kind: "running" };
      return yield* answered(parts, asked, { sealedFor: row.sealed_for, answer: row.answer });
    }),
});

type Asked = { readonly key: string; readonly digest: string; readonly holder: string; readonly now: Instant };

type Known = {
  readonly request_digest: string;
  readonly sealed_for: string | null;
  readonly answer: Uint8Array | null;
};

/** What is there of a key; `null` where the request is now the asker's to carry out. */
const begin = async (transaction: Transaction<Database>, asked: Asked): Promise<Known | null> => {
  await removeExpired(transaction, asked.now);
  const { key, digest, holder, now } = asked;
  const running_until = instantAt(epochMilliseconds(now) + RUNNING_FOR_SECONDS * 1000);
  const own = { request_digest: digest, holder, running_until, expires_at: addHours(now, KEPT_FOR_HOURS) };
  const free = sql<boolean>`first_answer.expires_at <= ${now}::timestamptz or (first_answer.answer is null
    and first_answer.running_until <= ${now}::timestamptz and first_answer.request_digest = ${digest})`;
  const taken = await transaction
    .insertInto("first_answer")
    .values({ answer_key: key, ...own, sealed_for: null, answer: null })
    .onConflict((conflict) =>
      conflict
        .column("answer_key")
        .doUpdateSet({ ...own, sealed_for: null, answer: null })
        .where(free),
    )
    .returning("answer_key")
    .execute();
  if (taken.length > 0) return null;
  return transaction
    .selectFrom("first_answer")
    .select(["request_digest", "sealed_for", "answer"])
    .where("answer_key", "=", key)
    .executeTakeFirstOrThrow();
};

const removeExpired = async (transaction: Transaction<Database>, now: Instant): Promise<void> =>
  void (await sql`delete from first_answer where answer_key in (
    select answer_key from first_answer where expires_at <= ${now}::timestamptz
    order by expires_at limit ${REMOVED_AT_ONCE} for update skip locked)`.execute(transaction));

const begun = (parts: AnswerParts, asked: Asked): BegunRequest => ({
  kind: "new",
  keep: (answer) => keep(parts, asked, answer),
  forget: transact(parts.db, "forget a request", async (transaction) => {
    await transaction.deleteFrom("first_answer").where("answer_key", "=", asked.key).where(isHeldBy(asked)).execute();
    return Result.succeed(undefined);
  }),
});

/** Whoever was taken for gone, and comes back, keeps and forgets nothing of the one that followed. */
const isHeldBy = ({ holder }: Asked) => sql<boolean>`holder = ${holder} and answer is null`;

/** The answers of one day are one record: they go at the day's end, or all at once when its key is destroyed. */
const answersRecord = (now: Instant): string => `first-answers:${now.slice(0, 10)}`;

const placeOf = ({ key }: Asked): SealedPlace => ({ table: "first_answer", column: "answer", row: key });

const keep = ({ db, cipher }: AnswerParts, asked: Asked, answer: KeptAnswer) => {
  const sealed_for = answersRecord(asked.now);
  return withRecord(
    () => cipher.toWrite(sealed_for),
    (own) =>
      transact(db, "keep an answer", async (transaction) => {
        const sealed = await sealJson(own, answer, placeOf(asked));
        await transaction
          .updateTable("first_answer")
          .set({ sealed_for, answer: sealed })
          .where("answer_key", "=", asked.key)
          .where(isHeldBy(asked))
          .execute();
        return Result.succeed(undefined);
      }),
  );
};

/** An answer whose day was destroyed cannot be given again, and what it answered is not done again either. */
const answered = (
  { cipher }: AnswerParts,
  asked: Asked,
  { sealedFor, answer }: { readonly sealedFor: string; readonly answer: Uint8Array },
): Effect.Effect<KeyStanding, StoreUnavailable> =>
  Effect.map(
    unlessShredded(
      withRecord(
        () => cipher.toRead(sealedFor),
        (own) => Effect.promise(() => openJson<KeptAnswer>(own, answer, placeOf(asked))),
      ),
    ),
    (opened) => (opened === null ? { kind: "other-request" } : { kind: "answered", answer: opened }),
  );
