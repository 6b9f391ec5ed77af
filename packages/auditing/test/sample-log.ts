import { Instant } from "@victim-rights/core";
import { generatePackKey, type PrivatePackKey } from "@victim-rights/rules/pack";
import fc from "fast-check";
import * as Result from "effect/Result";
import {
  AuditEvent,
  checkpointOf,
  EMPTY_LOG,
  type LogHead,
  LogId,
  type LogLine,
  sealBatch,
  signCheckpoint,
} from "../src/index.ts";

export const LOG = LogId.parse("example/log");
export const KEYS = await generatePackKey();
export const OTHER_KEYS = await generatePackKey();
const START = Date.parse("2026-11-22T08:00:00Z");

export const atMinute = (minute: number): Instant => Instant.parse(new Date(START + minute * 60_000).toISOString());

export const sampleEvent = (id: string): AuditEvent =>
  AuditEvent.parse({
    what: { action: "obligation-opened", about: [{ kind: "obligation", id }] },
    when: atMinute(0),
    where: "delivery-worker",
    source: { kind: "job", id: "job-1" },
    outcome: "done",
    who: { role: "system", id: "delivery-worker" },
  });

/** Sizes of the batches of a log, of which few suffice to meet every shape of tree. */
export const batchSizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });

export type WrittenLog = { readonly lines: readonly LogLine[]; readonly heads: readonly LogHead[] };

/** A log with a checkpoint after every batch. */
export const writeLog = async (
  sizes: readonly number[],
  key: PrivatePackKey = KEYS.privateKey,
): Promise<WrittenLog> => {
  const lines: LogLine[] = [];
  const heads: LogHead[] = [];
  for (const [at, size] of sizes.entries()) {
    const events = Array.from({ length: size }, (_, place) => sampleEvent(`${at}-${place}`));
    const { batch, head } = Result.getOrThrow(sealBatch(heads.at(-1) ?? EMPTY_LOG, events, atMinute(at)));
    heads.push(head);
    const checkpoint = checkpointOf(LOG, head, atMinute(at));
    if (checkpoint === null) throw new Error("a sealed log has a checkpoint");
    lines.push(...events.map((event) => ({ event })), { batch }, { checkpoint: await signCheckpoint(checkpoint, key) });
  }
  return { lines, heads };
};

export const numbered = (texts: readonly (string | null)[]) => texts.map((text, at) => ({ number: at + 1, text }));
export const inText = (lines: readonly LogLine[]): readonly string[] => lines.map((line) => JSON.stringify(line));
