import { fc, test } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { loadLaw } from "./load-law.ts";
import { isPlaceholder, placeholder } from "./placeholder.ts";

const words = fc.stringMatching(/^[a-z][a-z ,.-]{0,30}$/);

/** A value with a number of open places in it, and that number. */
const { value } = fc.letrec<{ value: { readonly made: unknown; readonly open: number } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    words.map((made) => ({ made, open: 0 })),
    words.map((what) => ({ made: placeholder(what), open: 1 })),
    fc.array(tie("value"), { maxLength: 4 }).map((parts) => ({
      made: parts.map(({ made }) => made),
      open: parts.reduce((sum, { open }) => sum + open, 0),
    })),
    fc.dictionary(fc.constantFrom("id", "rules", "title", "verified"), tie("value")).map((parts) => ({
      made: Object.fromEntries(Object.entries(parts).map(([key, { made }]) => [key, made])),
      open: Object.values(parts).reduce((sum, { open }) => sum + open, 0),
    })),
  ),
}));

describe("a placeholder", () => {
  test.prop([value, fc.constantFrom("notification.json", "notice.cases.json", "law-rows.json")], { numRuns: 500 })(
    "is told once by the loader, wherever in a folder it stands",
    ({ made, open }, file) => {
      const outcome = loadLaw(new Map([[file, JSON.stringify(made)]]));
      const problems = Result.isFailure(outcome) ? outcome.failure.problems : [];
      const told = problems.filter(({ code }) => code === "not-written");
      expect(told).toHaveLength(open);
      expect(problems.filter((each) => told.some(({ path }) => path === each.path && each.file === file))).toEqual(
        told,
      );
    },
  );

  test.prop([words])("is known from what somebody wrote", (what) => {
    expect([isPlaceholder(placeholder(what)), isPlaceholder(what)]).toEqual([true, false]);
  });
});
