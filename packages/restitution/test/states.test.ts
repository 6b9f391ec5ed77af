import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseNumber, LocalDate } from "@victim-rights/core";
import { JurisdictionFile } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  allocate,
  type AllocationChoices,
  type ChoiceId,
  type Claim,
  loadAllocation,
  type Payment,
} from "../src/index.ts";
import { claim, DAY } from "./sample.ts";

const ROOT = join(import.meta.dirname, "../../../rules");
const read = (state: string, file: string): string => readFileSync(join(ROOT, state, file), "utf8");
const stateOf = (state: string) => {
  const profile = JurisdictionFile.parse(JSON.parse(read(state, "jurisdiction.json")));
  return { id: profile.id, profile };
};
const fileOf = (state: string) => Result.getOrThrow(loadAllocation(read(state, "restitution.json"), stateOf(state)));

type Asked = AllocationChoices & { readonly claims: readonly Claim[] };

const divide = (state: string, payment: Partial<Payment["kind"]> & { readonly cents: number }, asked: Asked) => {
  const { cents, ...kind } = payment;
  const whole = { purpose: "restitution", from: "payer", grade: "felony", ...kind } as const;
  return allocate(fileOf(state), { cents, kind: whole, asOf: DAY }, asked);
};

const paid = (...given: Parameters<typeof divide>): Readonly<Record<string, number>> => {
  const totals: Record<string, number> = {};
  for (const { claim: id, cents } of Result.getOrThrow(divide(...given)).parts) totals[id] = (totals[id] ?? 0) + cents;
  return totals;
};

const failure = (...given: Parameters<typeof divide>) => {
  const outcome = divide(...given);
  return Result.isFailure(outcome) ? outcome.failure : null;
};

const choosing = (choices: Readonly<Record<string, string>>): ReadonlyMap<ChoiceId, ChoiceId> =>
  new Map(Object.entries(choices) as [ChoiceId, ChoiceId][]);

const programme = claim("programme", 80_000, { class: "compensation-programme", listed: 8 });
const county = claim("county", 40_000, { class: "public-body", listed: 9 });
const insurer = claim("insurer", 60_000, { class: "insurer", listed: 10 });

test.each(["us-mt", "us-ms", "us-mo"])("the order of payment of %s loads", (state) => {
  expect(fileOf(state).policies.length).toBeGreaterThan(0);
});

