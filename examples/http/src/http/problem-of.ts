import type { Failing, TaggedFailure } from "./endpoint.ts";
import { problem, type Problem, type ProblemKind } from "./problem.ts";
import { spoken } from "./spoken.ts";

/** What each error of the libraries is to a caller. What is not listed is a step that cannot be taken now. */
const KIND_OF: Readonly<Record<string, ProblemKind>> = {
  RevisionConflict: "revision-conflict",
  IdempotencyKeyReused: "idempotency-key-reused",
  CommandExistsWithDifferentContent: "idempotency-key-reused",
  InterestExistsWithDifferentContent: "idempotency-key-reused",
  StoreUnavailable: "unavailable",
  ObligationNotFound: "not-found",
  PersonTaskNotFound: "not-found",
  OrderNotFound: "not-found",
  ObligorNotFound: "not-found",
  PayeeNotFound: "not-found",
  EntryNotFound: "not-found",
  ObligationCommandUnreadable: "bad-request",
  CommandUnreadable: "bad-request",
  StatementsRefused: "bad-request",
  UnknownQuestion: "bad-request",
  UnknownEnabledRule: "bad-request",
  PurposeUnknown: "bad-request",
  RecordsOfOtherJurisdiction: "bad-request",
  LogBroken: "internal-error",
  StepOutOfPlace: "internal-error",
  EntryOutOfPlace: "internal-error",
  EntryOfOtherCommand: "internal-error",
  DutyMalformed: "internal-error",
  QuestionCycle: "internal-error",
  RuleConflict: "unprocessable",
};

const isProblem = (failing: Failing): failing is Problem => "kind" in failing;

/** What a route failed with, as it is answered. */
export const problemOf = (failing: Failing): Problem => (isProblem(failing) ? failing : ofTagged(failing));

const ofTagged = (error: TaggedFailure): Problem => {
  const kind = KIND_OF[error._tag] ?? "conflict";
  if (kind === "internal-error") return problem(kind, "what is stored does not fit together: tell the operator");
  const headers = kind === "unavailable" ? { "retry-after": "5" } : {};
  return problem(kind, spoken(error.message), { headers, more: { error: error._tag } });
};
