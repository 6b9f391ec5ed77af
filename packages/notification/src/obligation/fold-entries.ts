import { invariant } from "@victim-rights/core";
import type { Standing } from "./closing-evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { AttemptOutcome, NoticeAttempt, Obligation } from "./obligation.ts";
import type { CommandTo, ObligationAct, ObligationCommand } from "./obligation-command.ts";
import type { AdvancedEntry, ObligationEntry, OpenedEntry } from "./obligation-entry.ts";

/** An obligation from its entries, the oldest first: `null` of none. It trusts them; `advanceObligation` made them. */
export const foldEntries = (entries: readonly ObligationEntry[]): Obligation | null =>
  entries.reduce<Obligation | null>((obligation, entry) => {
    if (entry.entry === "opened") return opened(entry);
    invariant(obligation !== null, "an obligation's first entry opens it");
    return applyEntry(obligation, entry);
  }, null);

/** An obligation with nothing done about it yet. */
export const opened = ({ terms, at }: OpenedEntry): Obligation => ({
  ...terms,
  state: "planned",
  closedBy: null,
  revision: 1,
  openedAt: at,
  lastAt: at,
  scheduled: null,
  attempts: [],
  search: [],
  evidence: [],
  commands: [],
});

/** Folds one further entry. */
export const applyEntry = (obligation: Obligation, { seq, to, command }: AdvancedEntry): Obligation => {
  invariant(seq === obligation.revision + 1, `entry ${seq} comes in its place`);
  return {
    ...obligation,
    ...standingAfter(to, command),
    revision: seq,
    lastAt: command.at,
    scheduled: scheduledAfter(command),
    attempts: attemptsAfter(obligation.attempts, command),
    search: command.act === "record-search-step" ? [...obligation.search, command.step] : obligation.search,
    evidence: "evidence" in command ? [...obligation.evidence, command.evidence] : obligation.evidence,
    commands: [...obligation.commands, command],
  };
};

/** The acts that end an obligation; each carries the evidence that its end asks for. */
const ENDS = new Set<ObligationAct>([
  "confirm",
  "accept-delivery",
  "close-search",
  "decline",
  "supersede",
  "withdraw",
  "decide",
  "correct",
]);

// INVARIANT: a command of an act that ends an obligation has the evidence of the state that the table leads it to.
const standingAfter = (to: AdvancedEntry["to"], command: ObligationCommand): Standing =>
  (ENDS.has(command.act) && "evidence" in command
    ? { state: to, closedBy: command.evidence }
    : { state: to, closedBy: null }) as Standing;

/** Whatever comes after makes a set attempt void: it was made, or something came up and the next is chosen anew. */
const scheduledAfter = (command: ObligationCommand): Obligation["scheduled"] => {
  if (command.act !== "schedule") return null;
  const { attempt, method, contact, at } = command;
  return { attempt, method, contact, for: command.for, scheduledAt: at };
};

const attemptsAfter = (attempts: readonly NoticeAttempt[], command: ObligationCommand): readonly NoticeAttempt[] => {
  if (command.act === "attempt") return [...attempts, sent(command)];
  const told = outcomeTold(command);
  if (told === null) return attempts;
  return attempts.map((each) => (each.attempt === told.attempt ? { ...each, outcome: told.outcome } : each));
};

const sent = ({ attempt, method, contact, at }: CommandTo<"attempt">): NoticeAttempt => ({
  attempt,
  method,
  contact,
  at,
  outcome: "sent",
});

type Told = { readonly attempt: number; readonly outcome: AttemptOutcome };

const outcomeTold = (command: ObligationCommand): Told | null => {
  if (command.act === "note-outcome") return { attempt: command.attempt, outcome: command.outcome };
  return "evidence" in command ? outcomeShown(command.evidence) : null;
};

const outcomeShown = (evidence: Evidence): Told | null => {
  if (evidence.kind === "delivery-receipt" || evidence.kind === "return-receipt")
    return { attempt: evidence.attempt, outcome: "delivered" };
  if (evidence.kind === "returned-mail" || evidence.kind === "channel-failure")
    return { attempt: evidence.attempt, outcome: "undeliverable" };
  return null;
};
