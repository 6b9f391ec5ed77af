import type { LocalDate } from "@victim-rights/core";
import type { CompileError } from "../decide/errors.ts";
import type { UnknownRule } from "../chart/errors.ts";
import type { RuleEvent, RuleId } from "../file/rule-file.ts";
import type { EventLine } from "./event-words.ts";

/** What a guide is printed for, and what it holds. */
export type GuideOptions = {
  /** The day whose law is told; when not given, the last day on which one of the question's rules was reviewed. */
  readonly asOf?: LocalDate;
  /** Rules that are off by default and are told as turned on. */
  readonly enable?: readonly RuleId[];
  /** One rule of the question, told alone. */
  readonly rule?: RuleId;
  /** Whether flow charts stand in the guide, as Mermaid; they do when not given. */
  readonly charts?: boolean;
  /** How many nodes the question's chart may have before an overview takes its place; 60 when not given. */
  readonly maxNodes?: number;
  /** What follows from a rule, in words; when not given, the parameters of its event as the file names them. */
  readonly eventInWords?: (event: RuleEvent) => readonly EventLine[];
};

/** Why a guide cannot be printed, in order of precedence. */
export type GuideError = CompileError | UnknownRule;
