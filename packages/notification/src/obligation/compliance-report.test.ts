import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  attempt,
  confirm,
  handOver,
  minute,
  sampleCommand,
  sampleOpening,
  schedule,
} from "../store/contract/sample-records.ts";
import { advanceObligation } from "./advance-obligation.ts";
import { complianceReport } from "./compliance-report.ts";
import { opened } from "./fold-entries.ts";
import type { Obligation } from "./obligation.ts";
import type { ObligationCommand } from "./obligation-command.ts";

/** The samples' deadline is minute 600. */
const DEADLINE = 600;
const obligation = (number: number, ...commands: readonly ObligationCommand[]): Obligation =>
  commands.reduce<Obligation>(
    (each, command) => Result.getOrThrow(advanceObligation(each, command)).obligation,
    opened(sampleOpening(number)),
  );
const receipt = sampleCommand("record-delivery", 700, {
  evidence: { kind: "delivery-receipt", at: minute(599), attempt: 1, record: "receipt-1" },
});
const withdrawn = (at: number) =>
  sampleCommand("withdraw", at, { evidence: { kind: "event-withdrawn", event: "E1", revision: 2 } });

const lists = (obligations: readonly Obligation[], now: number) => {
  const [line] = complianceReport(obligations, minute(now));
  const count = (key: "due" | "met" | "late" | "open" | "endedOtherwise" | "escalated") => line?.[key].length;
  return [count("due"), count("met"), count("late"), count("open"), count("endedOtherwise"), count("escalated")];
};

describe("complianceReport", () => {
  test.each([
    ["planned, before its deadline", [], 599, [0, 0, 0, 1, 0, 0]],
    ["planned, at its deadline", [], DEADLINE, [1, 0, 1, 0, 0, 0]],
    ["attempted only, after its deadline", [schedule(), attempt()], 601, [1, 0, 1, 0, 0, 0]],
    ["confirmed in time", [confirm(90)], 601, [1, 1, 0, 0, 0, 0]],
    ["confirmed a minute before", [confirm(599)], 601, [1, 1, 0, 0, 0, 0]],
    ["confirmed at the deadline", [confirm(DEADLINE)], 601, [1, 0, 1, 0, 0, 0]],
    ["delivered in time, recorded afterwards", [schedule(), attempt(), receipt], 701, [1, 1, 0, 0, 0, 0]],
    ["withdrawn in time", [withdrawn(80)], 601, [1, 0, 0, 0, 1, 0]],
    ["withdrawn after its deadline was missed", [withdrawn(650)], 660, [1, 0, 1, 0, 0, 0]],
    ["with a person", [handOver()], 30, [0, 0, 0, 1, 0, 1]],
  ] as const)("counts a notice that is %s", (_, commands, now, expected) => {
    expect(lists([obligation(1, ...commands)], now)).toEqual(expected);
  });

  test("lists the ids behind each number, by rule and duty-bearer, with the citations", () => {
    const all = [obligation(2), obligation(1, confirm(90)), obligation(3, handOver())];
    const [line, ...others] = complianceReport(all, minute(601));
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      rule: "xx-yy/notice/release",
      cites: [{ source: "code", at: "1" }],
      dutyBearers: ["jail"],
      met: [all[1]?.id],
      late: [all[0]?.id, all[2]?.id],
      escalated: [all[2]?.id],
    });
  });

  test("never calls a duty without a number late", () => {
    const { terms, ...entry } = sampleOpening(1);
    const grounds = terms.grounds.map((ground) => ({ ...ground, closes: null, symbolic: "promptly" }));
    expect(lists([opened({ ...entry, terms: { ...terms, grounds } })], 1400)).toEqual([0, 0, 0, 1, 0, 0]);
  });
});
