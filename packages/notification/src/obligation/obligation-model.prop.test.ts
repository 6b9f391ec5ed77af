import { test as property } from "@fast-check/vitest";
import * as Result from "effect/Result";
import * as fc from "fast-check";
import { describe, expect } from "vitest";
import { arbitrarySteps, type ArbitraryStep, commandOfStep } from "../arbitrary/arbitrary-command.ts";
import { sampleOpening } from "../store/contract/sample-records.ts";
import { advanceObligation } from "./advance-obligation.ts";
import type { Evidence } from "./evidence.ts";
import { foldEntries, opened } from "./fold-entries.ts";
import { isOpen, type Obligation } from "./obligation.ts";
import type { ObligationAct, ObligationCommand } from "./obligation-command.ts";
import type { ObligationEntry } from "./obligation-entry.ts";
import type { ObligationState } from "./obligation-state.ts";
import { readObligationCommand } from "./read-command.ts";

const opening = sampleOpening(1);
type Taken = { readonly command: ObligationCommand; readonly before: Obligation; readonly after: Obligation };
type Life = {
  readonly entries: readonly ObligationEntry[];
  readonly taken: readonly Taken[];
  readonly last: Obligation;
};

/** A life: each choice in turn, those that are refused changing nothing. */
const live = (steps: readonly ArbitraryStep[]): Life =>
  steps.reduce<Life>(
    ({ entries, taken, last }, step, number) => {
      const command = commandOfStep(last, step, number);
      const result = advanceObligation(last, command);
      if (Result.isFailure(result)) return { entries, taken, last };
      const { obligation: after, entries: more } = result.success;
      return { entries: [...entries, ...more], taken: [...taken, { command, before: last, after }], last: after };
    },
    { entries: [opening], taken: [], last: opened(opening) },
  );

/** By end, what alone may show it; written down apart from the code. */
const SHOWS: Readonly<Partial<Record<ObligationState, readonly Evidence["kind"][]>>> = {
  confirmed: ["confirmed-by-person", "return-receipt", "staff-call"],
  served: ["delivery-accepted"],
  declined: ["lawful-decline"],
  superseded: ["superseded-by-revision"],
  withdrawn: ["event-withdrawn"],
  corrected: ["correction-owed"],
  "search-exhausted": ["documented-search"],
  decided: ["person-decision"],
};

/** What a person with a card index would keep of a life. */
type Card = { readonly unreachable: boolean; readonly closed: boolean; readonly sends: number };

const onCard = (card: Card, act: ObligationAct): Card => {
  if (CLOSING.includes(act)) return { ...card, closed: true };
  if (act === "reopen") return { ...card, closed: false, unreachable: true };
  if (["report-undeliverable", "begin-search", "hand-to-person"].includes(act)) return { ...card, unreachable: true };
  if (["schedule", "contact-found", "return-to-plan"].includes(act)) return { ...card, unreachable: false };
  return { ...card, sends: card.sends + (act === "attempt" ? 1 : 0) };
};

const CLOSING: readonly ObligationAct[] = [
  "confirm",
  "accept-delivery",
  "decline",
  "supersede",
  "withdraw",
  "correct",
  "close-search",
  "decide",
];

const runs = { numRuns: 1000 };

describe("an obligation's life", () => {
  property.prop([arbitrarySteps], runs)("closes only with the evidence that its end asks for", (steps) => {
    for (const { after } of live(steps).taken) {
      const shown = SHOWS[after.state];
      expect(after.closedBy === null).toBe(shown === undefined);
      if (after.closedBy !== null) expect(shown).toContain(after.closedBy.kind);
      if (after.closedBy !== null) expect(after.evidence).toContain(after.closedBy);
    }
  });

  property.prop([arbitrarySteps], runs)("agrees with a card index, step by step", (steps) => {
    let card: Card = { unreachable: false, closed: false, sends: 0 };
    for (const { command, after } of live(steps).taken) {
      // Nobody who cannot be reached has declined; nothing goes out once it is closed.
      if (command.act === "decline") expect(card.unreachable && !card.closed).toBe(false);
      if (card.closed) expect(["correct", "reopen"]).toContain(command.act);
      card = onCard(card, command.act);
      expect(!isOpen(after)).toBe(card.closed);
      expect(after.attempts.length).toBe(card.sends);
    }
  });

  property.prop([arbitrarySteps], runs)("is the fold of its entries, and of their JSON", (steps) => {
    const { entries, last } = live(steps);
    expect(foldEntries(entries)).toEqual(last);
    expect(foldEntries(JSON.parse(JSON.stringify(entries)) as readonly ObligationEntry[])).toEqual(last);
    expect(last.revision).toBe(entries.length);
  });

  property.prop([arbitrarySteps, fc.nat()], runs)(
    "a command given again changes nothing, at any later time",
    (steps, pick) => {
      const { taken, last } = live(steps);
      const again = taken[pick % Math.max(taken.length, 1)]?.command;
      if (again === undefined) return;
      expect(Result.getOrThrow(advanceObligation(last, again))).toEqual({ obligation: last, entries: [], tasks: [] });
      const other = advanceObligation(last, { ...again, by: { ...again.by, role: "channel" } });
      expect(Result.getOrThrow(Result.flip(other))._tag).toBe("CommandExistsWithDifferentContent");
    },
  );

  property.prop([arbitrarySteps], runs)("whatever is handed to a person has a task from then on", (steps) => {
    let last: Obligation = opened(opening);
    steps.forEach((step, number) => {
      const result = advanceObligation(last, commandOfStep(last, step, number));
      if (Result.isFailure(result)) return;
      const { obligation, tasks } = result.success;
      if (obligation.state === "with-person" && last.state !== "with-person") expect(tasks).toHaveLength(1);
      last = obligation;
    });
  });
});

const CANARIES = ["ann.canary@example.org", "+1 555 0100", "12 Canary Lane", "5550100"];
const places = ["id", "contact", "reason", "by", "record"] as const;

describe("readObligationCommand", () => {
  property.prop([fc.constantFrom(...CANARIES), fc.constantFrom(...places)], { numRuns: 200 })(
    "lets no address or number in, and repeats none in its error",
    (canary, place) => {
      const raw = {
        act: "contact-found",
        id: "c1",
        at: "2026-03-02T00:00:00Z",
        by: { role: "staff", id: "desk-1" },
        contact: "contact-1",
        record: "note-1",
        reason: "some-reason",
        ...(place === "by" ? { by: { role: "staff", id: canary } } : { [place]: canary }),
      };
      const error = Result.getOrThrow(Result.flip(readObligationCommand(raw)));
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(canary);
      expect(error.problems[0]?.path).toBe(place === "by" ? "by.id" : place);
    },
  );
});
