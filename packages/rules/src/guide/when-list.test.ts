import { describe, expect, test } from "vitest";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import type { Condition, Leaf } from "../file/condition.ts";
import { listLines } from "./markdown.ts";
import { whenList } from "./when-list.ts";

const inner = "definition/notice";
const always = { all: [{ fact: "person.adult", operator: "equal", value: true } as const] };
const law = sampleLaw(SMALL_FACTS, {
  notice: [sampleRule("xx-yy/notice/one", always)],
  [inner]: [sampleRule("xx-yy/definition/notice/one", always)],
});

const yes = (fact: string): Leaf => ({ fact, operator: "equal", value: true });

const told = (conditions: Condition): readonly string[] => {
  const { opening, items } = whenList(conditions, law);
  return [opening, ...listLines(items)];
};

describe("whenList", () => {
  test("nests groups and says which of their parts are needed", () => {
    expect(
      told({ all: [yes("person.adult"), { any: [yes("person.hurt"), { all: [yes(inner), yes("person.written")] }] }] }),
    ).toEqual([
      "It holds when all of these are so:",
      "- person.adult: yes",
      "- at least one of these:",
      "  - person.hurt: yes",
      "  - all of these:",
      "    - [definition/notice](#question-definition-notice): yes",
      "    - person.written: yes",
    ]);
  });

  test("works a negation into the test it stands before, and names it on a group", () => {
    expect(
      told({
        all: [
          { not: { fact: "event.kind", operator: "in", value: ["escape", "death"] } },
          { not: { any: [yes("person.hurt"), yes("person.adult")] } },
          { not: { all: [yes("person.hurt"), { not: yes("person.adult") }] } },
          { not: { fact: "person.age", operator: "lessThan", value: 3 } },
        ],
      }),
    ).toEqual([
      "It holds when all of these are so:",
      "- event.kind: anything but escape or death",
      "- none of these:",
      "  - person.hurt: yes",
      "  - person.adult: yes",
      "- not all of these:",
      "  - person.hurt: yes",
      "  - person.adult: no",
      "- person.age: 3 years or more",
    ]);
  });

  test.each<[string, Condition, readonly string[]]>([
    ["none of the root's", { not: { any: [yes("person.hurt"), yes("person.adult")] } }, ["none of these is so"]],
    ["one of the root's", { any: [yes("person.hurt"), yes("person.adult")] }, ["at least one of these is so"]],
    ["not all of the root's", { not: { all: [yes("person.hurt"), yes("person.adult")] } }, ["not all of these are so"]],
  ])("opens with %s", (_name, conditions, [opening]) => {
    expect(told(conditions)[0]).toBe(`It holds when ${opening}:`);
  });

  test("tells a group of one as the test alone, also inside out", () => {
    expect(told({ any: [{ all: [{ not: { all: [{ not: yes("person.hurt") }] } }] }] })).toEqual([
      "It holds when this is so:",
      "- person.hurt: yes",
    ]);
  });
});
