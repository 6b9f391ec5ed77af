import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, DIALOGUE_POLICY, dialogueFacts, given, letterAfter, REQUEST, SUBMIT } from "./program-cases.ts";

const RULES = join(import.meta.dirname, "../../../rules");
const SCOPE = { offenceScope: DIALOGUE_POLICY.offenceScope };
const of = (state: string) => ["--jurisdiction", state, "--rules", RULES];

/** A request by the victim, decided by a state's own file with what the agency decided on top. */
const requested = async (state: string, files: { readonly policy?: object } = {}) => {
  const at = desk("dialogue");
  return { at, ...(await at.advance(REQUEST, { facts: dialogueFacts(), ...files }, ...of(state))) };
};

describe("program with a state", () => {
  test("decides by what the state's own file says, with what the agency decided on top, and keeps where it stands", async () => {
    const montana = await requested("us-mt", { policy: SCOPE });
    expect([montana.exit, montana.err]).toEqual([0, ""]);
    expect(montana.at.text()).toContain('"mt-doc-restorative"');
    expect((await requested("us-ms", { policy: SCOPE })).at.text()).toContain('"ms-vod"');
    expect((await requested("us-mo", { policy: SCOPE })).at.text()).not.toContain('"mt-doc-restorative"');
  });

  test("leaves open what no state's file says", async () => {
    for (const state of ["us-mt", "us-ms", "us-mo"]) {
      const { exit, out } = await requested(state);
      expect([exit, out]).toEqual([1, expect.stringContaining("G02")]);
    }
  });

  test("names what the agency's own policy would switch off", async () => {
    const { exit, err } = await requested("us-mt", { policy: { ...SCOPE, skipGates: ["G10"] } });
    expect([exit, err]).toEqual([3, expect.stringContaining("policy.json $.skipGates")]);
  });

  test("refuses a state that is not there, and a programme of which no state's file speaks", async () => {
    const nowhere = await requested("us-zz");
    expect([nowhere.exit, nowhere.err]).toEqual([3, expect.stringContaining("no rules for `us-zz`")]);
    const letter = await letterAfter(SUBMIT);
    const { exit, err } = await letter.advance(given("start-screening", "staff"), {}, ...of("us-mt"));
    expect([exit, err]).toEqual([2, expect.stringContaining("no state's file says anything of a letter yet")]);
    expect((await letter.program("status", ...of("us-mt"))).exit).toBe(2);
  });

  test("lets no state's folder hold up a withdrawal", async () => {
    const { at } = await requested("us-mt", { policy: SCOPE });
    const { exit, err } = await at.advance(given("withdraw", "victim"), {}, ...of("us-zz"));
    expect([exit, err]).toEqual([0, expect.stringContaining("the policy cannot be read; the step asks no gate")]);
  });
});
