import { describe, expect, test } from "vitest";
import { loadAgency } from "../src/agency/agency.ts";

const at = (path: string): string => new URL(path, import.meta.url).href;

describe("loadAgency", () => {
  test("loads the module that exports an agency", async () => {
    expect(await loadAgency(at("./kill/agency.ts"))).toMatchObject({
      kind: "loaded",
      agency: { subjects: { en: "A message for you" } },
    });
  });

  test("names what a module is missing", async () => {
    expect(await loadAgency(at("./policy.ts"))).toMatchObject({
      kind: "problems",
      problems: [expect.stringMatching(/^AGENCY_MODULE: `agency`/u)],
    });
  });

  test("says that a module is not there, and not what it tried", async () => {
    const { problems } = (await loadAgency(at("./canary-not-there.ts"))) as { readonly problems: readonly string[] };
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^AGENCY_MODULE: the module could not be loaded/u);
    expect(problems[0]).not.toContain("canary");
  });
});
