import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { namesKeyTwice } from "./names-key-twice.ts";

describe("namesKeyTwice", () => {
  test.prop([fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2)], { numRuns: 2_000 })(
    "finds nothing where every key is given once, whatever the strings hold",
    (value, space) => {
      expect(namesKeyTwice(JSON.stringify(value, null, space), value)).toBe(false);
    },
  );

  // One key with an escape, not two: V8 13.6 (Node 24) takes escaped keys of one length for each other.
  test.prop([fc.dictionary(fc.constantFrom("a", ":", '"', "__proto__"), fc.string()), fc.string()], {
    numRuns: 2_000,
  })("finds the key that is given again", (value, again) => {
    fc.pre(Object.keys(value).length > 0);
    const [key = ""] = Object.keys(value);
    const text = `${JSON.stringify(value).slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(again)}}`;
    expect(namesKeyTwice(text, JSON.parse(text))).toBe(true);
  });
});
