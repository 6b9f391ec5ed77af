import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { logProblems, recordLine } from "./case-log.ts";
import { dialogueFromLog } from "./dialogue-from-log.ts";
import { letterFromLog } from "./letter-from-log.ts";
import {
  CaseId,
  DIALOGUE_MACHINE,
  type DialogueAct,
  type DialogueCase,
  DialogueCommand,
  DialogueState,
  LETTER_MACHINE,
  type LetterAct,
  type LetterCase,
  LetterCommand,
  LetterState,
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
]);
type CaseFile = z.infer<typeof CaseFile>;

/** A case that was read. A letter is `null` until its author has handed it in. */
export type StoredCase =
  | { readonly programme: "dialogue"; readonly id: CaseId; readonly case: DialogueCase }
  | { readonly programme: "letter"; readonly id: CaseId; readonly case: LetterCase | null };

/** Reads a case, and refuses one that its programme's table cannot have led to. */
export const readCase = async (io: Io, path: string): Promise<Result.Result<StoredCase, Failure>> =>
  Result.flatMap(await readJsonFile(io, { path, what: "case", schema: CaseFile }), (file) => {
    const problems = logProblems(file, file.programme === "dialogue" ? DIALOGUE_MACHINE : LETTER_MACHINE);
    if (problems.length > 0) return refuse(path, problems);
    return stored(file, path);
  });

const refuse = (where: string, problems: readonly Omit<Problem, "where">[]): Result.Result<never, Failure> =>
  Result.fail(
    failure(
      EXIT.badInput,
      problems.map((each) => ({ where, ...each })),
    ),
  );

const stored = (file: CaseFile, path: string): Result.Result<StoredCase, Failure> => {
  const { id } = file;
  if (file.programme === "dialogue") return Result.succeed({ programme: "dialogue", id, case: dialogueFromLog(file) });
  const letter = letterFromLog(file);
  return letter === null && file.commands.length > 0
    ? refuse(path, [{ problem: "the case does not begin with this letter's `submit`", fix: "restore it from a copy" }])
    : Result.succeed({ programme: "letter", id, case: letter });
};

/** What a file keeps of a case. */
export const fileOf = ({ programme, id, case: each }: StoredCase): object => ({
  programme,
  id,
  commands: each?.commands ?? [],
  record: each?.record ?? [],
});
