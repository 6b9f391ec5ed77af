import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { evaluateGates } from "../src/gate/evaluate-gates.ts";
import { readDialogueFacts } from "../src/gate/read-facts.ts";
import { gates, goodFacts, NOW } from "./dialogue/stage.ts";
import { input, outcomeOf, said, check } from "./gates-input.ts";

describe("evaluateGates", () => {
  test("each result names rules, edition, citations, what lifts it, records, decider and moment", () => {
    const [result] = evaluateGates(gates, input(said("challenges.over", false)), ["G04"]);
    expect(result).toMatchObject({
      gate: "G04",
      outcome: "hold",
      rules: [
        { rule: "xx-rj/gate/g04-finality/convicted-and-final", edition: "2026-11-29" },
        { rule: "xx-rj/gate/g04-finality/never-prosecuted" },
      ],
      lifts: ["the end of every appeal and other challenge, or a waiver of them"],
      inputs: ["paper-conviction.exists", "official-1", "paper-challenges.over", "paper-judgment"],
      decidedBy: "official-1",
      at: NOW,
    });
    expect(result?.rules[0]?.cites).toContainEqual({ source: "oar-291-205-0050" });
  });

  test("what the jurisdiction chose is cited with the gate", () => {
    const policy = { allowedStatuses: { statuses: ["custody"], cites: [{ source: "tx-vomd", at: "2" }] } };
    const [result] = evaluateGates(gates, input({ policy }), ["G06"]);
    expect(result?.rules[0]?.cites).toContainEqual({ source: "tx-vomd", at: "2" });
  });

  test("everything that is shut is told at once", () => {
    const shut = evaluateGates(gates, input({ papers: { statements: [], orderChecks: [], consents: [] } }));
    const open = shut.filter(({ outcome }) => outcome === "pass").map(({ gate }) => gate);
    expect(open).toEqual(["G02", "G03", "G06", "G11", "G12", "G15"]);
    expect(shut.filter(({ outcome, lifts }) => (outcome === "pass") !== (lifts.length === 0))).toEqual([]);
  });

  test("nobody can state what is read off the records, and what is no fact is not looked at", () => {
    const facts = goodFacts();
    const extra = ["order.active", "event.kind", "no-such-fact"].map((fact) => ({
      ...facts.papers.statements[0],
      fact,
      value: false,
    }));
    const statements = [...facts.papers.statements, ...extra];
    expect(outcomeOf("G10", { papers: { statements, orderChecks: [check("active_order")] } })).toBe("block");
  });
});

describe("readDialogueFacts", () => {
  const { papers, screening: round } = goodFacts();
  const read = (raw: unknown) => {
    const outcome = readDialogueFacts(gates, raw, round);
    return Result.isFailure(outcome) ? outcome.failure.message : "read";
  };
  const [statement] = papers.statements;

  test.each([
    ["good papers", {}, "read"],
    [
      "a fact that is none",
      { statements: [{ ...statement, fact: "no-such-fact" }] },
      "`statements.0.fact` is refused (unknown-fact)",
    ],
    [
      "one that is read off the records",
      { statements: [{ ...statement, fact: "order.active" }] },
      "`statements.0.fact` is refused (read-off-the-records)",
    ],
    ["one stated twice", { statements: [statement, statement] }, "`statements.1.fact` is refused (stated-twice)"],
    [
      "an impossible day",
      { orderChecks: [check("no_active_order", "2026-13-01T00:00:00Z" as typeof NOW)] },
      "`orderChecks.0.at` does not fit (invalid_format)",
    ],
    ["a field that is none", { address: "12 Elm Street" }, "`$` does not fit (unrecognized_keys)"],
  ])("%s", (_name, rest, expected) => {
    expect(read({ ...papers, ...rest })).toBe(expected);
  });
});
