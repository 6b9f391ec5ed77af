import { IdempotencyKeyReused } from "@victim-rights/core";
import type {
  EventBatch,
  KeyedBatch,
  ObligationId,
  OpenedEntry,
  RecordedEvent,
  RecordEventError,
} from "@victim-rights/notification";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { eventsOfFact } from "../audit/audit-event-of.ts";
import { inChunks } from "../database/in-chunks.ts";
import { textKey } from "../database/text-key.ts";
import { advanceStored } from "./advance.ts";
import { openObligations } from "./obligation-rows.ts";
import { raiseTask } from "./person-tasks.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

/** Records a batch: the event, its obligations with their deadlines, tasks, audit facts, messages and wake-ups. */
export const recordBatch = async (
  writing: Writing,
  { batch, key }: { readonly batch: EventBatch; readonly key: string },
): Promise<Result.Result<RecordedEvent, RecordEventError>> => {
  const given = await findBatch(writing, key);
  if (given !== null)
    return Equal.equals(given.batch, batch)
      ? Result.succeed(given.answer)
      : Result.fail(new IdempotencyKeyReused({ key }));
  const sequence = writing.next();
  const known = await knownAmong(writing, batch.obligations);
  writing.tell({ kind: "event-recorded", event: batch.event.id, revision: batch.event.revision });
  for (const event of batch.audit.flatMap((fact) => eventsOfFact(fact, key))) writing.audit(event);
  await openObligations(writing, firstOfEach(batch.obligations, known));
  for (const advance of batch.advances) {
    const advanced = await advanceStored(writing, advance);
    if (Result.isFailure(advanced)) return Result.fail(advanced.failure);
  }
  for (const task of batch.tasks) await raiseTask(writing, task);
  const ids = batch.obligations.map(({ obligation }) => obligation);
  const answer: RecordedEvent = {
    event: batch.event.id,
    revision: batch.event.revision,
    sequence,
    opened: ids.filter((id) => !known.has(id)),
    alreadyOpen: ids.filter((id) => known.has(id)),
    tasks: batch.tasks.map(({ id }) => id),
  };
  await writeBatch(writing, { batch, key, answer });
  return Result.succeed(answer);
};

/** Records batches one after another: the first that is refused takes all of them back. */
export const recordBatches = async (
  writing: Writing,
  batches: readonly KeyedBatch[],
): Promise<Result.Result<readonly RecordedEvent[], RecordEventError>> => {
  const answers: RecordedEvent[] = [];
  for (const { batch, idempotencyKey } of batches) {
    const recorded = await recordBatch(writing, { batch, key: idempotencyKey });
    if (Result.isFailure(recorded)) return Result.fail(recorded.failure);
    answers.push(recorded.success);
  }
  return Result.succeed(answers);
};

type Batch = { readonly batch: EventBatch; readonly answer: RecordedEvent };

const findBatch = async ({ transaction }: Writing, key: string): Promise<Batch | null> => {
  const row = await transaction
    .selectFrom("recorded_event")
    .select(["batch", "answer"])
    .where("batch_key", "=", rowKey(key))
    .executeTakeFirst();
  return row === undefined ? null : { batch: row.batch as EventBatch, answer: row.answer as RecordedEvent };
};

const knownAmong = async (
  { transaction }: Writing,
  entries: readonly OpenedEntry[],
): Promise<ReadonlySet<ObligationId>> => {
  const ids = new Map(entries.map(({ obligation }) => [rowKey(obligation), obligation]));
  const known = new Set<ObligationId>();
  for (const keys of inChunks([...ids.keys()])) {
    const rows = await transaction
      .selectFrom("obligation")
      .select("obligation_key")
      .where("obligation_key", "in", keys)
      .execute();
    for (const { obligation_key } of rows) {
      const id = ids.get(obligation_key);
      if (id !== undefined) known.add(id);
    }
  }
  return known;
};

const firstOfEach = (entries: readonly OpenedEntry[], known: ReadonlySet<ObligationId>): readonly OpenedEntry[] => {
  const seen = new Set(known);
  return entries.filter(({ obligation }) => {
    const isNew = !seen.has(obligation);
    seen.add(obligation);
    return isNew;
  });
};

const writeBatch = async (
  { transaction }: Writing,
  { batch, key, answer }: Batch & { readonly key: string },
): Promise<void> => {
  await transaction
    .insertInto("recorded_event")
    .values({
      batch_key: rowKey(key),
      sequence: answer.sequence,
      event_id: textKey(batch.event.id),
      event_revision: batch.event.revision,
      batch: JSON.stringify(batch),
      answer: JSON.stringify(answer),
    })
    .execute();
};
