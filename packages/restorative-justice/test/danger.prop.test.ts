import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advanceLetter } from "../src/letter/advance-letter.ts";
import { type LetterCase, letterState } from "../src/letter/letter-case.ts";
import { authorView, programmeLetterView, victimLetterView } from "../src/letter/letter-views.ts";
import { advancePanel } from "../src/panel/advance-panel.ts";
import type { PanelCase } from "../src/panel/panel-case.ts";
import { panelOffenderView, programmePanelView, speakerView } from "../src/panel/panel-views.ts";
import { PanelState } from "../src/panel/panel-state.ts";
import type { DangerPolicy } from "../src/programme/danger.ts";
import type { ProgrammeCase } from "../src/programme/advance-case.ts";
import type { ProgrammeCommand } from "../src/programme/command.ts";
import type { AdvanceError } from "../src/programme/errors.ts";
import { advanceService } from "../src/service/advance-service.ts";
import type { ServiceCase } from "../src/service/service-case.ts";
import { ServiceState } from "../src/service/service-state.ts";
import { offenderServiceView, programmeServiceView, victimServiceView } from "../src/service/service-views.ts";
import * as letters from "./letter-play.ts";
import { command, letterIn, open, walk } from "./letter-bank.ts";
import * as panels from "./panel-speakers.ts";
import type { PlayedStep } from "./random-steps.ts";
import * as services from "./service-orders.ts";

const RUNS = { numRuns: 400 };

/** What danger never holds up, written out once more: stopping, what the other side may not miss, and attending to it. */
const OPEN_IN_DANGER: Readonly<Record<string, readonly string[]>> = {
  letter: ["freeze", "decline-for-now", "decline-permanently", "ask-to-withdraw", "resubmit"],
  panel: ["pause", "leave", "unmatch", "not-now"],
  service: ["set-site-aside", "take-input-back"],
};

type AnyCase = ProgrammeCase<string, ProgrammeCommand>;

type Programme<Case extends AnyCase, Command extends ProgrammeCommand, Facts> = {
  readonly name: "letter" | "panel" | "service";
  readonly plays: fc.Arbitrary<readonly PlayedStep<Case, Command, Facts>[]>;
  readonly advance: (each: Case, command: Command, facts: Facts) => Result.Result<Case, AdvanceError>;
  readonly state: (each: Case) => string;
  readonly policy: DangerPolicy;
  readonly programmeSees: (each: Case) => object;
  readonly victimSees: (each: Case) => object;
  /** Whether the victim side may know of the case at all. */
  readonly isToldOf: (each: Case) => boolean;
  readonly offenderSees: (each: Case) => object;
};

const firstIn = (view: object): unknown => {
  const [[key, shown] = []] = Object.entries(view);
  expect(key).toBe("first");
  return shown;
};

