import { describe, expect, test } from "vitest";
import { NoticeDuty } from "./duty.ts";
import type { Ground } from "@victim-rights/rules";
import { groupByBearer, permittedMethods } from "./group-grounds.ts";
import type { DutyGround } from "./notice-plan.ts";

const duty = (methods: readonly string[], automatedSystemSatisfies = false): NoticeDuty =>
  NoticeDuty.parse({
    dutyBearers: ["court"],
    window: { kind: "after", anchor: "occurrence", term: "promptly" },
    methods,
    automatedSystemSatisfies,
    ifMissed: "not-stated",
    content: ["event"],
  });

describe("permittedMethods", () => {
  test("a duty that names no method restricts nothing", () => {
    expect(permittedMethods([duty([]), duty(["mail"])])).toEqual({ legal: ["mail"], conflict: null });
    expect(permittedMethods([duty([], true)])).toEqual({ legal: [], conflict: null });
  });

  test("one notice needs a method that every duty names", () => {
    expect(permittedMethods([duty(["certified-mail", "email"]), duty(["email", "phone"])])).toEqual({
      legal: ["email"],
      conflict: null,
    });
  });

  test("the automated system serves where the law says that it satisfies the duty", () => {
    expect(permittedMethods([duty(["certified-mail"], true)]).legal).toEqual(["automated-system", "certified-mail"]);
  });

  test("methods that never meet are all kept, and the answer says so", () => {
    expect(permittedMethods([duty(["mail"]), duty(["phone", "email"])])).toEqual({
      legal: ["mail", "phone", "email"],
      conflict: "the grounds name methods that differ: mail; and phone or email",
    });
  });
});

const ground = (rule: string, ...dutyBearers: readonly string[]): DutyGround =>
  ({ ground: { rule } as Ground, duty: { ...duty([]), dutyBearers } as NoticeDuty }) as DutyGround;
const groups = (...grounds: readonly DutyGround[]) =>
  groupByBearer(grounds).map(({ bearers, grounds: grouped }) => [bearers, grouped.map((each) => each.ground.rule)]);

describe("groupByBearer", () => {
  test("keeps the bearers that all grounds of a group share", () => {
    expect(groups(ground("a", "court", "jail"), ground("b", "jail", "prosecutor"))).toEqual([[["jail"], ["a", "b"]]]);
  });

  test("keeps apart what no one bearer can do", () => {
    expect(groups(ground("a", "court"), ground("b", "jail"), ground("c", "court", "jail"))).toEqual([
      [["court"], ["a", "c"]],
      [["jail"], ["b"]],
    ]);
  });
});
