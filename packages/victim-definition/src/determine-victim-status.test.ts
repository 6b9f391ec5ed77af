import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { LocalDate } from "@victim-rights/core";
import { type Law, loadLaw } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { determineVictimStatus } from "./determine-victim-status.ts";
import { purposesOf } from "./purposes.ts";
import { VictimGround } from "./victim-ground.ts";

const RULES = join(import.meta.dirname, "../../../rules");
const asOf = LocalDate.parse("2026-11-22");

const read = (state: string): Law => {
  const folder = join(RULES, state);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return Result.getOrThrow(
    loadLaw(new Map(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]))),
  );
};

const states = readdirSync(RULES).filter((name) => existsSync(join(RULES, name, "jurisdiction.json")));
const missouri = read("us-mo");

const status = (facts: Record<string, string | boolean | number>) =>
  Result.getOrThrow(determineVictimStatus({ law: missouri, purpose: "notice", facts, asOf }));

const relativeOf = (relation: string) => ({
  "claimant.kind": "natural-person",
  "claimant.relation": relation,
  "harm.directness": "derivative",
  "direct-victim.homicide-victim": true,
  "direct-victim.minor": false,
  "direct-victim.incompetent": false,
});

describe("determineVictimStatus", () => {
  test.each(["spouse", "child", "sibling", "parent", "grandparent", "legal-guardian"])(
    "counts the %s of a homicide victim in Missouri, in a derivative right",
    (relation) => {
      const found = status(relativeOf(relation));
      expect(found.determination.answer).toBe("yes");
      expect(found.standings.map((each) => each.standing.capacity)).toEqual(["derivative"]);
    },
  );

  test.each(["grandchild", "step-parent", "fiance", "domestic-partner", "parent-in-law", "foster-parent"])(
    "does not count the %s, who is not on the closed list",
    (relation) => {
      expect(status(relativeOf(relation)).determination.answer).toBe("no");
    },
  );

  test("keeps the answer open while nobody has said how the person is related", () => {
    const { "claimant.relation": _left, ...rest } = relativeOf("spouse");
    const { determination } = status(rest);
    expect(determination.answer).toBe("undetermined");
    expect(determination.missing.map((fact) => fact.fact)).toEqual(["claimant.relation"]);
  });

  test("names the purposes it knows when asked for another", () => {
    const outcome = determineVictimStatus({ law: missouri, purpose: "lunch", facts: {}, asOf });
    expect(Result.isFailure(outcome) && outcome.failure.message).toMatch(
      /^no victim definition for the purpose `lunch`; the purposes here are `accident-report`, `compensation`/u,
    );
  });
});

describe("purposesOf", () => {
  test.each(states)("%s defines victims for several purposes, each with rules that say in whose right", (state) => {
    const law = read(state);
    expect(purposesOf(law).length).toBeGreaterThanOrEqual(4);
    const grants = purposesOf(law).flatMap(
      ({ question }) => law.questions.get(question)?.file.rules.filter((rule) => rule.effect === "grant") ?? [],
    );
    expect(z.array(VictimGround).safeParse(grants.map((rule) => rule.event.params)).success).toBe(true);
  });
});
