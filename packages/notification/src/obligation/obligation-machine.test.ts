import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ObligationCommand } from "./obligation-command.ts";
import { OBLIGATION_MACHINE, possibleFrom, printObligationMachine, stepFrom } from "./obligation-machine.ts";
import { ClosedState, ObligationState, OpenState } from "./obligation-state.ts";

const cells = (markdown: string): readonly (readonly string[])[] =>
  markdown
    .split("\n")
    .filter((line) => line.startsWith("|") && !line.includes("---"))
    .map((line) => line.split("|").map((cell) => cell.trim()));

describe("the table of an obligation's steps", () => {
  test("is the one that the reference shows", () => {
    const page = readFileSync(new URL("../../../../docs/reference/obligations.md", import.meta.url), "utf8");
    const section = page.slice(page.indexOf("## The steps"), page.indexOf("## What ends an obligation"));
    expect(cells(section)).toEqual(cells(printObligationMachine()));
  });

  test("has every command, and one step for a command and a state", () => {
    const acts = new Set<string>(OBLIGATION_MACHINE.map(({ act }) => act));
    expect([...acts].toSorted()).toEqual(ObligationCommand.options.map(({ shape }) => shape.act.value).toSorted());
    for (const state of ObligationState.options)
      expect(new Set(possibleFrom(state)).size).toBe(possibleFrom(state).length);
  });

  test("reaches every state, and leads out of every open one", () => {
    const reached = new Set<string>(["planned"]);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of OBLIGATION_MACHINE)
        if (to !== "same" && from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...ObligationState.options].toSorted());
    for (const state of OpenState.options)
      for (const act of ["confirm", "supersede", "withdraw"] as const) expect(stepFrom(state, act)).not.toBe(null);
  });

  test("lets no closed obligation go on but by a person, by better evidence, or to its correction", () => {
    const onward = ClosedState.options.flatMap((state) => possibleFrom(state));
    expect([...new Set(onward)].toSorted()).toEqual(["confirm", "correct", "reopen"]);
    expect(ClosedState.options.filter((state) => possibleFrom(state).includes("confirm"))).toEqual(["served"]);
    expect(possibleFrom("corrected")).toEqual([]);
  });
});
