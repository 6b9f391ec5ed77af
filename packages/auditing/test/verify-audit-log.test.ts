import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import {
  AuditEvent,
  checkpointOf,
  EMPTY_LOG,
  LogId,
  readCheckpoint,
  sealBatch,
  signCheckpoint,
  verifyAuditLog,
} from "../src/index.ts";
import { atMinute, inText, KEYS, LOG, numbered, OTHER_KEYS, sampleEvent, writeLog } from "./sample-log.ts";

const trust = { keys: [KEYS.publicKey] };
const { lines, heads } = await writeLog([2, 3]);
const texts = inText(lines);
const nextDigit = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 1);
const problemsOf = async (changed: readonly (string | null)[]) =>
  (await verifyAuditLog(numbered(changed), trust)).problems.map((problem) =>
    problem._tag === "LineRefused" ? [problem.line, problem.why] : problem.why,
  );

describe("verifyAuditLog", () => {
  test("finds nothing wrong with a log as it was written", async () => {
    const report = await verifyAuditLog(numbered(texts), trust);
    expect(report).toMatchObject({ log: LOG, head: heads.at(-1), unsealed: 0, problems: [] });
    expect(report.checkpoints.map(({ checkpoint }) => checkpoint.size)).toEqual([2, 5]);
  });

  test("counts events that no batch has sealed yet", async () => {
    const report = await verifyAuditLog(numbered([...texts, JSON.stringify({ event: sampleEvent("new") })]), trust);
    expect(report).toMatchObject({ unsealed: 1, problems: [] });
  });

  test("names the batch whose events were changed, dropped or moved", async () => {
    const [first = "", second = "", ...rest] = texts;
    expect(await problemsOf([first.replace('"done"', '"failed"'), second, ...rest])).toEqual([
      [3, "batch-of-other-events"],
    ]);
    expect(await problemsOf([second, ...rest])).toEqual([[2, "batch-of-other-events"]]);
    expect(await problemsOf([second, first, ...rest])).toEqual([[3, "batch-of-other-events"]]);
  });

  test("names the batch before which one was dropped", async () => {
    expect(await problemsOf(texts.slice(4))).toEqual([[4, "batch-out-of-place"]]);
  });

  test("names every line that cannot be read", async () => {
    expect(await problemsOf([null, "{", '{"event":{}}', "7", ...texts])).toEqual([
      [1, "not-text"],
      [2, "not-json"],
      [3, "not-a-line-of-this-log"],
      [4, "not-a-line-of-this-log"],
    ]);
  });

  test("refuses a checkpoint of a key that is not trusted, a forged one and one of another log", async () => {
    const head = heads[1] ?? EMPTY_LOG;
    const signed = (log: string, key = KEYS.privateKey) => {
      const checkpoint = checkpointOf(LogId.parse(log), head, atMinute(9));
      return checkpoint === null ? Promise.resolve("") : signCheckpoint(checkpoint, key);
    };
    const untrusted = await signed(LOG, OTHER_KEYS.privateKey);
    const [header, , signature] = (await signed(LOG)).split(".");
    const payload = (await signed("example/other")).split(".")[1];
    const checkpoints = [
      untrusted,
      `${header}.${payload}.${signature}`,
      await signed("example/other"),
      "a.b.c",
      `${await signed(LOG)}`.replace(/.$/u, nextDigit),
    ];
    const added = checkpoints.map((checkpoint) => JSON.stringify({ checkpoint }));
    expect(await problemsOf([...texts, ...added])).toEqual([
      [10, "checkpoint-key-unknown"],
      [11, "checkpoint-signature-invalid"],
      [12, "checkpoint-of-another-log"],
      [13, "checkpoint-malformed"],
      [14, "checkpoint-signature-invalid"],
    ]);
  });

  test("sees by a checkpoint kept elsewhere that the end was cut off, or that all was written anew", async () => {
    const kept = lines.flatMap((line) => ("checkpoint" in line ? [line.checkpoint] : []));
    const witnesses = (await Promise.all(kept.map((each) => readCheckpoint(each, trust.keys)))).map(
      (read) => Result.getOrThrow(read).checkpoint,
    );
    const against = async (changed: readonly string[]) =>
      (await verifyAuditLog(numbered(changed), { ...trust, witnesses })).problems.map(({ message }) => message);
    expect(await against(texts)).toEqual([]);
    expect(await against(texts.slice(0, 4))).toEqual([
      "a checkpoint kept elsewhere vouches for batch 2 with 5 events, and the log ends before it: its end was cut off",
    ]);
    expect(await against(inText((await writeLog([2, 2])).lines))).toEqual([
      "a checkpoint kept elsewhere vouches for batch 2 with 5 events, and the log had other events: it was written anew",
    ]);
  });
});

describe("sealBatch", () => {
  test("refuses a batch without events, and one before the last", () => {
    const { head } = Result.getOrThrow(sealBatch(EMPTY_LOG, [sampleEvent("1")], atMinute(5)));
    const failures = [sealBatch(head, [], atMinute(6)), sealBatch(head, [sampleEvent("2")], atMinute(4))];
    expect(failures.map((outcome) => Result.isFailure(outcome) && outcome.failure._tag)).toEqual([
      "BatchEmpty",
      "SealClockWentBack",
    ]);
  });
});

test("an audit event takes ids alone", () => {
  const ids = ["person@example.org", "Mary Smith", "+1 406 555 0100", "", "<b>"];
  expect(ids.map((id) => AuditEvent.safeParse({ ...sampleEvent("1"), who: { role: "victim", id } }).success)).toEqual(
    ids.map(() => false),
  );
});
