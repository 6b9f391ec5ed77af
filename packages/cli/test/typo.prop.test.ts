import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { loadRestorativeJustice, RESTORATIVE_JUSTICE_FILE } from "@victim-rights/restorative-justice";
import { coverage, type LawFiles, loadLaw, runCases } from "@victim-rights/rules";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { withFilesBeside } from "../src/law/with-files-beside.ts";
import { lawIn, type Typo, typosIn } from "./typos.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const none = z.strictObject({});
const eventParams = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: none, "not-a-victim": none };

const load = (files: LawFiles, typo: Typo) => {
  const typed = new Map([...files, [typo.file, typo.text] as const]);
  return Result.flatMap(loadLaw(typed, { eventParams }), (law) => withFilesBeside(law, typed));
};

/** Whether a typo goes unseen by `check`: the loader accepts it, every row of law is still accounted for, and every case holds. */
const isUnseen = (files: LawFiles, typo: Typo): boolean => {
  const law = load(files, typo);
  if (Result.isFailure(law)) return false;
  return (
    coverage(law.success).every(({ state }) => state !== "absent") &&
    runCases(law.success).every(({ differences }) => differences.length === 0)
  );
};

describe("a one-character typo", () => {
  test("anywhere in the example law comes to light, unless it is in prose, a day, a number, a name stated once or makes another name", () => {
    const files = lawIn(join(root, "packages", "rules", "test", "law", "good"));
    const typos = typosIn(files).filter((typo) => typo !== "torn");
    const checked = typos.filter(({ kind }) => kind !== "prose");
    const missed = checked.filter((typo) => isUnseen(files, typo));
    expect(checked.length).toBeGreaterThan(2_500);
    expect(missed.filter(({ kind }) => kind === "reference").map(({ place, text }) => [place, text])).toEqual([]);
    expect([...new Set(missed.map(({ kind, place }) => `${kind} ${place}`))].toSorted()).toEqual([
      "day cases.cases[].asOf",
      "day jurisdiction.agencies[].verified.on",
      "day jurisdiction.channels[].verified.on",
      "day rules.rules[].inForce.from",
      "day rules.rules[].reviewedOn",
      "number rules.rules[].conditions.all[].value",
      "number rules.rules[].event.params.window.amount",
      "stated-once jurisdiction.agencies[].id",
      "stated-once jurisdiction.agencies[].verified.edition",
      "stated-once jurisdiction.calendar.dayCounting.verified.edition",
      "stated-once jurisdiction.calendar.holidays[].id",
      "stated-once jurisdiction.calendar.holidays[].verified.edition",
      "stated-once jurisdiction.calendar.verified.edition",
      "stated-once jurisdiction.channels[].verified.edition",
      "stated-once jurisdiction.sources[].edition",
      "stated-once rules.edition",
      "stated-once rules.rules[].event.params.ground",
      "stated-once rules.rules[].id",
      "stated-once rules.rules[].verified.edition",
    ]);
  });

  test.each(readdirSync(join(root, "rules")))(
    "in a name, a word, a key or the punctuation of %s comes to light",
    (state) => {
      const files = lawIn(join(root, "rules", state));
      const law = new Map([...files].filter(([path]) => !path.endsWith(".cases.json")));
      const typos = typosIn(law, STEP).filter((typo) => typo !== "torn");
      const references = typos.filter(({ kind }) => kind === "reference");
      expect(references.length).toBeGreaterThan(50);
      const missed = references.filter((typo) => isUnseen(files, typo));
      expect(missed.map(({ file, place }) => `${file} ${place}`)).toEqual([]);
    },
  );

  test.each(readdirSync(join(root, "rules")))(
    "anywhere in the restorative programmes of %s comes to light",
    (state) => {
      const files = lawIn(join(root, "rules", state));
      const law = Result.getOrThrow(loadLaw(files, { eventParams }));
      const text = files.get(RESTORATIVE_JUSTICE_FILE) ?? "";
      const typos = typosIn(new Map([[RESTORATIVE_JUSTICE_FILE, text]])).filter((typo) => typo !== "torn");
      const references = typos.filter(({ kind }) => kind === "reference");
      expect(references.length).toBeGreaterThan(500);
      const missed = references.filter((typo) => Result.isSuccess(loadRestorativeJustice(typo.text, law)));
      expect(missed.map(({ place }) => place)).toEqual([]);
    },
  );
});

/** A prime, so that the characters looked at fall into every column. */
const STEP = 499;
