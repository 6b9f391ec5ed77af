import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, Revision } from "@victim-rights/core";
import { FeedId } from "@victim-rights/notification";
import { Command, LedgerId, openLedger, record } from "@victim-rights/restitution";
import { CaseId, DialogueCommand, LetterCommand } from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import { z } from "zod";
import { takeEvents } from "../feeds/take-events.ts";
import type { Ports } from "../ports.ts";
import type { Seed } from "./seed.ts";

const FEED = join(import.meta.dirname, "..", "..", "..", "feed");

/** The ledger of the demonstration. */
export const DEMO_LEDGER = LedgerId.parse("us-mt.demo");

/** Reads a file of the demonstration. */
export const readFeed = (...path: readonly string[]): string => readFileSync(join(FEED, ...path), "utf8");

/** Puts the demonstration's morning into the stores, by the same code that takes an event in or posts a command. */
export const seedStores = async (ports: Ports, { events }: Seed, now: Instant): Promise<void> => {
  const then: Ports = { ...ports, clock: () => now };
  for (const [feed, own] of Map.groupBy(events, ({ jurisdiction }) => FeedId.parse(`${jurisdiction}-feed`)))
    await Effect.runPromise(takeEvents(then, feed, own));
  await seedLedger(ports, now);
  await seedCase(ports, "dialogue");
  await seedCase(ports, "letter");
};

const seedLedger = async ({ ledgers, states }: Ports, now: Instant): Promise<void> => {
  const law = states.get("us-mt")?.ledgerLaw ?? null;
  if (law === null) return;
  let ledger = openLedger(law);
  const lines = readFeed("ledger", "commands.jsonl")
    .split("\n")
    .filter((line) => line !== "");
  for (const [at, line] of lines.entries()) {
    const command = Command.parse({ postedAt: now, ...(JSON.parse(line) as object) });
    const recorded = await Effect.runPromise(Effect.fromResult(record(ledger, command)));
    ledger = recorded.ledger;
    const { entries } = recorded;
    await Effect.runPromise(ledgers.append({ ledger: DEMO_LEDGER, expected: Revision.parse(at), command, entries }));
  }
};

const Kept = z.object({
  id: CaseId,
  commands: z.array(z.unknown()),
  record: z.array(z.looseObject({ command: z.string() })),
});

/** The commands and the lines that they added, as the demonstration's files have them. */
const seedCase = async ({ cases }: Ports, programme: "dialogue" | "letter"): Promise<void> => {
  const kept = Kept.parse(JSON.parse(readFeed("restorative", `${programme}.json`)));
  const schema = programme === "dialogue" ? DialogueCommand : LetterCommand;
  for (const [at, raw] of kept.commands.entries()) {
    const command = schema.parse(raw);
    const lines = kept.record.filter((line) => line.command === command.id);
    const step = { programme, case: kept.id, expected: Revision.parse(at), command, lines };
    await Effect.runPromise(cases.append(step as unknown as Parameters<typeof cases.append>[0]));
  }
};
