import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CustodyEvent, Offense, Registration } from "@victim-rights/core";
import { z } from "zod";

/** The records of the demonstration's morning, for some of its people. Everybody in them is made up. */
export type Seed = {
  readonly offenses: readonly Offense[];
  readonly registrations: readonly Registration[];
  readonly events: readonly CustodyEvent[];
};

const Line = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offense"), record: Offense }),
  z.strictObject({ kind: z.literal("registration"), record: Registration }),
  z.strictObject({ kind: z.literal("event"), record: CustodyEvent }),
]);

const FOLDER = join(import.meta.dirname, "..", "..", "seed");

/** Reads the records of some states. */
export const readSeed = (states: readonly string[]): Seed => {
  const lines = states.flatMap((state) =>
    readFileSync(join(FOLDER, `${state}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => Line.parse(JSON.parse(line))),
  );
  return {
    offenses: lines.flatMap((line) => (line.kind === "offense" ? [line.record] : [])),
    registrations: lines.flatMap((line) => (line.kind === "registration" ? [line.record] : [])),
    events: lines.flatMap((line) => (line.kind === "event" ? [line.record] : [])),
  };
};
