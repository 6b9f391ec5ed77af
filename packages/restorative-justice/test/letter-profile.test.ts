import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { loadLetterPolicy } from "../src/letter/letter-policy.ts";
import { LETTER_PROFILES } from "../src/letter/letter-profile.ts";

const profiles = [...LETTER_PROFILES.values()];
const policyOf = (key: string) => Result.getOrThrow(loadLetterPolicy(LETTER_PROFILES.get(key)?.policy));

describe("letter profiles", () => {
  test("are these eight, and none is a default", () => {
    expect([...LETTER_PROFILES.keys()]).toEqual(["OR", "WA", "CO", "CA", "PA", "WI", "MN", "DE"]);
    expect(Result.getOrThrow(loadLetterPolicy({})).minimumVictimAge).toBeNull();
  });

  test.each(profiles.map((profile) => [profile.key, profile] as const))(
    "%s: every setting rests on what a source says",
    (_, profile) => {
      expect(Result.isSuccess(loadLetterPolicy(profile.policy))).toBe(true);
      expect(Object.keys(profile.policyRestsOn)).toEqual(Object.keys(profile.policy));
      const said = profile.statements.map(({ about }) => about);
      for (const about of Object.values(profile.policyRestsOn)) expect(said).toContain(about);
      for (const about of profile.notStated) expect(said).not.toContain(about);
    },
  );

  test.each(profiles.map((profile) => [profile.key, profile] as const))(
    "%s: every statement cites a listed source",
    (_, profile) => {
      const sources = profile.sources.map(({ id }) => id);
      const cited = [...profile.statements, ...profile.conflicts.flatMap(({ readings }) => readings)].flatMap(
        ({ cites }) => cites,
      );
      expect(new Set(cited.map(({ source }) => source))).toEqual(new Set(sources));
    },
  );

  test.each([
    [
      "OR",
      { notifyPolicy: "notify_registered", minimumVictimAge: 18, authorTold: "victim_decides", reply: "one_screened" },
    ],
    ["WA", { notifyPolicy: "opt_in_only", authorTold: "never", reply: "off", retention: { kind: "indefinite" } }],
    ["CO", { notifyPolicy: "opt_in_only", authorTold: "never" }],
    ["CA", { notifyPolicy: "opt_in_only", deliveryWays: ["mail", "email", "read_with_advocate"] }],
    ["PA", { notifyPolicy: "notify_registered", reply: "off", deliveryWays: ["mail"] }],
    [
      "WI",
      {
        courtOrderedRoute: "county_victim_witness_coordinator",
        retention: { kind: "until_author_discharge_unless_opted_in" },
      },
    ],
    ["MN", { notifyPolicy: "opt_in_only" }],
    ["DE", { notifyPolicy: "notify_registered", authorTold: "never" }],
  ])("%s sets what its page says", (key, settings) => {
    expect(policyOf(key)).toMatchObject(settings);
  });

  test("a point on which two pages differ is told as two readings, and the stricter is taken", () => {
    const [conflict] = LETTER_PROFILES.get("DE")?.conflicts ?? [];
    expect(conflict).toMatchObject({ about: "author-told", readings: [{}, {}] });
    expect(policyOf("DE").authorTold).toBe("never");
    expect(LETTER_PROFILES.get("CO")?.conflicts).toHaveLength(1);
  });
});
