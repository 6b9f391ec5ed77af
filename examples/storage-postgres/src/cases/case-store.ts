import { IdempotencyKeyReused, type Revision } from "@victim-rights/core";
import {
  type AppendedStep,
  type AppendStep,
  type AppendStepError,
  type CaseId,
  type CaseKeeping,
  type CasePage,
  type CaseRef,
  type CasesAsked,
  CaseStore,
  checkStep,
  type CommandOf,
  type KeptLog,
  type LineOf,
  type ProgrammeName,
} from "@victim-rights/restorative-justice";
import * as Equal from "effect/Equal";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import type { Transaction } from "kysely";
import type { Database } from "../database/database.ts";
import { idFromKey, textKey } from "../database/text-key.ts";
import { readIn, transact } from "../database/transact.ts";
import type { StoreParts } from "../ledger/ledger-store.ts";
import type { RecordReader, RecordWriter, SealedPlace } from "../sealed/field-cipher.ts";
import { caseRecord } from "../sealed/records.ts";
import { openJson, sealJson } from "../sealed/seal-json.ts";
import { withRecord } from "../sealed/with-record.ts";

/** Cases of the programmes in PostgreSQL or PGlite. */
export const caseStore = ({ db, cipher }: StoreParts): CaseKeeping => ({
  append: (step) =>
    withRecord(
      () => cipher.toWrite(caseRecord(step)),
      (own) => transact(db, "append to a case", (transaction) => append(transaction, own, step)),
    ),
  read: (ref, after) =>
    withRecord(
      () => cipher.toRead(caseRecord(ref)),
      (own) => readIn(db, "read a case", (transaction) => readLog(transaction, own, { ref, after })),
    ),
  list: (asked) => readIn(db, "list cases", (transaction) => listCases(transaction, asked)),
});

/** The port, kept in a database. */
export const caseStoreLayer = (parts: StoreParts): Layer.Layer<CaseStore> => Layer.succeed(CaseStore, caseStore(parts));

type Ref = CaseRef<ProgrammeName>;

const keyOf = ({ programme, case: id }: Ref) => ({ programme, case_id: textKey(id) });

const placeOf = ({ programme, case: id }: Ref, column: string, command: string): SealedPlace => ({
  table: "case_command",
  column,
  row: JSON.stringify([programme, id, command]),
});

const append = async <Name extends ProgrammeName>(
  transaction: Transaction<Database>,
  cipher: RecordWriter,
  step: AppendStep<Name>,
): Promise<Result.Result<AppendedStep<Name>, AppendStepError>> => {
  const { command, lines } = step;
  const head = await lockHead(transaction, step);
  const given = await findStep<Name>(transaction, cipher, step);
  if (given !== null)
    return Equal.equals(given.command, command)
      ? Result.succeed({ revision: given.revision, lines: given.lines })
      : Result.fail(new IdempotencyKeyReused({ key: command.id }));
  const allowed = checkStep(step, head);
  if (Result.isFailure(allowed)) return Result.fail(allowed.failure);
  const revision = (head.revision + 1) as Revision;
  await writeStep(transaction, cipher, { step, revision });
  return Result.succeed({ revision, lines });
};

const lockHead = async (transaction: Transaction<Database>, ref: Ref) => {
  const { programme, case_id } = keyOf(ref);
  await transaction
    .insertInto("case_log")
    .values({ programme, case_id, revision: 0, lines: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await transaction
    .selectFrom("case_log")
    .select(["revision", "lines"])
    .where("programme", "=", programme)
    .where("case_id", "=", case_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { revision: head.revision as Revision, lines: head.lines };
};

type KeptStep<Name extends ProgrammeName> = {
  readonly revision: Revision;
  readonly command: CommandOf<Name>;
  readonly lines: readonly LineOf<Name>[];
};

type StepRow = {
  readonly command_id: string;
  readonly revision: number;
  readonly command: Uint8Array;
  readonly lines: Uint8Array;
};

const STEP_COLUMNS = ["command_id", "revision", "command", "lines"] as const;

const openStep = async <Name extends ProgrammeName>(
  cipher: RecordReader,
  ref: Ref,
  row: StepRow,
): Promise<KeptStep<Name>> => {
  const id = idFromKey(row.command_id);
  return {
    revision: row.revision as Revision,
    command: await openJson<CommandOf<Name>>(cipher, row.command, placeOf(ref, "command", id)),
    lines: await openJson<readonly LineOf<Name>[]>(cipher, row.lines, placeOf(ref, "lines", id)),
  };
};

const findStep = async <Name extends ProgrammeName>(
  transaction: Transaction<Database>,
  cipher: RecordReader,
  step: AppendStep<Name>,
): Promise<KeptStep<Name> | null> => {
  const { programme, case_id } = keyOf(step);
  const row = await transaction
    .selectFrom("case_command")
    .select(STEP_COLUMNS)
    .where("programme", "=", programme)
    .where("case_id", "=", case_id)
    .where("command_id", "=", textKey(step.command.id))
    .executeTakeFirst();
  return row === undefined ? null : openStep(cipher, step, row);
};

const writeStep = async <Name extends ProgrammeName>(
  transaction: Transaction<Database>,
  cipher: RecordWriter,
  { step, revision }: { readonly step: AppendStep<Name>; readonly revision: Revision },
): Promise<void> => {
  const { programme, case_id } = keyOf(step);
  const { id } = step.command;
  const command = await sealJson(cipher, step.command, placeOf(step, "command", id));
  const lines = await sealJson(cipher, step.lines, placeOf(step, "lines", id));
  const values = { programme, case_id, command_id: textKey(id), revision, command, lines };
  await transaction.insertInto("case_command").values(values).execute();
  await transaction
    .updateTable("case_log")
    .set((row) => ({ revision, lines: row("lines", "+", step.lines.length) }))
    .where("programme", "=", programme)
    .where("case_id", "=", case_id)
    .execute();
};

const readLog = async <Name extends ProgrammeName>(
  transaction: Transaction<Database>,
  cipher: RecordReader,
  { ref, after }: { readonly ref: CaseRef<Name>; readonly after: Revision },
): Promise<KeptLog<Name>> => {
  const { programme, case_id } = keyOf(ref);
  const head = await transaction
    .selectFrom("case_log")
    .select("revision")
    .where("programme", "=", programme)
    .where("case_id", "=", case_id)
    .executeTakeFirst();
  const rows = await transaction
    .selectFrom("case_command")
    .select(STEP_COLUMNS)
    .where("programme", "=", programme)
    .where("case_id", "=", case_id)
    .where("revision", ">", after)
    .orderBy("revision")
    .execute();
  const steps = await Promise.all(rows.map((row) => openStep<Name>(cipher, ref, row)));
  const log = { commands: steps.map(({ command }) => command), record: steps.flatMap(({ lines }) => lines) };
  return { revision: head?.revision ?? 0, ...log } as unknown as KeptLog<Name>;
};

const listCases = async (
  transaction: Transaction<Database>,
  { programme, after, limit }: CasesAsked,
): Promise<CasePage> => {
  const rows = await transaction
    .selectFrom("case_log")
    .select(["case_id", "revision"])
    .where("programme", "=", programme)
    .$if(after !== null, (query) => query.where("case_id", ">", textKey(after ?? "")))
    .orderBy("case_id")
    .limit(limit + 1)
    .execute();
  const cases = rows
    .slice(0, limit)
    .map(({ case_id, revision }) => ({ case: idFromKey<CaseId>(case_id), revision: revision as Revision }));
  return { cases, next: rows.length > limit ? (cases.at(-1)?.case ?? null) : null };
};
