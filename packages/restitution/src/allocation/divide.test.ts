import { type CaseNumber, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_CHOICES } from "../arbitrary/arbitrary-distribution.ts";
import { claim, DAY, parsed, policy } from "../../test/sample.ts";
import type { AllocationFile } from "./allocation-file.ts";
import type { Claim } from "./claim.ts";
import { compileAllocation } from "./compile-allocation.ts";
import { divide } from "./divide.ts";

const kind = { purpose: "restitution", from: "payer", grade: "felony" } as const;
const LISTED = { kind: "listed-order" } as const;
const SHARED = { kind: "pro-rata", by: "owed", oddCents: "listed-order" } as const;

const fileOf = (distribute: object): AllocationFile => parsed([policy("sample", distribute)], SAMPLE_CHOICES);
const needed = (distribute: object, claims: readonly Claim[]) => {
  const outcome = divide(compileAllocation(fileOf(distribute)), { cents: 150, kind, asOf: DAY }, claims);
  return Result.isFailure(outcome) ? outcome.failure : null;
};
const open = (choice: string, one: object = LISTED, other: object = SHARED) => ({
  kind: "discretion",
  choice,
  options: { "one-way": one, "other-way": other },
});

describe("divide", () => {
  test("decides by a policy on the days when it is law, and on no other", () => {
    const passing = { ...policy("passing", LISTED), inForce: { from: "2025-01-01", until: "2026-01-01" } };
    const lasting = policy("lasting", LISTED);
    const file = parsed([passing, lasting]);
    const compiled = compileAllocation({
      ...file,
      uses: [{ for: {}, policies: file.policies.map(({ id }) => id) }],
    });
    const decidedOn = (day: string) =>
      Result.getOrThrow(
        divide(compiled, { cents: 100, kind, asOf: LocalDate.parse(day) }, [claim("a1", 300)]),
      ).grounds.map(({ title }) => title);
    expect(decidedOn("2024-12-31")).toEqual(["lasting"]);
    expect(decidedOn("2025-01-01")).toEqual(["passing"]);
    expect(decidedOn("2025-12-31")).toEqual(["passing"]);
    expect(decidedOn("2026-01-01")).toEqual(["lasting"]);
  });

  test("tells that a policy is not law on the day before that nobody turned it on", () => {
    const asOf = LocalDate.parse("2019-12-31");
    const recalled = { ...policy("recalled", LISTED), verified: { status: "recalled", on: "2026-11-22" } };
    const failureOn = (file: AllocationFile, day: LocalDate) => {
      const outcome = divide(compileAllocation(file), { cents: 100, kind, asOf: day }, []);
      return Result.isFailure(outcome) ? outcome.failure : null;
    };
    expect(failureOn(parsed([recalled]), asOf)).toMatchObject({ leftOut: [{ because: "not-in-force" }] });
    expect(failureOn(parsed([recalled]), DAY)).toMatchObject({ leftOut: [{ because: "recalled" }] });
    expect(failureOn(parsed([policy("read", LISTED)]), asOf)).toMatchObject({ leftOut: [{ because: "not-in-force" }] });
  });

  test("asks for a choice further on only where every option needs that same one", () => {
    const two = [claim("a1", 100), claim("b2", 100)];
    const further = open("how-they-share");
    expect(needed(open("which-first", further, further), two)).toMatchObject({
      choice: { id: "how-they-share" },
      at: { path: "$.distribute.options.one-way" },
    });
    expect(needed(open("which-first", further, open("which-first")), two)).toMatchObject({
      choice: { id: "which-first" },
      at: { path: "$.distribute" },
    });
  });

  test("asks what the earlier judgment needs before what the later one does", () => {
    const each = {
      kind: "by-size",
      of: "ordered",
      boundCents: 1_000,
      below: open("which-first"),
      exactly: LISTED,
      above: open("how-they-share"),
      mixed: LISTED,
    };
    const later = { cause: "DC-2" as CaseNumber, judgmentDate: LocalDate.parse("2025-06-01") };
    const claims = [claim("c3", 5_000, later), claim("d4", 5_000, later), claim("a1", 100), claim("b2", 100)];
    expect(needed({ kind: "by-judgment-date", each, sameDate: LISTED }, claims)).toMatchObject({
      choice: { id: "which-first" },
      heldCents: 150,
    });
  });

  test("goes by the options recorded when it was compiled, whatever is recorded since", () => {
    const choices = new Map([["which-first", "one-way"]]);
    const compiled = compileAllocation(fileOf(open("which-first")), { choices });
    choices.set("which-first", "other-way");
    const outcome = divide(compiled, { cents: 150, kind, asOf: DAY }, [claim("a1", 100), claim("b2", 100)]);
    expect(Result.getOrThrow(outcome).parts.map(({ cents }) => cents)).toEqual([100, 50]);
  });
});
