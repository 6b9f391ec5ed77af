import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  type Delinquency,
  delinquency,
  dueDateOf,
  instalmentsDueBy,
  type Ledger,
  type Plan,
  type ProjectedPayoff,
  projectedPayoff,
} from "../../src/index.ts";
import { after, command, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { day, obligor } from "./read-statement.ts";

const plan = (cents: number, firstDueOn: string, every = "month") => ({
  do: "set-plan",
  obligor: "first",
  cents,
  every,
  firstDueOn,
  effectiveOn: "2026-01-20",
});

const payoffOf = (ledger: Ledger, asOf: string): ProjectedPayoff =>
  Result.getOrThrow(projectedPayoff(ledger, { obligor: obligor("first"), asOf: day(asOf) }));

const factsOf = (ledger: Ledger, asOf: string): Delinquency =>
  Result.getOrThrow(delinquency(ledger, { obligor: obligor("first"), asOf: day(asOf) }));

/** $4,250 is owed, $1,000 a month from the last day of January. */
const planned = after(sampleLedger(), plan(100_000, "2026-01-31"));

describe("dueDateOf and instalmentsDueBy", () => {
  const due = (every: string, firstDueOn: string, at: number) =>
    dueDateOf(command(plan(1, firstDueOn, every)) as Plan, at);
  const dueBy = (every: string, firstDueOn: string, asOf: string) =>
    instalmentsDueBy(command(plan(1, firstDueOn, every)) as Plan, day(asOf));

  test.each([
    ["week", "2026-12-28", 1, "2027-01-04"],
    ["two-weeks", "2026-02-20", 1, "2026-03-06"],
    ["month", "2026-01-31", 1, "2026-02-28"],
    ["month", "2026-01-31", 2, "2026-03-31"],
    ["month", "2027-12-31", 2, "2028-02-29"],
    ["month", "2026-11-30", 1, "2026-12-30"],
    ["quarter", "2026-11-30", 1, "2027-02-28"],
    ["quarter", "2026-11-30", 2, "2027-05-30"],
    ["month", "2200-11-30", 1, "2200-12-30"],
    ["month", "2200-12-31", 0, "2200-12-31"],
    ["month", "2200-12-31", 1, null],
    ["week", "2200-12-28", 1, null],
  ])("every %s from %s, number %i: %s", (every, firstDueOn, at, expected) => {
    expect(due(every, firstDueOn, at)).toBe(expected);
  });

  test.each([
    ["month", "2026-01-31", "2026-01-30", 0],
    ["month", "2026-01-31", "2026-01-31", 1],
    ["month", "2026-01-31", "2026-02-28", 2],
    ["month", "2026-01-31", "2026-03-30", 2],
    ["week", "2026-01-05", "2026-01-19", 3],
    ["quarter", "2026-01-31", "2027-01-31", 5],
  ])("every %s from %s: by %s %i are due", (every, firstDueOn, asOf, expected) => {
    expect(dueBy(every, firstDueOn, asOf)).toBe(expected);
  });
});

describe("projectedPayoff", () => {
  test("gives every instalment to come, the last no more than what is left", () => {
    expect(payoffOf(planned, "2026-01-25").payoff).toEqual({
      kind: "payoff",
      on: "2026-05-31",
      schedule: [
        { dueOn: "2026-01-31", cents: 100_000, leftCents: 325_000 },
        { dueOn: "2026-02-28", cents: 100_000, leftCents: 225_000 },
        { dueOn: "2026-03-31", cents: 100_000, leftCents: 125_000 },
        { dueOn: "2026-04-30", cents: 100_000, leftCents: 25_000 },
        { dueOn: "2026-05-31", cents: 25_000, leftCents: 0 },
      ],
    });
  });

  test("begins after the day, from what is owed at its end, and states what it takes for granted", () => {
    const paid = after(planned, payment(100_000, { effectiveOn: "2026-01-31" }));
    const projected = payoffOf(paid, "2026-01-31");
    expect(projected).toMatchObject({ owedCents: 325_000, payoff: { on: "2026-05-31" } });
    expect(projected.payoff.kind === "payoff" && projected.payoff.schedule[0]?.dueOn).toBe("2026-02-28");
    expect(projected.assumptions.join(" ")).toContain("Nobody else who owes the same debts pays");
  });

  test("looks at the plan of the day", () => {
    const changed = after(planned, { ...plan(425_000, "2026-04-01"), effectiveOn: "2026-03-10" });
    expect(payoffOf(changed, "2026-03-09").plan?.cents).toBe(100_000);
    expect(payoffOf(changed, "2026-03-10").payoff).toMatchObject({ on: "2026-04-01" });
  });

  test("never comes without a plan, nor within a century for a cent a week", () => {
    expect(payoffOf(sampleLedger(), "2026-03-01").payoff).toEqual({ kind: "never", because: "no-plan" });
    const slow = after(sampleLedger(), plan(1, "2026-02-01", "week"));
    expect(payoffOf(slow, "2026-03-01").payoff).toEqual({ kind: "never", because: "not-within-a-century" });
  });

  test("has come where nothing is owed, and is refused for nobody", () => {
    expect(payoffOf(sampleLedger(), "2026-01-04").payoff).toEqual({ kind: "paid-already" });
    const asked = { obligor: obligor("zoe"), asOf: day("2026-03-01") };
    expect(Result.isFailure(projectedPayoff(planned, asked))).toBe(true);
    expect(Result.isFailure(delinquency(planned, asked))).toBe(true);
  });
});

describe("delinquency", () => {
  test("counts what was due and what was received, and names the oldest instalment that is not met", () => {
    const paid = after(planned, payment(150_000, { effectiveOn: "2026-02-10" }));
    expect(factsOf(paid, "2026-04-10").kept).toMatchObject({
      instalmentsDue: 3,
      dueCents: 300_000,
      receivedCents: 150_000,
      behindCents: 150_000,
      instalmentsMissed: 2,
      oldestUnmet: { dueOn: "2026-02-28", days: 41 },
    });
  });

  test("finds nobody behind on the day that an instalment is paid, nor when it is paid a day early", () => {
    const paid = after(
      planned,
      payment(100_000, { effectiveOn: "2026-01-30" }),
      payment(100_000, { effectiveOn: "2026-02-28" }),
    );
    expect(factsOf(paid, "2026-02-28").kept).toMatchObject({ behindCents: 0, instalmentsMissed: 0, oldestUnmet: null });
    expect(factsOf(paid, "2026-03-30").kept).toMatchObject({ behindCents: 0 });
    expect(factsOf(paid, "2026-03-31").kept).toMatchObject({ behindCents: 100_000, oldestUnmet: { days: 0 } });
  });

  test("does not count what bounced or was refunded, nor what another paid; what was paid outside it tells apart", () => {
    const paid = after(
      planned,
      payment(100_000, { id: "bad", effectiveOn: "2026-02-01" }),
      payment(50_000, { obligor: "second", effectiveOn: "2026-02-02" }),
      {
        do: "record-outside-payment",
        obligor: "first",
        obligation: "ben-1",
        cents: 2_000,
        effectiveOn: "2026-02-03",
      },
      { do: "reverse", entry: "bad", why: "bounced", effectiveOn: "2026-02-05" },
    );
    expect(factsOf(paid, "2026-02-04").kept).toMatchObject({ receivedCents: 100_000, behindCents: 0 });
    expect(factsOf(paid, "2026-02-06").kept).toMatchObject({
      receivedCents: 0,
      outsideCents: 2_000,
      behindCents: 100_000,
      instalmentsMissed: 1,
      oldestUnmet: { dueOn: "2026-01-31", days: 6 },
    });
  });

  test("finds nobody behind by more than they still owe", () => {
    // Another pays everything but the insurer, whom Montana's order of payment does not reach.
    const paid = after(planned, payment(350_000, { obligor: "second", effectiveOn: "2026-02-10" }));
    expect(factsOf(paid, "2026-12-31").kept).toMatchObject({
      instalmentsDue: 12,
      behindCents: 75_000,
      instalmentsMissed: 1,
    });
    const whole = after(paid, {
      do: "record-outside-payment",
      obligor: "second",
      obligation: "insurer-1",
      cents: 75_000,
      effectiveOn: "2026-02-11",
    });
    expect(factsOf(whole, "2026-12-31")).toMatchObject({ kept: { behindCents: 0 }, mayFollow: [] });
  });

  test("lists what may follow with what a person must find first, and only where an instalment was missed", () => {
    expect(factsOf(planned, "2026-02-10").mayFollow).toMatchObject([
      {
        provision: "us-mt/restitution/show-cause",
        when: "instalment-missed",
        needsFinding: "For the remedies: the payer made no good-faith effort to pay.",
      },
    ]);
    expect(factsOf(planned, "2026-01-30").mayFollow).toEqual([]);
  });

  test("has no plan that could be missed where none was set", () => {
    expect(factsOf(sampleLedger(), "2026-12-31")).toMatchObject({ kept: null, owedCents: 425_000, mayFollow: [] });
  });
});
