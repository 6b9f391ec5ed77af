import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleRule } from "../arbitrary/arbitrary-rules.ts";
import type { Rule } from "../file/rule-file.ts";
import { conditionMutants } from "./condition-mutants.ts";

const vocabulary = new Map(SMALL_FACTS.map((fact) => [fact.name, fact]));

const mutantsOf = (conditions: Rule["conditions"]) =>
  conditionMutants(sampleRule("xx-yy/notice/rule", conditions), vocabulary);

const changesOf = (conditions: Rule["conditions"]): readonly string[] =>
  mutantsOf(conditions).map(({ at, change }) => `${at} ${change}`);

describe("conditionMutants", () => {
  test("turns an equality round", () => {
    expect(changesOf({ all: [{ fact: "person.adult", operator: "equal", value: true }] })).toEqual([
      "$.conditions.all[0] person.adult: `yes` becomes `no`",
    ]);
  });

  test("moves a boundary by one either way, includes it and turns it round", () => {
    expect(changesOf({ all: [{ fact: "person.age", operator: "lessThan", value: 3 }] })).toEqual([
      "$.conditions.all[0] person.age: `less than 3 years` becomes `3 years or less`",
      "$.conditions.all[0] person.age: `less than 3 years` becomes `3 years or more`",
      "$.conditions.all[0] person.age: `less than 3 years` becomes `less than 2 years`",
      "$.conditions.all[0] person.age: `less than 3 years` becomes `less than 4 years`",
    ]);
    const days = mutantsOf({ any: [{ fact: "crime.day", operator: "greaterThan", value: "2024-02-29" }] });
    expect(days.filter(({ kind }) => kind === "boundary").map(({ conditions }) => conditions)).toEqual([
      { any: [{ fact: "crime.day", operator: "greaterThan", value: "2024-02-28" }] },
      { any: [{ fact: "crime.day", operator: "greaterThan", value: "2024-03-01" }] },
    ]);
  });

  test("leaves each value out of a list, and adds one that it lacks", () => {
    expect(changesOf({ all: [{ fact: "event.kind", operator: "in", value: ["escape", "release"] }] })).toEqual([
      "$.conditions.all[0] event.kind: `escape or release` becomes `anything but escape or release`",
      "$.conditions.all[0] event.kind: `escape` is left out of `escape or release`",
      "$.conditions.all[0] event.kind: `release` is left out of `escape or release`",
      "$.conditions.all[0] event.kind: `hearing` is added to `escape or release`",
    ]);
  });

  test("drops each part of a group, takes any for all, and drops a not, at every depth", () => {
    const adult = { fact: "person.adult", operator: "equal", value: true } as const;
    const hurt = { fact: "person.hurt", operator: "equal", value: true } as const;
    const mutants = mutantsOf({ not: { all: [adult, { any: [hurt, adult] }] } });
    const whole = mutants.filter(({ kind }) => kind !== "operator");
    expect(whole.map(({ at, conditions }) => [at, conditions])).toEqual([
      ["$.conditions", { all: [adult, { any: [hurt, adult] }] }],
      ["$.conditions.not", { not: { any: [adult, { any: [hurt, adult] }] } }],
      ["$.conditions.not.all[0]", { not: { all: [{ any: [hurt, adult] }] } }],
      ["$.conditions.not.all[1]", { not: { all: [adult] } }],
      ["$.conditions.not.all[1]", { not: { all: [adult, { all: [hurt, adult] }] } }],
      ["$.conditions.not.all[1].any[0]", { not: { all: [adult, { any: [adult] }] } }],
      ["$.conditions.not.all[1].any[1]", { not: { all: [adult, { any: [hurt] }] } }],
    ]);
  });

  test("keeps a group at the root", () => {
    const leaf = { fact: "person.adult", operator: "equal", value: true } as const;
    expect(mutantsOf({ not: leaf })[0]?.conditions).toEqual({ all: [leaf] });
  });
});
