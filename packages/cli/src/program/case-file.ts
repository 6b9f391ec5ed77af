import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { recordLine } from "./case-log.ts";
import {
  CaseId,
  type DialogueAct,
  type DialogueCase,
  DialogueCommand,
  dialogueFromLog,
  DialogueState,
  type LetterAct,
  type LetterCase,
  LetterCommand,
  letterFromLog,
  LetterState,
  type LogBroken,
  type PanelAct,
  type PanelCase,
  PanelCommand,
  panelFromLog,
  PanelState,
  type ServiceAct,
  type ServiceCase,
  ServiceCommand,
  serviceFromLog,
  ServiceState,
} from "@victim-rights/restorative-justice";

/** A case as a file keeps it: its commands and its record, and nothing that follows from them. */
const CaseFile = z.discriminatedUnion("programme", [
  z.strictObject({
    programme: z.literal("dialogue"),
    id: CaseId,
    commands: z.array(DialogueCommand),
    record: z.array(recordLine<typeof DialogueState, DialogueAct>(DialogueState)),
  }),
  z.strictObject({
    programme: z.literal("letter"),
    id: CaseId,
    commands: z.array(LetterCommand),
    record: z.array(recordLine<typeof LetterState, LetterAct>(LetterState)),
  }),
  z.strictObject({
    programme: z.literal("panel"),
    id: CaseId,
    commands: z.array(PanelCommand),
    record: z.array(recordLine<typeof PanelState, PanelAct>(PanelState)),
  }),
  z.strictObject({
    programme: z.literal("service"),
    id: CaseId,
    commands: z.array(ServiceCommand),
    record: z.array(recordLine<typeof ServiceState, ServiceAct>(ServiceState)),
  }),
]);
type CaseFile = z.infer<typeof CaseFile>;

/** A case that was read. All but a dialogue are `null` until somebody has opened them. */
export type StoredCase =
  | { readonly programme: "dialogue"; readonly id: CaseId; readonly case: DialogueCase }
  | { readonly programme: "letter"; readonly id: CaseId; readonly case: LetterCase | null }
  | { readonly programme: "panel"; readonly id: CaseId; readonly case: PanelCase | null }
  | { readonly programme: "service"; readonly id: CaseId; readonly case: ServiceCase | null };

/** The stored cases of one programme. */
export type Stored<Name extends StoredCase["programme"]> = Extract<StoredCase, { readonly programme: Name }>;

/** Reads a case, and refuses one whose log its programme cannot have written. */
export const readCase = async (io: Io, path: string): Promise<Result.Result<StoredCase, Failure>> =>
  Result.flatMap(await readJsonFile(io, { path, what: "case", schema: CaseFile }), (file) =>
    Result.mapError(stored(file), ({ message: problem }) =>
      failure(EXIT.badInput, [{ where: path, problem, fix: RESTORE }]),
    ),
  );

const RESTORE = "restore the file from a copy: a record is only ever added to, and never edited";

/** Nothing but the log is read from a file, so that a state, a pause or an open danger cannot be written into one by hand. */
const stored = (file: CaseFile): Result.Result<StoredCase, LogBroken> => {
  const { programme, id } = file;
  if (programme === "dialogue") return Result.map(dialogueFromLog(file), (each) => ({ programme, id, case: each }));
  if (file.commands.length + file.record.length === 0) return Result.succeed({ programme, id, case: null });
  if (programme === "letter") return Result.map(letterFromLog(file), (each) => ({ programme, id, case: each }));
  if (programme === "panel") return Result.map(panelFromLog(file), (each) => ({ programme, id, case: each }));
  return Result.map(serviceFromLog(file), (each) => ({ programme, id, case: each }));
};

/** What a file keeps of a case. */
export const fileOf = ({ programme, id, case: each }: StoredCase): object => ({
  programme,
  id,
  commands: each?.commands ?? [],
  record: each?.record ?? [],
});
