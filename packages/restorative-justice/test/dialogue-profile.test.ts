import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type DialoguePolicy, loadDialoguePolicy } from "../src/gate/dialogue-policy.ts";
import { DIALOGUE_PROFILES, dialoguePolicyFrom, loadDialogueProfile } from "../src/gate/dialogue-profile.ts";
import { evaluateGates } from "../src/gate/evaluate-gates.ts";
import { DialoguePoint } from "../src/gate/restorative-justice-file.ts";
import type { GateId } from "../src/programme/gate-result.ts";
import { gates } from "./dialogue/stage.ts";
import { died, type Given, input, offence } from "./gates-input.ts";
import { loadStateFile, STATES } from "./state-files.ts";

const states = STATES.map((state) => [state, Result.getOrThrow(loadStateFile(state)).dialogue] as const);
const all = [...DIALOGUE_PROFILES, ...states];
const chosen = (key: string | null) => all.find(([each]) => each === key)?.[1] ?? null;
const policyOf = (key: string | null, own = {}) => Result.getOrThrow(dialoguePolicyFrom(chosen(key), own));
const resultOf = (gate: GateId, given: Given, policy: DialoguePolicy) =>
  evaluateGates(gates, { ...input(given), policy }, [gate])[0];
const outcomeOf = (gate: GateId, given: Given, key: string | null) => resultOf(gate, given, policyOf(key))?.outcome;
const citedBy = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"source":"([^"]+)"/gu)].map(([, id]) => id ?? "");

/** Points on which every profile says what was read, or that nothing was. */
const POINTS: readonly string[] = DialoguePoint.options;

describe("dialogue profiles and the policies of states", () => {
  test("are these, and none is a default", () => {
    expect([...DIALOGUE_PROFILES.keys()]).toEqual(["TX", "OR", "LA", "CO", "WA", "PA", "CA", "OH", "MN", "NC", "VT"]);
    expect(policyOf(null)).toEqual(Result.getOrThrow(loadDialoguePolicy({})));
    expect(policyOf(null)).toMatchObject({ whenVictimDied: null, offenceScope: null, allowedStatuses: null });
  });

  test.each(all)("%s: loads, and every setting rests on a statement that cites the same source", (_, profile) => {
    expect("key" in profile ? loadDialogueProfile(profile) : Result.succeed(profile)).toEqual(Result.succeed(profile));
    const optional = "optional" in profile ? profile.optional : {};
    expect(Result.isSuccess(dialoguePolicyFrom(profile, optional))).toBe(true);
    for (const [setting, value] of Object.entries({ ...profile.policy, ...optional })) {
      const statement = profile.statements.find(({ about }) => about === profile.policyRestsOn[setting]);
      expect(citedBy(statement)).toEqual(expect.arrayContaining([...citedBy(value)]));
    }
  });

  test.each([...DIALOGUE_PROFILES])("%s: cites each source that it lists, under its own key", (_, profile) => {
    const cited = citedBy([profile.statements, profile.conflicts]);
    expect(new Set<string>(profile.sources.map(({ id }) => id))).toEqual(new Set(cited));
    for (const source of profile.sources) {
      const known = gates.law.profile.sources.find(({ id }) => id === source.id);
      expect(source).toEqual(known ?? source);
    }
  });

  test.each(all)("%s: each point is stated or told as a gap", (_, profile) => {
    const said = profile.statements.map(({ about }) => about);
    const notStated: readonly string[] = profile.notStated;
    expect(new Set(said).size).toBe(said.length);
    for (const point of POINTS) expect(said.includes(point)).not.toBe(notStated.includes(point));
    expect(notStated.filter((point) => !POINTS.includes(point))).toEqual([]);
  });

  test.each(all)("%s: sets no screening, no words for danger, and no outreach about a case", (key, profile) => {
    const settings = Object.keys(profile.policy);
    expect(settings.filter((setting) => ["screening", "emergencyGuidance", "maxDialogues"].includes(setting))).toEqual(
      [],
    );
    expect(policyOf(key)).toMatchObject({ outreachPolicy: "none", screening: { ipvPolicy: "excluded" } });
  });

  test("what a jurisdiction sets itself comes on top of the profile that it chose", () => {
    expect(policyOf("LA", { minAgeYears: 21 })).toMatchObject({ minAgeYears: 21, facilitators: { atLeast: 2 } });
    expect(Result.isFailure(dialoguePolicyFrom(chosen("LA"), { G10: false }))).toBe(true);
  });
});

