import type { IdempotencyKeyReused, Revision, RevisionConflict, StoreUnavailable } from "@victim-rights/core";
import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { DialogueCase } from "../dialogue/dialogue-case.ts";
import type { LetterCase } from "../letter/letter-case.ts";
import type { PanelCase } from "../panel/panel-case.ts";
import type { CaseId } from "../programme/ids.ts";
import type { ServiceCase } from "../service/service-case.ts";
import type { StepOutOfPlace } from "./errors.ts";

/** What is kept of a case: the commands that were taken and the record of what they did. All else follows from them. */
type LogOf<Case extends { readonly commands: unknown; readonly record: unknown }> = Pick<Case, "commands" | "record">;

/** By programme, the log of one of its cases. */
export type ProgrammeLogs = {
  readonly dialogue: LogOf<DialogueCase>;
  readonly letter: LogOf<LetterCase>;
  readonly panel: LogOf<PanelCase>;
  readonly service: LogOf<ServiceCase>;
};

/** A programme whose cases are kept. */
export type ProgrammeName = keyof ProgrammeLogs;

/** A command of a programme. */
export type CommandOf<Name extends ProgrammeName> = ProgrammeLogs[Name]["commands"][number];

/** A line of the record of a programme's case. */
export type LineOf<Name extends ProgrammeName> = ProgrammeLogs[Name]["record"][number];

/** One case of a programme. Two programmes may give their cases the same id. */
export type CaseRef<Name extends ProgrammeName> = { readonly programme: Name; readonly case: CaseId };

/** A command beside the lines that it added to the record, to be kept together or not at all. */
export type AppendStep<Name extends ProgrammeName> = CaseRef<Name> & {
  /** How often the case had been written to when the command was given. */
  readonly expected: Revision;
  readonly command: CommandOf<Name>;
  readonly lines: readonly LineOf<Name>[];
};

/** What was appended for a command: by this call, or by the first one that gave it. */
export type AppendedStep<Name extends ProgrammeName> = {
  /** How often the case had been written to right after it: the number of its commands. */
  readonly revision: Revision;
  readonly lines: readonly LineOf<Name>[];
};

/** Commands of a case and the lines that they added, oldest first; none and revision 0 for a case that nobody wrote to. */
export type KeptLog<Name extends ProgrammeName> = { readonly revision: Revision } & ProgrammeLogs[Name];

/** Which cases of a programme are asked for: those after one of them, and how many at most. */
export type CasesAsked = { readonly programme: ProgrammeName; readonly after: CaseId | null; readonly limit: number };

/** Some of the cases, in one lasting order of the store's choosing; `next` is what to ask after, `null` at the end. */
export type CasePage = {
  readonly cases: readonly { readonly case: CaseId; readonly revision: Revision }[];
  readonly next: CaseId | null;
};

/** Why a step was not appended, in order of precedence; nothing was written then, unless the commit is unknown. */
export type AppendStepError = IdempotencyKeyReused | RevisionConflict | StepOutOfPlace | StoreUnavailable;

/** What a store of cases promises; `CASE_STORE_CONTRACT` holds any of them to it. */
export type CaseKeeping = {
  /**
   * Appends what a command did in a case, all or nothing. A command that was appended before with the same content gets
   * the first answer, whatever revision is expected and whatever lines come with it.
   * @errors `AppendStepError`
   */
  readonly append: <Name extends ProgrammeName>(
    step: AppendStep<Name>,
  ) => Effect.Effect<AppendedStep<Name>, AppendStepError>;
  /** The commands of every write after a revision, and their lines; after 0, all of them. */
  readonly read: <Name extends ProgrammeName>(
    ref: CaseRef<Name>,
    after: Revision,
  ) => Effect.Effect<KeptLog<Name>, StoreUnavailable>;
  /** Some of the cases of a programme, after the one that is asked after. */
  readonly list: (asked: CasesAsked) => Effect.Effect<CasePage, StoreUnavailable>;
};

/** The port through which the cases of the programmes are kept. Whoever holds it reads both sides: it is the programme's own. */
export class CaseStore extends Context.Service<CaseStore, CaseKeeping>()(
  "@victim-rights/restorative-justice/CaseStore",
) {}
