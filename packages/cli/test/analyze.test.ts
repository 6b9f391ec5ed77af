import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnalysisReport } from "@victim-rights/rules/analysis";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const DAY = ["--as-of", "2026-11-23"] as const;

const reports = async (cwd: string, ...more: readonly string[]): Promise<readonly AnalysisReport[]> =>
  JSON.parse((await run(["analyze", "xx-cl", ...DAY, "--json", ...more], { cwd })).out).questions;

/** The example state with each rule changed as told. */
const edited = (change: (rule: Record<string, unknown>) => object): string => {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, "state", "xx-cl"), join(cwd, "xx-cl"), { recursive: true });
  const place = join(cwd, "xx-cl", "notification.json");
  const { rules, ...file } = JSON.parse(readFileSync(place, "utf8"));
  writeFileSync(place, JSON.stringify({ ...file, rules: rules.map(change) }));
  return cwd;
};

const isNow = (fact: string, value: unknown) => ({ fact, operator: "equal", value });

describe("analyze", () => {
  test("tells of a sound state where no rule speaks, with somebody there, and what it assumed", async () => {
    const { exit, out } = await run(["analyze", "state/xx-cl", ...DAY, "--question", "notice"]);
    expect(exit).toBe(0);
    expect(out).toContain("every rule can decide, and no two contradict each other");
    expect(out).toContain(
      "    where kind of event: anything but release, escape, recapture or parole hearing scheduled\n" +
        "      for instance event.kind=arrest\n",
    );
    expect(out.replaceAll(/\n\s+/gu, " ")).toContain(
      "shown for everybody all of whose facts are known, by the law of 2026-11-23; direct victim's age on the day of the event 0 to 130 years",
    );
    expect(out).toContain("left out: xx-cl/notice/death (no text of it was read)");
  });

  test("ends with 1 when a rule never fires, and names it", async () => {
    const cwd = edited((rule) =>
      rule["id"] === "xx-cl/notice/escape"
        ? { ...rule, conditions: { all: [isNow("event.kind", "escape"), isNow("event.kind", "release")] } }
        : rule,
    );
    const [notice] = await reports(cwd);
    expect(notice?.findings?.rules).toContainEqual({ rule: "xx-cl/notice/escape", kind: "never-fires", by: [] });
    const { exit, out } = await run(["analyze", "xx-cl", ...DAY], { cwd });
    expect(exit).toBe(1);
    expect(out).toContain("never fires: xx-cl/notice/escape: no facts make its conditions hold");
  });

  test("ends with 1 when two rules contradict each other, and says where", async () => {
    const cwd = edited((rule) =>
      rule["id"] === "xx-cl/notice/escape" ? { ...rule, conditions: { all: [isNow("event.kind", "release")] } } : rule,
    );
    const place = join(cwd, "xx-cl", "notification.json");
    writeFileSync(place, readFileSync(place, "utf8").replace(/("id":"xx-cl\/notice\/escape".*?)"grant"/u, '$1"deny"'));
    const { exit, out } = await run(["analyze", "xx-cl", ...DAY, "--question", "notice"], { cwd });
    expect(exit).toBe(1);
    expect(out.replaceAll(/\n\s+/gu, " ")).toContain(
      "conflict: xx-cl/notice/escape denies what xx-cl/notice/release grants; name the grant under the denial's `overrides` where kind of event: release",
    );
  });

  test("names a denial that another makes needless, and does not say that every rule can decide", async () => {
    const denial = (name: string, all: readonly object[]) => ({
      id: `xx-cl/notice/${name}`,
      title: name,
      effect: "deny",
      overrides: ["xx-cl/notice/release"],
      conditions: { all },
    });
    const unasked = isNow("registration.written-request", false);
    const cwd = edited((rule) => rule);
    const place = join(cwd, "xx-cl", "notification.json");
    const { rules, ...file } = JSON.parse(readFileSync(place, "utf8"));
    const release = rules.find(({ id }: { id: string }) => id === "xx-cl/notice/release");
    const denials = [
      denial("narrow", [isNow("event.kind", "release"), unasked, isNow("offense.on-the-list", true)]),
      denial("wide", [isNow("event.kind", "release"), unasked]),
    ].map((each) => ({ ...release, ...each }));
    writeFileSync(place, JSON.stringify({ ...file, rules: [...rules, ...denials] }));
    const { exit, out } = await run(["analyze", "xx-cl", ...DAY, "--question", "notice"], { cwd });
    expect(exit).toBe(0);
    expect(out).toContain("never needed: xx-cl/notice/narrow: what it denies, xx-cl/notice/wide denies too");
    expect(out).toContain("\n  no two rules contradict each other\n");
    expect(out).not.toContain("every rule can decide");
  });

  test("tells more groups of people when asked, and refuses a limit that is no number", async () => {
    const cwd = edited((rule) => rule);
    const [few] = await reports(cwd, "--limit", "1");
    const [all] = await reports(cwd, "--limit", "1000");
    expect(few?.findings?.gaps).toMatchObject({ complete: false, regions: { length: 1 } });
    expect(all?.findings?.gaps.complete).toBe(true);
    expect((await run(["analyze", "state/xx-cl", ...DAY, "--limit", "many"])).exit).toBe(2);
  });

  test("refuses a folder without a state, a question that it lacks, and a rule to turn on that is not there", async () => {
    expect((await run(["analyze", "nowhere", ...DAY])).exit).toBe(3);
    expect((await run(["analyze", "state/xx-cl", ...DAY, "--question", "notices"])).exit).toBe(2);
    expect((await run(["analyze", "state/xx-cl", ...DAY, "--enable", "xx-cl/notice/deth"])).exit).toBe(2);
  });
});
