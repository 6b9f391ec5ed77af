import type { NoticeRole } from "./notice-actor.ts";
import type { ObligationAct } from "./obligation-command.ts";
import { ObligationState, OpenState } from "./obligation-state.ts";

/** One line of the table: what is done, from where to where, and in which role. `same` stays where it is. */
export type ObligationStep = {
  readonly act: ObligationAct;
  readonly from: readonly ObligationState[];
  readonly to: ObligationState | "same";
  readonly by: readonly NoticeRole[];
};

const ANYBODY: readonly NoticeRole[] = ["system", "channel", "staff", "registrant"];
const AGENCY: readonly NoticeRole[] = ["system", "staff"];
const STAFF: readonly NoticeRole[] = ["staff"];
const OPEN: readonly ObligationState[] = OpenState.options;
/** Receipts may come late: they are kept, and take nothing from the person who is dealing with it. */
const WITH_SOMEBODY: readonly ObligationState[] = ["searching", "with-person"];

/**
 * The life of an obligation as a table. What it does not list cannot be done. Nothing that did not arrive leads to
 * `declined`: only a person who can be reached can say that they do not want a notice.
 */
export const OBLIGATION_MACHINE = [
  {
    act: "schedule",
    from: ["planned", "scheduled", "attempted", "delivered", "undeliverable"],
    to: "scheduled",
    by: AGENCY,
  },
  { act: "attempt", from: ["scheduled"], to: "attempted", by: AGENCY },
  { act: "note-outcome", from: ["attempted"], to: "same", by: ["system", "channel", "staff"] },
  {
    act: "record-delivery",
    from: ["scheduled", "attempted", "delivered", "undeliverable"],
    to: "delivered",
    by: ["system", "channel", "staff"],
  },
  { act: "record-delivery", from: WITH_SOMEBODY, to: "same", by: ["system", "channel", "staff"] },
  // A person's own word is better evidence than a receipt, and may come after it.
  { act: "confirm", from: [...OPEN, "served"], to: "confirmed", by: ANYBODY },
  { act: "accept-delivery", from: ["delivered"], to: "served", by: AGENCY },
  {
    act: "report-undeliverable",
    from: ["planned", "scheduled", "attempted", "delivered", "undeliverable"],
    to: "undeliverable",
    by: ["system", "channel", "staff"],
  },
  { act: "report-undeliverable", from: WITH_SOMEBODY, to: "same", by: ["system", "channel", "staff"] },
  { act: "begin-search", from: ["undeliverable", "with-person"], to: "searching", by: AGENCY },
  { act: "record-search-step", from: ["searching"], to: "same", by: STAFF },
  { act: "contact-found", from: ["searching"], to: "planned", by: STAFF },
  {
    act: "hand-to-person",
    from: ["planned", "scheduled", "attempted", "delivered", "undeliverable", "searching"],
    to: "with-person",
    by: AGENCY,
  },
  { act: "return-to-plan", from: ["with-person"], to: "planned", by: STAFF },
  { act: "close-search", from: ["with-person"], to: "search-exhausted", by: STAFF },
  {
    act: "decline",
    from: ["planned", "scheduled", "attempted", "delivered"],
    to: "declined",
    by: ["staff", "registrant"],
  },
  { act: "supersede", from: OPEN, to: "superseded", by: AGENCY },
  { act: "withdraw", from: OPEN, to: "withdrawn", by: AGENCY },
  { act: "decide", from: ["with-person"], to: "decided", by: STAFF },
  {
    act: "correct",
    from: [...OPEN, "confirmed", "served", "declined", "superseded", "withdrawn", "search-exhausted", "decided"],
    to: "corrected",
    by: AGENCY,
  },
  {
    act: "reopen",
    from: ["confirmed", "served", "declined", "search-exhausted", "decided"],
    to: "with-person",
    by: STAFF,
  },
] as const satisfies readonly ObligationStep[];

const STEPS: readonly ObligationStep[] = OBLIGATION_MACHINE;

/** The step that an act is from a state, or `null` where there is none. */
export const stepFrom = (state: ObligationState, act: ObligationAct): ObligationStep | null =>
  STEPS.find((step) => step.act === act && step.from.includes(state)) ?? null;

/** What can be done from a state. */
export const possibleFrom = (state: ObligationState): readonly ObligationAct[] =>
  STEPS.filter(({ from }) => from.includes(state)).map(({ act }) => act);

/** Prints the table as Markdown, one line for each step, as the reference shows it. */
export const printObligationMachine = (): string =>
  ["| command | from | to | by |", "| --- | --- | --- | --- |", ...STEPS.map(line)].join("\n");

const line = ({ act, from, to, by }: ObligationStep): string =>
  `| ${[`\`${act}\``, fromWords(from), to === "same" ? "the same" : `\`${to}\``, by.join(", ")].join(" | ")} |`;

const fromWords = (from: readonly ObligationState[]): string => {
  const isEvery = OPEN.every((state) => from.includes(state));
  const rest = ObligationState.options.filter((state) => from.includes(state) && !(isEvery && OPEN.includes(state)));
  return [...(isEvery ? ["every open state"] : []), ...rest.map((state) => `\`${state}\``)].join(", ");
};