describe("Montana", () => {
  test("pays small debts of one judgment in listed order, each in full (ARM 20.12.111)", () => {
    const claims = [claim("a1", 30_000), claim("b2", 20_000), claim("c3", 45_000)];
    expect(paid("us-mt", { cents: 40_000 }, { claims })).toEqual({ a1: 30_000, b2: 10_000 });
  });

  test("pays large debts in proportion, the odd cent as listed", () => {
    const claims = [claim("a1", 100_000), claim("b2", 100_000), claim("c3", 100_000)];
    expect(paid("us-mt", { cents: 10_000 }, { claims })).toEqual({ a1: 3_334, b2: 3_333, c3: 3_333 });
  });

  test("pays individuals before the programme, and the programme before agencies", () => {
    const claims = [programme, county, claim("a1", 30_000)];
    expect(paid("us-mt", { cents: 115_000 }, { claims })).toEqual({ a1: 30_000, programme: 80_000, county: 5_000 });
  });

  test("leaves what insurers are owed to a person: the rule does not name them", () => {
    const outcome = Result.getOrThrow(divide("us-mt", { cents: 50_000 }, { claims: [claim("a1", 30_000), insurer] }));
    expect(outcome.leftCents).toBe(20_000);
  });

  test("holds the money where small and large debts stand together, and follows the agency's choice", () => {
    const claims = [claim("a1", 20_000), claim("b2", 100_000)];
    expect(failure("us-mt", { cents: 15_000 }, { claims })).toMatchObject({
      _tag: "DiscretionNeeded",
      choice: { id: "small-and-large-together" },
      heldCents: 15_000,
    });
    const choose = (option: string) =>
      paid("us-mt", { cents: 15_000 }, { claims, choices: choosing({ "small-and-large-together": option }) });
    expect(choose("small-first")).toEqual({ a1: 15_000 });
    expect(choose("all-in-proportion")).toEqual({ a1: 2_500, b2: 12_500 });
  });

  test("asks whether $500 is what was ordered or what remains once that makes a difference", () => {
    const claims = [claim("a1", 90_000, { owedCents: 40_000 as Claim["owedCents"] }), claim("b2", 100_000)];
    expect(failure("us-mt", { cents: 15_000 }, { claims })).toMatchObject({
      choice: { id: "five-hundred-ordered-or-remaining" },
    });
    const choices = choosing({ "five-hundred-ordered-or-remaining": "ordered" });
    expect(paid("us-mt", { cents: 14_000 }, { claims, choices })).toEqual({ a1: 4_000, b2: 10_000 });
  });

  test("asks about a debt of exactly $500 only where the answer matters", () => {
    const one = [claim("a1", 50_000)];
    expect(paid("us-mt", { cents: 10_000 }, { claims: one })).toEqual({ a1: 10_000 });
    const two = [...one, claim("b2", 50_000)];
    expect(failure("us-mt", { cents: 10_000 }, { claims: two })).toMatchObject({ _tag: "DiscretionNeeded" });
  });

  test("asks whether an earlier judgment's agency or a later judgment's victim comes first", () => {
    const later = { cause: "DC-2" as CaseNumber, judgmentDate: LocalDate.parse("2025-06-01") };
    const claims = [county, claim("a1", 30_000, later)];
    expect(failure("us-mt", { cents: 40_000 }, { claims })).toMatchObject({
      choice: { id: "earlier-judgment-or-individuals-first" },
    });
    const first = (option: string) =>
      paid(
        "us-mt",
        { cents: 40_000 },
        { claims, choices: choosing({ "earlier-judgment-or-individuals-first": option }) },
      );
    expect(first("earlier-judgment-first")).toEqual({ county: 40_000 });
    expect(first("individuals-first")).toEqual({ a1: 30_000, county: 10_000 });
  });

  test("pays from an inmate's account the victim, then programme, agency and insurer (53-1-107(3))", () => {
    const claims = [insurer, county, programme, claim("a1", 30_000)];
    expect(paid("us-mt", { cents: 170_000, from: "inmate-account" }, { claims })).toEqual({
      a1: 30_000,
      programme: 80_000,
      county: 40_000,
      insurer: 20_000,
    });
  });

  test("divides in halves only when the agency turned the recalled provision on, and what one half leaves goes to the other", () => {
    const fine = claim("fine", 5_000, { class: "fine", listed: 11 });
    const claims = [claim("a1", 30_000), fine];
    const kind = { cents: 20_000, purpose: "any-debt" } as const;
    expect(failure("us-mt", kind, { claims })?._tag).toBe("NoPolicyDecides");
    const enable = ["us-mt/restitution/half-to-restitution"];
    expect(paid("us-mt", kind, { claims, enable })).toEqual({ a1: 15_000, fine: 5_000 });
    expect(paid("us-mt", { ...kind, cents: 8_001 }, { claims, enable })).toEqual({ a1: 4_001, fine: 4_000 });
  });

  test("has no order for a misdemeanor's restitution, which the court disburses", () => {
    const claims = [claim("a1", 30_000)];
    expect(failure("us-mt", { cents: 100, grade: "misdemeanor" }, { claims })?._tag).toBe("NoPolicyDecides");
  });
});

describe("Mississippi", () => {
  const cost = claim("cost", 10_000, { class: "court-cost", listed: 5 });
  const fine = claim("fine", 50_000, { class: "fine", listed: 6 });

  test("pays court costs, then restitution, then fines (Miss. R. Crim. P. 26.6(c)(2))", () => {
    const claims = [fine, cost, claim("a1", 30_000)];
    expect(paid("us-ms", { cents: 45_000, purpose: "any-debt" }, { claims })).toEqual({
      cost: 10_000,
      a1: 30_000,
      fine: 5_000,
    });
  });

  test("asks how several victims share, of which no text was read", () => {
    const claims = [cost, claim("a1", 30_000), claim("b2", 30_000)];
    expect(failure("us-ms", { cents: 30_000, purpose: "any-debt" }, { claims })).toMatchObject({
      choice: { id: "among-restitution-claims" },
      heldCents: 20_000,
    });
  });

  test("has no order for a payment that a court set apart for restitution", () => {
    expect(failure("us-ms", { cents: 100 }, { claims: [claim("a1", 30_000)] })?._tag).toBe("NoPolicyDecides");
  });
});

describe("Missouri", () => {
  test("pays a juvenile's victim before an insurer and before a governmental entity (RSMo 211.185)", () => {
    const claims = [insurer, county, claim("a1", 30_000)];
    const kind = { grade: "juvenile" } as const;
    expect(paid("us-mo", { ...kind, cents: 25_000 }, { claims })).toEqual({ a1: 25_000 });
    expect(failure("us-mo", { ...kind, cents: 50_000 }, { claims })).toMatchObject({
      choice: { id: "insurer-or-government-first" },
      heldCents: 20_000,
    });
    const choices = choosing({ "insurer-or-government-first": "insurer-first" });
    expect(paid("us-mo", { ...kind, cents: 50_000 }, { claims, choices })).toEqual({ a1: 30_000, insurer: 20_000 });
  });

  test("leaves the adult twin off until an agency turns it on", () => {
    expect(failure("us-mo", { cents: 100 }, { claims: [claim("a1", 30_000)] })?._tag).toBe("NoPolicyDecides");
  });
});
