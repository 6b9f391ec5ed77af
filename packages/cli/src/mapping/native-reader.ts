import { CustodyEvent, Offense, Registration } from "@victim-rights/core";
import type { z } from "zod";
import type { JsonObject } from "../feed/json.ts";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import type { EventReader } from "./compile-events.ts";
import type { RecordReader } from "./compile-offenses.ts";

/** Reads JSON Lines that are already custody events. The file's own revisions order the states of an event. */
export const nativeEventReader =
  (jurisdiction: string, source: number): EventReader =>
  (record, problems) => {
    const event = parse(CustodyEvent, record, problems);
    if (event === null || !isOf(jurisdiction, event.jurisdiction, problems)) return null;
    const { id, revision, status, recordedAt, origin: _, ...rest } = event;
    const content = {
      base: rest as JsonObject,
      said: {},
      noNotice: null,
      withdrawn: status === "withdrawn",
      code: null,
      supervisedPersonId: event.supervisedPersonId,
      group: event.supervisedPersonId,
      sequence: null,
      day: (event.occurred ?? event.scheduled)?.date ?? null,
      recordedAt,
      revision,
      source,
    };
    return {
      key: id,
      stamp: String(revision).padStart(16, "0"),
      supervisedPersonId: event.supervisedPersonId,
      content,
    };
  };

/** Reads JSON Lines that are already offenses; each line is a record of its own. */
export const nativeOffenseReader: RecordReader = (record, problems) => {
  const offense = parse(Offense, record, problems);
  return offense === null
    ? null
    : {
        key: JSON.stringify(offense),
        stamp: "",
        supervisedPersonId: offense.supervisedPersonId,
        content: offense as JsonObject,
      };
};

/** Reads JSON Lines that are already registrations, one line each. */
export const nativeRegistrationReader =
  (jurisdiction: string): RecordReader =>
  (record, problems) => {
    const registration = parse(Registration, record, problems);
    if (registration === null || !isOf(jurisdiction, registration.jurisdiction, problems)) return null;
    const { origin: _, ...content } = registration;
    return {
      key: registration.id,
      stamp: "",
      supervisedPersonId: registration.supervisedPersonId,
      content: content as JsonObject,
    };
  };

const isOf = (expected: string, found: string, problems: CellProblem[]): boolean => {
  if (found === expected) return true;
  problems.push({
    column: "jurisdiction",
    problem: "the record belongs to another jurisdiction",
    howToFix: `plan each jurisdiction on its own; this run is for \`${expected}\``,
  });
  return false;
};

const parse = <T>(schema: z.ZodType<T>, record: FeedRecord, problems: CellProblem[]): T | null => {
  const parsed = schema.safeParse(record.value);
  if (parsed.success) return parsed.data;
  problems.push(...parsed.error.issues.map(problemOf));
  return null;
};

/** zod's own messages name what was expected and never the value, save for a key that should not be there. */
const problemOf = (issue: z.core.$ZodIssue): CellProblem => ({
  column: issue.path.length === 0 ? null : issue.path.map(plainKey).join("."),
  problem:
    issue.code === "unrecognized_keys"
      ? "a key that is not part of the record"
      : issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
  howToFix:
    issue.code === "unrecognized_keys"
      ? "remove it: the keys are documented in @victim-rights/core"
      : "see the record's schema in @victim-rights/core",
});

/** A key of the record's own is named; one that is data, as in a table of facts, only if it looks like a name of ours. */
const plainKey = (key: PropertyKey): string =>
  /^[a-zA-Z][a-zA-Z0-9./-]{0,60}$|^\d+$/u.test(String(key)) ? String(key) : "…";
