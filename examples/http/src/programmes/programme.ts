import type { CaseId, CommandOf, KeptLog, ProgrammeLogs, ProgrammeName } from "@victim-rights/restorative-justice";
import type { AdvanceError, LogBroken, VictimSideRefusal } from "@victim-rights/restorative-justice";
import type { StoreUnavailable } from "@victim-rights/core";
import type * as Effect from "effect/Effect";
import type * as Result from "effect/Result";
import type { z } from "zod";
import type { Ports } from "../ports.ts";

/** What is taken in a case: the case after a command, or why it was not taken. */
type Taken<Case> = Result.Result<Case, AdvanceError>;

/**
 * One programme, as the service speaks to it. Each side has a view and an answer of its own, by the library; a party whose
 * case is none gets what says least.
 */
export type Programme<Name extends ProgrammeName, Case extends ProgrammeLogs[Name]> = {
  readonly name: Name;
  /** A command without who gives it and when: the token and the clock say that. */
  readonly command: z.ZodType;
  readonly readCommand: (raw: unknown) => z.ZodSafeParseResult<CommandOf<Name>>;
  /** `null` where the case has not begun. */
  readonly fromLog: (id: CaseId, log: KeptLog<Name>) => Result.Result<Case | null, LogBroken>;
  readonly take: (
    ports: Ports,
    before: Case | null,
    asked: { readonly id: CaseId; readonly command: CommandOf<Name> },
  ) => Effect.Effect<Taken<Case> | null, StoreUnavailable>;
  readonly programmeView: (ports: Ports, each: Case) => object;
  /** `null` for a case that is none, or that the victim has not been told of. */
  readonly victimView: (ports: Ports, id: CaseId, each: Case | null) => object | null;
  readonly offenderView: (id: CaseId, each: Case | null) => object | null;
  /** `begun`: the command is the one that began the case, which its own side may know. */
  readonly offenderAnswer: (
    ports: Ports,
    before: Case | null,
    given: { readonly command: CommandOf<Name>; readonly begun: boolean },
  ) => object;
  readonly victimRefusal: (ports: Ports, before: Case | null, error: AdvanceError) => VictimSideRefusal;
};

/** What a refusal says where there is nothing that could be told. */
export const NOT_OPEN: VictimSideRefusal = { first: null, because: "not-open-now", lifts: [] };