describe("a profile is refused", () => {
  const base = () => ({ ...DIALOGUE_PROFILES.get("WA") });
  const problemsOf = (raw: unknown) => {
    const outcome = loadDialogueProfile(raw);
    return Result.isFailure(outcome) ? outcome.failure : null;
  };
  const problem = (path: string, invariant: string | null) => ({
    problems: [expect.objectContaining({ path, invariant })],
  });
  const cites = [{ source: "wa-vod" }];
  const { policy = {}, policyRestsOn = {}, statements = [] } = base();

  test.each([
    ["no order gate among its settings", { policy: { ...policy, G10: false } }, "policy.G10", "INV-10"],
    ["no order gate beside them", { G10: false }, "G10", "INV-10"],
    ["an invariant by its name", { "INV-12": false }, "INV-12", "INV-12"],
    ["consent that is implied", { impliedConsent: true }, "impliedConsent", "INV-03"],
    [
      "an offender who asks",
      { policy: { requesters: [{ initiator: "offender", cites }] } },
      "policy.requesters.0.initiator",
      "INV-01",
    ],
    ["going to victims", { policy: { outreachPolicy: "case_specific" } }, "policy.outreachPolicy", "INV-02"],
    ["a third IPV policy", { policy: { screening: { ipvPolicy: "open" } } }, "policy.screening.ipvPolicy", "INV-09"],
  ])("with %s, and the invariant is named", (_, change, path, invariant) => {
    expect(problemsOf({ ...base(), ...change })).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path, invariant })]),
    });
  });

  test.each([
    ["a setting beside the policy", { minAgeYears: 12 }, "minAgeYears"],
    ["a statement that is recalled", { statements: [{ ...statements[0], mark: "recalled" }] }, "statements.0.mark"],
    [
      "a source that is not listed",
      { policy: { allowedStatuses: { statuses: ["custody"], cites: [{ source: "x" }] } } },
      "sources.x",
    ],
    ["a setting that rests on nothing", { policy: { ...policy, minAgeYears: 21 } }, "policyRestsOn.minAgeYears"],
    [
      "a setting that rests on what nobody says",
      { policyRestsOn: { allowedStatuses: "hearsay" } },
      "policyRestsOn.allowedStatuses",
    ],
    [
      "grounds for no setting",
      { policyRestsOn: { ...policyRestsOn, facilitators: "custody-status" } },
      "policyRestsOn.facilitators",
    ],
    ["a source without its key", { sourceKeys: {} }, "sourceKeys.wa-vod"],
    ["a point both stated and not", { notStated: ["custody-status"] }, "notStated.custody-status"],
    ["settings to add, which only a state's file has", { optional: {} }, "optional"],
  ])("with %s", (_, change, path) => {
    expect(problemsOf({ ...base(), ...change })).toMatchObject(problem(path, null));
  });

  test("that is no object", () => {
    expect(problemsOf("WA")).toMatchObject(problem("$", null));
  });
});

describe("a gate's outcome by the profile that was chosen", () => {
  const status = (each: string): Given => ({ papers: { custody: { paper: "paper-custody", status: each } } });

  test.each([
    ["parole", { TX: "pass", PA: "pass", CA: "pass", WA: "block", LA: "block", OR: "block" }],
    ["custody", { TX: "pass", PA: "pass", CA: "pass", WA: "pass", LA: "pass", OR: "pass" }],
    ["probation", { TX: "block", LA: "block" }],
  ])("custody status: %s", (each, expected) => {
    const outcomes = Object.keys(expected).map((key) => [key, outcomeOf("G06", status(each), key)]);
    expect(Object.fromEntries(outcomes)).toEqual(expected);
  });

  test("cites the programme that the outcome rests on", () => {
    const cites = (key: string) =>
      JSON.stringify(resultOf("G06", status("parole"), policyOf(key))?.rules[0]?.cites.at(-1));
    expect([cites("TX"), cites("WA")]).toEqual(['{"source":"tx-vomd"}', '{"source":"wa-vod"}']);
  });

  test("when the victim died: a close relative may ask in Texas; elsewhere a person decides", () => {
    const relative = died("close-relative-of-deceased");
    const silent = ["OR", "CO", "MN", "us-mt", "us-ms", "us-mo", null];
    expect(outcomeOf("G01", relative, "TX")).toBe("pass");
    expect(outcomeOf("G01", died("family-or-household-member"), "TX")).toBe("block");
    expect(silent.map((key) => outcomeOf("G01", relative, key))).toEqual(silent.map(() => "indeterminate"));
  });

  test("who else may ask while the victim lives", () => {
    const asks = (initiator: string): Given => ({ request: { initiator, authority: "paper-kin" } });
    expect(outcomeOf("G01", asks("family-or-household-member"), "OR")).toBe("pass");
    expect(outcomeOf("G01", asks("victim-representative"), "CO")).toBe("pass");
    expect(outcomeOf("G01", asks("victim-guardian"), "TX")).toBe("pass");
    expect(outcomeOf("G01", asks("victim-representative"), "us-ms")).toBe("block");
    for (const [key] of all) expect(outcomeOf("G01", asks("offender"), key)).toBe("block");
  });

  test("a harm never prosecuted is out of scope but where a cited programme takes such harms", () => {
    const harm = offence({ kinds: ["serious-violent"], prosecuted: false });
    expect([outcomeOf("G02", harm, "OR"), outcomeOf("G02", harm, "TX"), outcomeOf("G02", harm, "us-mo")]).toEqual([
      "pass",
      "block",
      "block",
    ]);
  });

  test.each(["us-mt", "us-ms", "us-mo"])("%s: what no source says is for a person to decide", (key) => {
    expect([outcomeOf("G02", {}, key), outcomeOf("G06", {}, key)]).toEqual(["indeterminate", "indeterminate"]);
  });

  test("Montana's custody statuses are past practice: they count only once a person adds them", () => {
    const montana = chosen("us-mt");
    const policy = policyOf("us-mt", montana !== null && "optional" in montana ? montana.optional : {});
    expect(policy.allowedStatuses).toMatchObject({ statuses: ["custody", "parole"] });
    expect(resultOf("G06", status("parole"), policy)?.outcome).toBe("pass");
    expect(resultOf("G06", status("probation"), policy)?.outcome).toBe("block");
  });

  test("one facilitator is too few under Louisiana, and enough elsewhere", () => {
    expect([outcomeOf("G15", {}, "LA"), outcomeOf("G15", {}, "TX")]).toEqual(["block", "pass"]);
  });
});
