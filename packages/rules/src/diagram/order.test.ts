import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { sampleRule } from "../arbitrary/arbitrary-rules.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import type { Rule } from "../file/rule-file.ts";
import { orderFacts } from "./order.ts";

const vocabulary = new Map(SMALL_FACTS.map((fact) => [fact.name, fact]));
const yes = (fact: string): Leaf => ({ fact, operator: "equal", value: true });
const rule = (name: string, ...all: Condition[]): Rule => sampleRule(`xx-yy/notice/${name}`, { all });

describe("orderFacts", () => {
  test("puts what most rules ask first, and the event's kind before all else", () => {
    const rules = [
      rule("a", yes("person.hurt")),
      rule("b", yes("person.hurt"), yes("person.written")),
      rule("c", { fact: "event.kind", operator: "equal", value: "death" }),
    ];
    expect(orderFacts("notice", new Map([["notice", rules]]), vocabulary)).toEqual([
      "event.kind",
      "person.hurt",
      "person.written",
    ]);
  });

  test("puts what is asked near the root before what is asked deep down, and follows the vocabulary in a tie", () => {
    const rules = [rule("a", { any: [yes("person.adult"), yes("person.hurt")] }, yes("person.written"))];
    expect(orderFacts("notice", new Map([["notice", rules]]), vocabulary)).toEqual([
      "person.written",
      "person.adult",
      "person.hurt",
    ]);
  });

  test("keeps the facts of a question that is read together, where its answer would stand", () => {
    const rules = new Map([
      ["notice", [rule("a", yes("definition"), yes("person.written")), rule("b", yes("definition"))]],
      ["definition", [sampleRule("xx-yy/definition/a", { all: [yes("person.hurt"), yes("person.adult")] })]],
    ]);
    expect(orderFacts("notice", rules, vocabulary)).toEqual(["person.adult", "person.hurt", "person.written"]);
  });

  test("does not depend on the order of rules", () => {
    const rules = [
      rule("a", yes("person.hurt")),
      rule("b", yes("person.written"), yes("person.adult")),
      rule("c", yes("person.adult")),
    ];
    const orders = [rules, rules.toReversed()].map((list) =>
      orderFacts("notice", new Map([["notice", list]]), vocabulary),
    );
    expect(orders[1]).toEqual(orders[0]);
  });
});
