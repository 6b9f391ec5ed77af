import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { verifyAuditLog } from "../src/index.ts";
import { batchSizes, inText, KEYS, numbered, writeLog } from "./sample-log.ts";

const trust = { keys: [KEYS.publicKey] };

test.prop([batchSizes], { numRuns: 100 })("a log as it was written has no problem", async (sizes) => {
  const { lines, heads } = await writeLog(sizes);
  expect(await verifyAuditLog(numbered(inText(lines)), trust)).toMatchObject({ head: heads.at(-1), problems: [] });
});

test.prop([batchSizes, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 })], { numRuns: 300 })(
  "a log in which one character of a line was changed has a problem, or the same events",
  async (sizes, line, place, by) => {
    const { lines } = await writeLog(sizes);
    const texts = [...inText(lines)];
    const at = line % texts.length;
    const before = texts[at] ?? "";
    const index = place % before.length;
    const changed = String.fromCharCode((before.charCodeAt(index) + by) % 128);
    texts[at] = before.slice(0, index) + changed + before.slice(index + 1);
    const { problems } = await verifyAuditLog(numbered(texts), trust);
    expect(problems.length > 0).toBe(!isSameJson(texts[at], before));
  },
);

const isSameJson = (a: string, b: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
};

test.prop([batchSizes, fc.nat(), fc.nat()], { numRuns: 200 })(
  "a log from which an event or a batch was taken, or in which two were swapped, has a problem",
  async (sizes, first, second) => {
    const { lines } = await writeLog(sizes);
    const texts = inText(lines.filter((line) => !("checkpoint" in line)));
    const [a, b] = [first % texts.length, second % texts.length];
    // Without its last batch a log is one that is not sealed to its end.
    const taken = await verifyAuditLog(numbered(texts.toSpliced(a, 1)), trust);
    expect(taken.problems.length > 0 || taken.unsealed > 0).toBe(true);
    const swapped = texts.with(a, texts[b] ?? "").with(b, texts[a] ?? "");
    const { problems, unsealed } = await verifyAuditLog(numbered(swapped), trust);
    expect(problems.length > 0 || unsealed > 0).toBe(a !== b);
  },
);
