import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EventKind } from "@victim-rights/core";
import { type Law, loadLaw } from "@victim-rights/rules";
import * as fc from "fast-check";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { type Disposition, NOTICE_OWED, NoticeDuty, planNotices, renderNotice, ServicePolicy } from "../src/index.ts";
import { arbitraryRecords } from "../src/testing.ts";
import { instant } from "./records.ts";

const RULES = join(import.meta.dirname, "../../../rules");
const states = readdirSync(RULES);

const load = (state: string): Law => {
  const folder = join(RULES, state);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".json") && !path.includes("node_modules"),
  );
  return Result.getOrThrow(
    loadLaw(new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]))),
  );
};

describe.each(states)("the law of %s", (state) => {
  const law = load(state);
  const now = instant("2026-06-01T00:00:00Z");
  const found = fc
    .sample(arbitraryRecords(law), { seed: 11, numRuns: 300 })
    .flatMap((records): readonly Disposition[] => {
      const { owed, needsPerson, notOwed } = Result.getOrThrow(planNotices({ law, now, ...records }));
      return [...owed, ...needsPerson, ...notOwed];
    });

  test("states every duty in the shape this package reads", () => {
    const params = law.questions.get("notice")?.file.rules.filter(({ event }) => event.type === NOTICE_OWED) ?? [];
    expect(params.flatMap(({ id, event }) => (NoticeDuty.safeParse(event.params).success ? [] : [id]))).toEqual([]);
    expect(params.length).toBeGreaterThan(0);
  });

  test("keeps its service targets as policy", () => {
    expect(
      ServicePolicy.safeParse(JSON.parse(readFileSync(join(RULES, state, "service-targets.json"), "utf8"))).success,
    ).toBe(true);
  });

  test("plans random records into all three lists, with nobody between", () => {
    expect(new Set(found.map(({ list }) => list)).size).toBe(3);
  });

  test("owes notices whose words can be written once the details are there", () => {
    const notices = found.flatMap((each) =>
      each.list === "owed" ? each.notices.map((notice) => ({ kind: each.eventKind, notice })) : [],
    );
    expect(notices.length).toBeGreaterThan(0);
    const moment = { date: law.questions.get("notice")?.file.rules[0]?.reviewedOn, time: "09:00" };
    for (const { kind, notice } of notices) {
      const details = {
        eventKind: EventKind.parse(kind),
        language: "es",
        form: "letter",
        asked: true,
        occurred: moment,
        scheduled: moment,
        releaseType: "parole",
        place: "Main Building",
        agency: { name: "Office", phone: "555-0100" },
        content: notice.content,
        rights: notice.rights,
        enclosed: notice.content,
      } as Parameters<typeof renderNotice>[0];
      expect(Result.getOrThrow(renderNotice(details)).completesDuty).toBe(true);
    }
  });
});
