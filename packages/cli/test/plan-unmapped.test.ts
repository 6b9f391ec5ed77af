import { describe, expect, test } from "vitest";
import { plan } from "./plan-run.ts";
import { temporaryFiles } from "./temporary.ts";

const EVENTS =
  "id,updatedAt,supervisedPersonId,kind,occurred,status,releaseType\nE1,2026-11-22T15:00:00Z,1,escape,2026-11-22 08:00,active,\nE2,2026-11-22T15:00:00Z,1,release,2026-11-22,active,parole\n";
const REGISTRATIONS =
  "id,person.id,person.kind,supervisedPersonId,harm.directness,claimant.took-part,channel.written-request,contact.email,contact.email.currency\nR1,V1,natural-person,1,direct,N,active,a@example.org,current\n";
const OFFENSES = "id,supervisedPersonId,class,offense.on-the-list\nO1,1,felony,Y\n";

const event = {
  id: "E1",
  revision: 1,
  recordedAt: "2026-11-22T15:00:00Z",
  jurisdiction: "xx-cl",
  supervisedPersonId: "1",
  kind: "escape",
  status: "active",
  occurred: { date: "2026-11-22", time: "08:00" },
  scheduled: null,
  releaseType: null,
  custodian: null,
  phase: null,
  caseNumber: null,
  facts: {},
  origin: null,
};
const registrationRecord = {
  id: "R1",
  jurisdiction: "xx-cl",
  person: { id: "V1", kind: "natural-person", name: "Zelda Private", birthDate: null, language: "en" },
  supervisedPersonId: "1",
  caseNumber: null,
  relation: "self",
  directVictim: {
    birthDate: null,
    minor: null,
    incompetent: null,
    incapacitated: null,
    deceased: null,
    homicideVictim: null,
  },
  harm: {
    directness: "direct",
    bodilyInjury: null,
    threatOfBodilyInjury: null,
    emotional: null,
    financial: null,
    propertyLoss: null,
    death: null,
  },
  channels: [{ channel: "written-request", status: "active", since: null }],
  contacts: [{ method: "email", value: "a@example.org", currency: "current", confirmedOn: null, preference: 1 }],
  safeContact: { hours: [], doNotLeaveMessage: false, neverUse: [], alternate: null },
  wishesAnonymity: false,
  facts: { "claimant.took-part": false },
  origin: null,
};
const jsonl = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

const unmapped = (
  files: {
    readonly events: Readonly<Record<string, string>>;
    readonly registrations: Readonly<Record<string, string>>;
  },
  ...more: readonly string[]
) => {
  const paths = temporaryFiles({ ...files.events, ...files.registrations } as Record<string, string>);
  const of = (names: Readonly<Record<string, string>>): readonly string[] =>
    Object.keys(names).map((name) => paths[name] ?? "");
  return plan({
    events: of(files.events),
    registrations: of(files.registrations),
    map: null,
    more: ["--jurisdiction", "xx-cl", ...more],
  });
};

describe("plan without a mapping", () => {
  test("reads CSV whose columns have this library's own names", async () => {
    const { exit, err, lines } = await unmapped({
      events: { "events.csv": EVENTS, "offenses.csv": OFFENSES },
      registrations: { "registrations.csv": REGISTRATIONS },
    });
    expect(err).toBe("");
    expect(exit).toBe(0);
    expect(lines("notices.jsonl").map(({ eventKind }) => eventKind)).toEqual(["escape", "release"]);
  });

  test("reads JSON Lines that are already in this library's shape, with their own revisions", async () => {
    const events = jsonl(event, { ...event, revision: 4, occurred: { date: "2026-11-22", time: "09:00" } });
    const { exit, lines } = await unmapped({
      events: { "events.jsonl": events },
      registrations: { "registrations.jsonl": jsonl(registrationRecord) },
    });
    expect(exit).toBe(0);
    expect(lines("notices.jsonl")).toMatchObject([{ eventId: "E1", revision: 4, supersedes: 1 }]);
  });

  test("rejects a record with every problem in it, without quoting it", async () => {
    const bad = { ...event, kind: "flood", occurred: { date: "Zelda", time: null }, secret: 1 };
    const { lines } = await unmapped({
      events: { "events.jsonl": jsonl(event, bad, "x").replace('"x"', "{") },
      registrations: {
        "registrations.jsonl": jsonl(registrationRecord, { ...registrationRecord, jurisdiction: "xx-zz" }),
      },
    });
    const rejects = lines("rejects.jsonl").map(({ row, column }) => `${String(row)} ${String(column)}`);
    expect(rejects).toEqual(["2 kind", "2 occurred.date", "2 null", "3 null", "2 jurisdiction"]);
    expect(JSON.stringify(lines("rejects.jsonl"))).not.toContain("Zelda");
  });

  test("names a column near to one of ours, and offers a mapping", async () => {
    const { exit, err } = await unmapped({
      events: { "events.csv": EVENTS.replace("occurred", "ocurred") },
      registrations: { "registrations.csv": REGISTRATIONS },
    });
    expect(exit).toBe(3);
    expect(err).toContain(
      "events.csv: column `ocurred` is no field of this library; did you mean `occurred`; or describe the file in a mapping and give it with `--map`",
    );
  });

  test("asks which state it is for", async () => {
    const files = temporaryFiles({ "events.csv": EVENTS, "registrations.csv": REGISTRATIONS });
    const { exit, err } = await plan({
      events: [files["events.csv"]],
      registrations: [files["registrations.csv"]],
      map: null,
    });
    expect(exit).toBe(2);
    expect(err).toContain("nothing says which state this is for; give `--jurisdiction`, or a mapping with `--map`");
  });
});
