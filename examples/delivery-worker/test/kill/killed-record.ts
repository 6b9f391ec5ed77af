import { setImmediate as turn } from "node:timers/promises";
import { instantAt } from "@victim-rights/core";
import type { NoticeCommandId, ObligationStoreShape } from "@victim-rights/notification";
import { sampleBatch } from "@victim-rights/notification/testing";
import { obligationStore, type OpenedDatabase, openPostgres } from "@victim-rights-examples/storage-postgres";
import { quiet } from "@victim-rights-examples/storage-postgres/testing";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { confirmation, obligationId } from "../world.ts";
import { promptOpening } from "./prompt-opening.ts";

/**
 * Somebody who writes into the record while its server dies, insists until each write is acknowledged, and remembers what
 * was: none of that may ever be gone.
 */
export class KilledRecord {
  readonly #opened: OpenedDatabase;
  readonly #store: ObligationStoreShape;
  #next = 1;
  /** Persons to whom a notice is owed for certain. */
  readonly owed: number[] = [];
  /** Confirmations that were acknowledged, by person. */
  readonly confirmed = new Map<number, NoticeCommandId>();
  /** Persons who were about to confirm, acknowledged or not. */
  readonly confirming = new Set<number>();

  private constructor(opened: OpenedDatabase) {
    this.#opened = opened;
    this.#store = obligationStore(opened.db);
  }

  static async open(url: string): Promise<KilledRecord> {
    return new KilledRecord(await openPostgres({ url, connections: 4 }, quiet));
  }

  get db(): OpenedDatabase["db"] {
    return this.#opened.db;
  }

  get store(): ObligationStoreShape {
    return this.#store;
  }

  async owe(count: number): Promise<void> {
    const from = this.#next;
    this.#next += count;
    const numbers = Array.from({ length: count }, (_, index) => from + index);
    const batch = { ...sampleBatch(), obligations: numbers.map(promptOpening) };
    Result.getOrThrow(await insist(this.#store.recordEvent(batch, `from-${from}`)));
    this.owed.push(...numbers);
  }

  /** The person confirms, unless their obligation has ended. */
  async confirm(number: number): Promise<void> {
    if (this.confirmed.has(number)) return;
    this.confirming.add(number);
    const { obligation, revision } = Result.getOrThrow(await insist(this.#store.find(obligationId(number))));
    if (obligation.closedBy !== null) return;
    const now = instantAt(Date.now());
    const command = confirmation(now > obligation.lastAt ? now : obligation.lastAt, `${number}-${revision}`);
    const advance = { obligation: obligation.id, expected: revision, command };
    const given = await insist(this.#store.advance(advance));
    if (Result.isSuccess(given)) this.confirmed.set(number, command.id);
    else await this.confirm(number);
  }

  /** How many obligations wait for the system; `null` while nobody can tell. */
  async countOpen(): Promise<number | null> {
    const read = this.#opened.db
      .selectFrom("obligation")
      .select((row) => row.fn.countAll<number>().as("count"))
      .where("state", "not in", ["confirmed", "with-person"])
      .executeTakeFirst();
    return read.then(
      (row) => Number(row?.count ?? 0),
      () => null,
    );
  }

  close(): Promise<void> {
    return this.#opened.close();
  }
}

/** Asks again as long as the store does not answer, or cannot tell whether it wrote. */
const insist = async <Answer, Failure extends { readonly _tag: string }>(
  work: Effect.Effect<Answer, Failure>,
): Promise<Result.Result<Answer, Failure>> => {
  for (;;) {
    const done = await Effect.runPromise(Effect.result(work));
    if (Result.isSuccess(done) || done.failure._tag !== "StoreUnavailable") return done;
    await turn();
  }
};