const holdsFor = <Case extends AnyCase, Command extends ProgrammeCommand, Facts>(
  programme: Programme<Case, Command, Facts>,
): void => {
  const { name, plays, advance, state, policy } = programme;
  const guidance = policy.emergencyGuidance;
  const always = [...(OPEN_IN_DANGER[name] ?? []), "disclose-danger", "address-danger"];

  /** Checks every step of many courses of events, and that enough were of the kind in question. */
  const everyStep = (check: (step: PlayedStep<Case, Command, Facts>) => boolean, least: number): void => {
    let checked = 0;
    fc.assert(
      fc.property(plays, (played) => {
        for (const step of played) checked += check(step) ? 1 : 0;
      }),
      RUNS,
    );
    expect(checked).toBeGreaterThan(least);
  };

  describe(`INV-16: danger comes first (${name})`, () => {
    test("no step but a stop is taken while a danger is open, and the refusal names the invariant", () => {
      everyStep(({ before, command, outcome }) => {
        if (before.danger === null || always.includes(command.act)) return false;
        expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
          _tag: "DangerComesFirst",
          invariant: "INV-16",
          act: command.act,
          disclosure: before.danger,
          guidance,
          message: expect.stringContaining("INV-16"),
        });
        return true;
      }, 150);
    });

    test("whoever discloses it, and wherever the case stands, it is taken, and moves nothing else", () => {
      everyStep(({ before, command, outcome }) => {
        if (command.act !== "disclose-danger") return false;
        const failed = Result.isFailure(outcome) ? outcome.failure._tag : null;
        const isEarly = failed === "ClockWentBack";
        const { commands, record, ...after } = Result.getOrElse(outcome, () => before);
        const { commands: given, record: recorded, ...rest } = before;
        expect([failed, after]).toEqual([isEarly ? failed : null, isEarly ? rest : { ...rest, danger: command.id }]);
        const added = isEarly ? 0 : 1;
        expect([commands.length, record.length]).toEqual([given.length + added, recorded.length + added]);
        return true;
      }, 15);
    });

    test("it ends only when the programme's people have attended to it, and on a paper", () => {
      everyStep(({ before, command, outcome }) => {
        const isOver = before.danger !== null && Result.isSuccess(outcome) && outcome.success.danger === null;
        if (!isOver) return false;
        expect(command.act).toBe("address-danger");
        expect(["programme", "facilitator"]).toContain(command.by.side);
        expect(command.evidence.length).toBeGreaterThan(0);
        expect(state(outcome.success)).toBe(state(before));
        return true;
      }, 50);
    });

    test("it stands first in the programme's view and the victim side's, and in none of the other side's", () => {
      everyStep(({ before }) => {
        const shown = before.danger === null ? null : guidance;
        expect(firstIn(programme.programmeSees(before))).toBe(shown);
        const isTold = programme.isToldOf(before);
        expect([shown, ...(isTold ? [] : [null])]).toContain(firstIn(programme.victimSees(before)));
        expect(programme.offenderSees(before)).toEqual(programme.offenderSees({ ...before, danger: null }));
        return shown !== null && isTold;
      }, 100);
    });

    test("what stops a case comes to the same whether a danger is open or not", () => {
      everyStep(({ before, command, facts, outcome }) => {
        if (before.danger === null || !OPEN_IN_DANGER[name]?.includes(command.act)) return false;
        const quiet = advance({ ...before, danger: null }, command, facts);
        const told = (each: typeof outcome) => (Result.isSuccess(each) ? state(each.success) : each.failure._tag);
        expect(told(outcome)).toBe(told(quiet));
        return true;
      }, 10);
    });
  });
};

const TOLD = [
  "notice_sent",
  "delivery_requested",
  "declined_for_now",
  "declined_permanently",
  "reconfirmed",
  "delivered",
];

holdsFor({
  name: "letter",
  plays: fc
    .tuple(letters.beginnings, fc.boolean(), letters.rolls())
    .map(([state, isAlarmed, steps]) =>
      letters.play(walk(letterIn(state), isAlarmed ? [command("disclose-danger")] : []), steps, open),
    )
    .map(({ played }) => played),
  advance: (each: LetterCase, command, facts) => advanceLetter(each, command, { facts, policy: open }),
  state: (each) => letterState(each),
  policy: open,
  programmeSees: (each) => programmeLetterView(each, open),
  victimSees: (each) => victimLetterView(each, open),
  isToldOf: ({ stage }) => TOLD.includes(stage),
  offenderSees: (each) => authorView(each),
});

const speakers = PanelState.options.map((state) => panels.speakerIn(state));

holdsFor({
  name: "panel",
  plays: fc
    .tuple(fc.constantFrom(...speakers, ...speakers.map(panels.alarmed)), panels.rolls)
    .map(([speaker, steps]) => panels.play(speaker, steps).played),
  advance: (each: PanelCase, command, facts) => advancePanel(each, command, { facts, policy: panels.house }),
  state: (each) => each.state,
  policy: panels.house,
  programmeSees: (each) => programmePanelView(each, panels.house),
  victimSees: (each) => speakerView(each, panels.house),
  isToldOf: () => true,
  offenderSees: () => panelOffenderView(),
});

const orders = ServiceState.options.map((state) => services.serviceIn(state));

holdsFor({
  name: "service",
  plays: fc
    .tuple(fc.constantFrom(...orders, ...orders.map(services.alarmed)), services.rolls)
    .map(([order, steps]) => services.play(order, steps).played),
  advance: (each: ServiceCase, command, facts) => advanceService(each, command, { facts, policy: services.house }),
  state: (each) => each.state,
  policy: services.house,
  programmeSees: (each) => programmeServiceView(each, services.house),
  victimSees: (each) => victimServiceView(each, services.house),
  isToldOf: () => true,
  offenderSees: (each) => offenderServiceView(each),
});
