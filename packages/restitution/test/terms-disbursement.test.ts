import { describe, expect, test } from "vitest";
import { disbursementDue, type HeldMoney } from "../src/terms/disbursement-due.ts";
import { DisbursementTerm } from "../src/terms/disbursement-term.ts";
import { day, FELONY, fileOf, MISDEMEANOR, term } from "./terms-sample.ts";

type Held = {
  readonly cents: number;
  readonly since: string;
  readonly last?: string;
  readonly asOf?: string;
};

const held = ({
  cents,
  since,
  last,
  asOf = "2026-11-22",
}: Held): HeldMoney & { readonly asOf: HeldMoney["heldSince"] } => ({
  balanceCents: cents,
  heldSince: day(since),
  lastDisbursedOn: last === undefined ? null : day(last),
  asOf: day(asOf),
});

describe("disbursementDue", () => {
  describe("Montana (ARM 20.12.111(1))", () => {
    const file = fileOf("us-mt");
    const due = (money: Held) => disbursementDue(file, { ...FELONY, ...held(money) });

    test.each([
      ["more than $25, monthly", { cents: 2_501, since: "2026-03-20" }, "2026-04-20"],
      ["exactly $25, quarterly by the rule", { cents: 2_500, since: "2026-03-20" }, "2026-06-20"],
      ["less than $25, quarterly", { cents: 1, since: "2026-03-20" }, "2026-06-20"],
      ["from the last disbursement", { cents: 9_000, since: "2026-01-05", last: "2026-03-20" }, "2026-04-20"],
      [
        "from the day it came in, if that is later",
        { cents: 9_000, since: "2026-03-20", last: "2026-01-05" },
        "2026-04-20",
      ],
      ["to the last day of a shorter month", { cents: 9_000, since: "2026-01-31" }, "2026-02-28"],
      ["over the end of a year", { cents: 100, since: "2026-11-30" }, "2027-02-28"],
    ])("%s", (_, money, dueBy) => {
      expect(due(money)).toMatchObject({ kind: "known", dueBy });
    });

    test("is due on the last day and after it, and not the day before", () => {
      const on = (asOf: string) => due({ cents: 9_000, since: "2026-03-20", asOf });
      expect(on("2026-04-19")).toMatchObject({ isDue: false });
      expect(on("2026-04-20")).toMatchObject({ isDue: true });
      expect(on("2026-05-20")).toMatchObject({ isDue: true });
    });

    test("says which reading it follows, of exactly $25 and of the month", () => {
      expect(due({ cents: 2_500, since: "2026-03-20" })).toMatchObject({
        grounds: [
          {
            cites: [{ source: "arm-20.12.111", at: "(1)" }, { source: "doc-restitution-page" }],
            reading: { by: "house-ruling", others: [expect.stringMatching(/once at least \$25/u)] },
            months: { from: "day", reading: { by: "house-ruling" } },
          },
        ],
      });
    });

    test("asks for nothing where nothing is held", () => {
      expect(due({ cents: 0, since: "2026-03-20" })).toMatchObject({ isDue: false, dueBy: null });
    });

    test("is unknown for a misdemeanor, which the court pays out, and before the rule was in force", () => {
      const money = held({ cents: 9_000, since: "2026-03-20" });
      expect(disbursementDue(file, { ...MISDEMEANOR, ...money })).toEqual({ kind: "unknown", leftOut: [] });
      expect(due({ cents: 9_000, since: "2003-10-01", asOf: "2003-10-30" })).toMatchObject({
        kind: "unknown",
        leftOut: [{ because: "not-in-force" }],
      });
    });
  });

  test("Mississippi's clerk forwards as promptly as practicable: due at once, by no day (Rule 26.6(c)(2))", () => {
    const money = held({ cents: 9_000, since: "2026-11-20" });
    expect(disbursementDue(fileOf("us-ms"), { ...FELONY, ...money })).toMatchObject({
      kind: "known",
      isDue: true,
      dueBy: null,
      grounds: [{ pace: "as-promptly-as-practicable", months: null }],
    });
  });

  test("Missouri has no provision that was read", () => {
    const money = held({ cents: 9_000, since: "2026-11-20" });
    expect(disbursementDue(fileOf("us-mo"), { ...FELONY, ...money }).kind).toBe("unknown");
  });

  describe("by the periods of the calendar", () => {
    const calendar = (name: string, pace: string) =>
      DisbursementTerm.parse(
        term(name, {
          by: "court",
          tiers: [{ upToCents: null, pace }],
          months: { from: "calendar-period", reading: { chosen: "periods", others: [], by: "house-ruling" } },
        }),
      );
    const dueBy = (terms: readonly DisbursementTerm[], money: Held) => {
      const answer = disbursementDue({ disbursement: terms }, { ...FELONY, ...held(money) });
      return answer.kind === "known" ? answer.dueBy : answer.kind;
    };

    test.each([
      ["monthly", { cents: 1, since: "2026-03-20" }, "2026-03-31"],
      ["monthly", { cents: 1, since: "2026-03-20", last: "2026-03-05" }, "2026-04-30"],
      ["quarterly", { cents: 1, since: "2026-02-01" }, "2026-03-31"],
      ["quarterly", { cents: 1, since: "2026-12-31" }, "2026-12-31"],
      ["quarterly", { cents: 1, since: "2026-11-20", last: "2026-10-01" }, "2027-03-31"],
    ])("%s %o", (pace, money, expected) => {
      expect(dueBy([calendar("one", pace)], money)).toBe(expected);
    });

    test("takes the earliest last day of several provisions", () => {
      const both = [calendar("slow", "quarterly"), calendar("fast", "monthly")];
      expect(dueBy(both, { cents: 1, since: "2026-01-20" })).toBe("2026-01-31");
    });
  });
});
