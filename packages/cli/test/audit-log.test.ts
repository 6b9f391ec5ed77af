import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AuditEvent,
  checkpointOf,
  EMPTY_LOG,
  LogId,
  type LogLine,
  sealBatch,
  signCheckpoint,
} from "@victim-rights/auditing";
import { Instant } from "@victim-rights/core";
import { PrivatePackKey } from "@victim-rights/rules/pack";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const now = Instant.parse("2026-11-22T08:05:00Z");

const eventOf = (id: string): AuditEvent =>
  AuditEvent.parse({
    what: { action: "notice-sent", about: [{ kind: "obligation", id }] },
    when: now,
    where: "delivery-worker",
    source: { kind: "job", id: "job-1" },
    outcome: "done",
    who: { role: "system", id: "delivery-worker" },
  });

/** A log of two sealed events with its checkpoint, and the key that signed it. */
const setUp = async () => {
  const keys = join(temporaryFolder(), "keys");
  await run(["pack", "keygen", "--out", keys]);
  const [key, trust] = ["private", "public"].map((half) => join(keys, `pack-key.${half}.json`));
  const events = ["1", "2"].map(eventOf);
  const { batch, head } = Result.getOrThrow(sealBatch(EMPTY_LOG, events, now));
  const checkpoint = checkpointOf(LogId.parse("example/log"), head, now);
  if (key === undefined || trust === undefined || checkpoint === null) throw new Error("the log is sealed");
  const signed = await signCheckpoint(checkpoint, PrivatePackKey.parse(JSON.parse(readFileSync(key, "utf8"))));
  const lines: readonly LogLine[] = [...events.map((event) => ({ event })), { batch }, { checkpoint: signed }];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return { ...temporaryFiles({ log: text, kept: `${signed}\n`, empty: "" }), text, trust };
};

describe("audit-log verify", () => {
  test("says up to where a log stands and who vouches for it", async () => {
    const { log, kept, trust } = await setUp();
    const { exit, out, err } = await run(["audit-log", "verify", log, "--trust", trust, "--witness", kept]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/: 2 events in 1 batches stand as they were sealed\n {2}log {10}example\/log\n/u);
    expect(out).toContain("up to event 2, 2026-11-22T08:05:00.000Z, by ");
    expect(JSON.parse((await run(["audit-log", "verify", log, "--trust", trust, "--json"])).out)).toMatchObject({
      events: 2,
      batches: 1,
      unsealed: 0,
      problems: [],
    });
  });

  test("names what was changed, and what was cut off", async () => {
    const { text, kept, trust } = await setUp();
    const { changed, cut } = temporaryFiles({ changed: text.replace('"done"', '"failed"'), cut: "" });
    const after = await run(["audit-log", "verify", changed, "--trust", trust]);
    expect(after.exit).toBe(1);
    expect(after.err).toContain("line 3 seals other events than those before it");
    const short = await run(["audit-log", "verify", cut, "--trust", trust, "--witness", kept]);
    expect(short.exit).toBe(1);
    expect(short.err).toContain("the log ends before it: its end was cut off");
  });

  test("asks for what is missing or cannot be read", async () => {
    const { log, empty, trust } = await setUp();
    const untrusted = await run(["audit-log", "verify", log]);
    expect([untrusted.exit, untrusted.err]).toEqual([2, expect.stringContaining("name public keys with `--trust`")]);
    const missing = await run(["audit-log", "verify", "nowhere.jsonl", "--trust", trust]);
    expect([missing.exit, missing.err]).toEqual([3, expect.stringContaining("no such audit log")]);
    const witness = await run(["audit-log", "verify", log, "--trust", trust, "--witness", empty, "nowhere"]);
    expect(witness.exit).toBe(3);
    expect(witness.err).toContain("this is no checkpoint of an audit log");
    expect(witness.err).toContain("no such checkpoint");
    const folder = await run(["audit-log", "verify", temporaryFolder(), "--trust", trust]);
    expect(folder.exit).toBe(3);
  });
});
