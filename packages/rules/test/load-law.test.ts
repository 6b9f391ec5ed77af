import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type LawProblem, loadLaw } from "../src/index.ts";
import { EXAMPLE_LAW, readFolder } from "./law-folder.ts";

const eventParams = {
  victim: z.strictObject({ capacity: z.string(), ground: z.string() }),
  "not-a-victim": z.strictObject({}),
  "notice-owed": z.looseObject({ rights: z.array(z.string()).default([]) }),
};

const load = (files: ReadonlyMap<string, string>) => loadLaw(files, { eventParams });
const good = readFolder(join(EXAMPLE_LAW, "good"));
const badFolder = join(EXAMPLE_LAW, "bad");

const problemsIn = (mistake: string): readonly LawProblem[] => {
  const overlay = [...readFolder(join(badFolder, mistake))].filter(([path]) => path !== "expected.problems.json");
  const outcome = load(new Map([...good, ...overlay]));
  return Result.isFailure(outcome) ? outcome.failure.problems : [];
};

describe("loadLaw", () => {
  test("reads a sound folder", () => {
    const law = Result.getOrThrow(load(good));
    expect([...law.questions.keys()]).toEqual(["notice", "victim-definition/notice"]);
    expect(law.vocabulary.get("registration.written-request")?.type).toBe("boolean");
    expect(law.rows?.rows).toHaveLength(3);
  });

  test.each(readdirSync(badFolder))("says what is wrong and what to write: %s", (mistake) => {
    const expected: unknown = JSON.parse(readFileSync(join(badFolder, mistake, "expected.problems.json"), "utf8"));
    expect(problemsIn(mistake)).toEqual(expected);
  });

  test("reports the faults of every file at once", () => {
    const overlay = ["unknown-fact", "value-unreachable", "not-encoded-unknown-row"].flatMap((mistake) =>
      [...readFolder(join(badFolder, mistake))].filter(([path]) => path !== "expected.problems.json"),
    );
    const outcome = load(new Map([...good, ...overlay]));
    const files = Result.isFailure(outcome) ? outcome.failure.problems.map((problem) => problem.file) : [];
    expect(new Set(files)).toEqual(new Set(["notification.json", "victim-definition/notice.json", "not-encoded.json"]));
  });

  test("says that the folder lacks its jurisdiction file", () => {
    const outcome = load(new Map());
    expect(Result.isFailure(outcome) && outcome.failure.message).toBe(
      "jurisdiction.json $: the folder has no jurisdiction.json; add one: it names the state, its agencies, sources, channels and calendar",
    );
  });

  test("does not change the hash of a file when only its white space or key order differs", () => {
    const text = good.get("notification.json") ?? "";
    const { rules, ...head } = JSON.parse(text) as Record<string, unknown>;
    const respelled = JSON.stringify({ rules, ...head });
    const [one, two] = [good, new Map([...good, ["notification.json", respelled]])].map(
      (files) => Result.getOrThrow(load(files)).questions.get("notice")?.hash,
    );
    expect(respelled).not.toBe(text);
    expect(two).toBe(one);
  });
});
