import type { CoverageReport } from "@victim-rights/rules/analysis";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { stateWithVersions } from "./state-with-versions.ts";

const STATE = "state/xx-cl";

const cover = async (...more: readonly string[]): Promise<{ readonly questions: readonly CoverageReport[] }> =>
  JSON.parse((await run(["cover", STATE, "--json", ...more])).out);

describe("cover", () => {
  test("tells which rules hold in a case, and which case", async () => {
    const { questions } = await cover("--question", "notice");
    const rules = questions[0]?.rules.map(({ rule, holds }) => [rule, holds.state]);
    expect(rules).toContainEqual(["xx-cl/notice/parole-hearing", "shown"]);
    expect(rules).toContainEqual(["xx-cl/notice/escape", "missing"]);
    expect(questions[0]?.totals.holds).toEqual({ shown: 1, missing: 3, impossible: 0, notDecided: 0 });
  });

  test("does not take an unknown fact for one that shows something", async () => {
    const { questions } = await cover("--question", "notice");
    const request = questions[0]?.rules[0]?.conditions.at(-1);
    expect(request?.test).toBe("active registration: written request: yes");
    expect(request?.whenTrue).toEqual({ state: "shown", by: "a registered victim is told of the hearing" });
    expect(request?.whenFalse).toMatchObject({
      state: "missing",
      witness: {
        facts: { "registration.written-request": false },
        like: "without knowing of a request nobody can say",
      },
    });
  });

  test("looks for both values at a boundary", async () => {
    const { questions } = await cover("--question", "notice");
    const age = questions[0]?.facts.find(({ fact }) => fact === "direct-victim.age");
    expect(age?.values.map(({ words }) => words)).toEqual(["under 18 years", "18 years or more"]);
    expect(age?.edges.map(({ value, shown }) => [value, shown.state])).toEqual([
      [17, "missing"],
      [18, "missing"],
    ]);
  });

  test("prints what is missing with facts that would show it", async () => {
    const { exit, out } = await run(["cover", STATE, "--question", "notice"]);
    expect(exit).toBe(0);
    expect(out).toContain("  rules that hold in a case          1 of 4\n");
    expect(out).toContain(
      "no case in which it holds; would be: `a registered victim is told of the hearing` with event.kind=escape",
    );
    expect(out).toContain("Clearwater: 25 of 100 rules hold in a case, 22.7 of 100 tests seen to matter");
  });

  test("tells the versions of a rule apart by their days", async () => {
    const { exit, out } = await run(["cover", stateWithVersions(), "--question", "notice"]);
    expect(exit).toBe(0);
    expect(out).toContain("  rules that hold in a case          1 of 5\n");
    expect(out).toContain("\n  xx-cl/notice/escape from 2020-01-01 until 2024-01-01\n    no case in which it holds");
    expect(out).toContain("\n  xx-cl/notice/escape from 2024-01-01\n    no case in which it holds");
    expect(out).toContain("\n  xx-cl/notice/parole-hearing\n");
  });

  test("ends with 1 below the share asked for", async () => {
    expect((await run(["cover", STATE, "--at-least", "95"])).exit).toBe(1);
  });

  test("refuses a folder without a state", async () => {
    expect(await run(["cover", "nowhere"])).toMatchObject({ exit: 3 });
  });
});
