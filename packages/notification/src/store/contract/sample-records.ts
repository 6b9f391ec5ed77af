import { CustodyEvent, Instant, Revision } from "@victim-rights/core";
import { ObligationId } from "../../obligation/ids.ts";
import { ObligationCommand } from "../../obligation/obligation-command.ts";
import { OpenedEntry } from "../../obligation/obligation-entry.ts";
import { PersonTask } from "../../obligation/person-task.ts";
import { AuditFact } from "../audit-fact.ts";
import type { EventBatch, ObligationAdvance } from "../store-records.ts";

/** A minute of the day on which all samples happen. */
export const minute = (number: number): Instant =>
  Instant.parse(
    `2026-03-02T${String(Math.floor(number / 60)).padStart(2, "0")}:${String(number % 60).padStart(2, "0")}:00Z`,
  );

const SYSTEM = { role: "system", id: "worker" };

/** A name as an agency may give it: with what some stores stumble over. */
export const nameOf = (number: number): string => `P'${number} "é☂%2F\\ $1`;

const subject = (number: number): unknown => ({
  jurisdiction: "xx-yy",
  personId: nameOf(number),
  supervisedPersonId: "S1",
  eventId: "E1",
  revision: 1,
  eventKind: "release",
});

/** An obligation of a made-up state, owed to a person of a number. */
export const sampleOpening = (number: number, person = number): OpenedEntry => {
  const id = ObligationId.parse(`xx-yy/${encodeURIComponent(nameOf(person))}/E1/r1/jail-${number}`);
  return OpenedEntry.parse({
    entry: "opened",
    obligation: id,
    seq: 1,
    at: minute(0),
    terms: {
      id,
      kind: "notice",
      noticeId: id,
      subject: subject(person),
      dutyBearers: ["jail"],
      grounds: [
        {
          rule: "xx-yy/notice/release",
          title: "Notice of a release",
          basis: "law",
          cites: [{ source: "code", at: "1" }],
          verified: { status: "read", on: "2026-01-01" },
          opens: null,
          closes: minute(600),
          symbolic: null,
          methods: [],
          ifMissed: "not-stated",
        },
      ],
      deadline: { law: { by: minute(600), rules: ["xx-yy/notice/release"] }, policy: null },
      sendFrom: minute(0),
      proof: { needs: "confirmation-or-accepted-delivery", basis: "house" },
      corrects: null,
    },
  });
};

/** A task about a pair, of a number. */
export const sampleTask = (number: number): PersonTask =>
  PersonTask.parse({
    id: `task-${number}`,
    queue: "victim-services",
    about: { kind: "pair", subject: subject(number) },
    why: "undetermined",
    ask: ["claimant.relation"],
    rules: [],
    decideBefore: null,
    raisedAt: minute(0),
  });

const EVENT = CustodyEvent.parse({
  id: "E1",
  revision: 1,
  recordedAt: null,
  jurisdiction: "xx-yy",
  supervisedPersonId: "S1",
  kind: "release",
  status: "active",
  occurred: { date: "2026-03-02", time: null },
  scheduled: null,
  releaseType: null,
  custodian: null,
  phase: null,
  caseNumber: null,
  facts: {},
  origin: null,
});

const FACT = AuditFact.parse({
  what: "event-recorded",
  at: minute(0),
  where: "contract",
  source: "contract",
  outcome: "done",
  who: "worker",
  about: ["E1"],
});

/** A batch of one event; what is not given is empty. */
export const sampleBatch = (given: Partial<EventBatch> = {}): EventBatch => ({
  event: EVENT,
  obligations: [],
  advances: [],
  tasks: [],
  audit: [FACT],
  ...given,
});

/** A command at a minute, with what its act asks for. */
export const sampleCommand = (act: string, at: number, shape: Readonly<Record<string, unknown>>): ObligationCommand =>
  ObligationCommand.parse({ act, id: `c-${act}-${at}`, at: minute(at), by: SYSTEM, ...shape });

const FIRST = { attempt: 1, method: "phone", contact: "contact-1", reason: "first-attempt" };

/** The commands that lead a new obligation to its first attempt, for an hour into the day. */
export const schedule = (at = 1): ObligationCommand => sampleCommand("schedule", at, { ...FIRST, for: minute(60) });

/** The first attempt, as it was scheduled. */
export const attempt = (at = 60): ObligationCommand =>
  sampleCommand("attempt", at, { ...FIRST, safeContactCheckedAt: minute(at) });

/** The person says that they have it. */
export const confirm = (at = 90): ObligationCommand =>
  sampleCommand("confirm", at, {
    evidence: { kind: "confirmed-by-person", how: "voice", at: minute(at), attempt: null, record: "call-1" },
  });

/** Somebody must see to it. */
export const handOver = (at = 2): ObligationCommand =>
  sampleCommand("hand-to-person", at, { queue: "victim-services", reason: "no-contact-left" });

/** A command for an obligation at a revision. */
export const advanceOf = (
  { obligation }: OpenedEntry,
  expected: number,
  command: ObligationCommand,
): ObligationAdvance => ({ obligation, expected: Revision.parse(expected), command });
