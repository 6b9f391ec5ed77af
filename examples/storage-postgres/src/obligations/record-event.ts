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
import { isOneOf } from "../database/match-keys.ts";
import { textKey } from "../database/text-key.ts";
import { advanceStored } from "./advance.ts";
import { findBatches, keptBatch, type RecordedBatch } from "./kept-batches.ts";
import { openObligations } from "./obligation-rows.ts";
import { lookForTasks, raiseTasks, type TasksThere } from "./person-tasks.ts";
import { rowKey } from "./row-key.ts";
import type { Writing } from "./writing.ts";

/**
 * Records batches one after another, each with the event, its obligations and their deadlines, tasks, audit facts, messages
 * and wake-ups: the first that is refused takes all of them back. What is there already is looked for once for all of them.
 */
export const recordBatches = async (
  writing: Writing,
  batches: readonly KeyedBatch[],
): Promise<Result.Result<readonly RecordedEvent[], RecordEventError>> => {
  if (batches.length === 0) return Result.succeed([]);
  const there = await lookFor(writing, batches);
  const answers: RecordedEvent[] = [];
  for (const keyed of batches) {
    const recorded = await recordBatch(writing, there, keyed);
    if (Result.isFailure(recorded)) return Result.fail(recorded.failure);
    answers.push(recorded.success);
  }
  return Result.succeed(answers);
};

/** What of some batches is in the record: those there before, and those that this transaction has come to. */
type There = {
  /** By their keys. */
  readonly batches: Map<string, RecordedBatch>;
  readonly obligations: Set<ObligationId>;
  readonly tasks: TasksThere;
};

const lookFor = async (writing: Writing, batches: readonly KeyedBatch[]): Promise<There> => {
  const tasks: TasksThere = new Map();
  const known = await findBatches(
    writing.transaction,
    batches.map(({ idempotencyKey }) => idempotencyKey),
  );
  const added = batches.flatMap(({ batch, idempotencyKey }) => (known.has(idempotencyKey) ? [] : [batch]));
  const obligations = added.flatMap((batch) => batch.obligations.map(({ obligation }) => obligation));
  const raised = added.flatMap((batch) => batch.tasks.map(({ id }) => id));
  await lookForTasks(writing, raised, tasks);
  return { batches: known, obligations: await findObligations(writing, obligations), tasks };
};

const findObligations = async (
  { transaction }: Writing,
  asked: readonly ObligationId[],
): Promise<Set<ObligationId>> => {
  if (asked.length === 0) return new Set();
  const ids = new Map(asked.map((id) => [rowKey(id), id]));
  const rows = await transaction
    .selectFrom("obligation")
    .select("obligation_key")
    .where(isOneOf("obligation_key", ids.keys()))
    .execute();
  return new Set(rows.flatMap(({ obligation_key }) => ids.get(obligation_key) ?? []));
};

const recordBatch = async (
  writing: Writing,
  there: There,
  { batch, idempotencyKey: key }: KeyedBatch,
): Promise<Result.Result<RecordedEvent, RecordEventError>> => {
  const given = there.batches.get(key);
  if (given !== undefined)
    return Equal.equals(given.batch, batch)
      ? Result.succeed(given.answer)
      : Result.fail(new IdempotencyKeyReused({ key }));
  const sequence = writing.next();
  writing.tell({ kind: "event-recorded", event: batch.event.id, revision: batch.event.revision });
  for (const event of batch.audit.flatMap((fact) => eventsOfFact(fact, key))) writing.audit(event);
  const answer = answerOf(batch, sequence, there.obligations);
  const opened = firstOfEach(batch.obligations, there.obligations);
  openObligations(writing, opened);
  for (const { obligation } of opened) there.obligations.add(obligation);
  for (const advance of batch.advances) {
    const advanced = await advanceStored(writing, advance, there.tasks);
    if (Result.isFailure(advanced)) return Result.fail(advanced.failure);
  }
  await raiseTasks(writing, batch.tasks, there.tasks);
  there.batches.set(key, { batch, answer });
  addBatch(writing, { batch, key, answer, opened });
  return Result.succeed(answer);
};

const answerOf = (batch: EventBatch, sequence: number, known: ReadonlySet<ObligationId>): RecordedEvent => {
  const ids = batch.obligations.map(({ obligation }) => obligation);
  return {
    event: batch.event.id,
    revision: batch.event.revision,
    sequence,
    opened: ids.filter((id) => !known.has(id)),
    alreadyOpen: ids.filter((id) => known.has(id)),
    tasks: batch.tasks.map(({ id }) => id),
  };
};

/** The first entry of each obligation that is not there yet. */
const firstOfEach = (entries: readonly OpenedEntry[], known: ReadonlySet<ObligationId>): ReadonlySet<OpenedEntry> => {
  const firsts = new Map<ObligationId, OpenedEntry>();
  for (const entry of entries)
    if (!known.has(entry.obligation) && !firsts.has(entry.obligation)) firsts.set(entry.obligation, entry);
  return new Set(firsts.values());
};

type Adding = RecordedBatch & { readonly key: string; readonly opened: ReadonlySet<OpenedEntry> };

const addBatch = (writing: Writing, { batch, key, answer, opened }: Adding): void =>
  writing.add("recorded_event", {
    batch_key: rowKey(key),
    sequence: answer.sequence,
    event_id: textKey(batch.event.id),
    event_revision: batch.event.revision,
    supervised_id: textKey(batch.event.supervisedPersonId),
    batch: JSON.stringify(keptBatch(batch, opened)),
    answer: JSON.stringify(answer),
  });
