import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openGates } from "@victim-rights/restorative-justice";
import { expect } from "vitest";
import { run } from "./captured-io.ts";
import type { ProgrammeName } from "../src/program/programmes.ts";
import { ITEMS, recorded } from "./screen-forms.ts";
import { temporaryFolder } from "./temporary.ts";

/** When everything happens, unless a test says otherwise. */
export const AT = "2025-06-02T15:00:00.000Z";

const CITES = [{ source: "house-design" }];

/** A policy under which a dialogue goes on: made up, and no jurisdiction's. */
export const DIALOGUE_POLICY = {
  requesters: [{ initiator: "victim", cites: CITES }],
  offenceScope: { kinds: ["bodily-injury"], cites: CITES },
  allowedStatuses: { statuses: ["custody"], cites: CITES },
};

/** Statable facts that harm. */
const HARMS: readonly string[] = [
  "request.acts-for-offender",
  "overlap.appeal-pending",
  "overlap.civil-suit-pending",
  "overlap.clemency-pending",
  "accountability.shifts-blame",
  "benefit.sought",
];

const PHASES = ["intake", "approach", "preparation", "dialogue", "follow-up"];

const consentsTo = (phase: string): readonly object[] => [
  {
    id: `consent-victim-${phase}`,
    party: "victim",
    phase,
    at: AT,
    status: "given",
    informed: "of-risks-and-that-nothing-is-promised",
  },
  { id: `consent-other-${phase}`, party: "offender", phase, at: AT, status: "given", pressure: "none", reward: "none" },
];

const papers = (rest: object): object => ({
  statements: [...openGates().statable.keys()].map((fact) => ({
    fact,
    value: !HARMS.includes(fact),
    by: "official-1",
    at: AT,
    paper: `paper-${fact}`,
  })),
  participant: { paper: "paper-participant", victim: "living", ageYears: 40 },
  offence: { paper: "paper-judgment", kinds: ["bodily-injury"], prosecuted: true },
  custody: { paper: "paper-custody", status: "custody" },
  counterpart: { paper: "paper-counterpart", is: "own-offender" },
  consents: PHASES.flatMap(consentsTo),
  orderChecks: [{ id: "check-1", at: AT, found: "no_active_order" }],
  courtChanges: [],
  conduct: { paper: "paper-conduct", reviewedAt: AT, incidents: [] },
  facilitators: [
    { id: "facilitator-1", training: "dv_sv_trained", service: "active", conflict: "none", ethicsCode: "signed" },
  ],
  triggers: [],
  ...rest,
});

/** A screen of the moment, quiet but for the items given. */
export const quietScreen = (answers: Readonly<Record<string, string>> = {}): object =>
  recorded({
    id: "V-screen-1",
    at: AT,
    answers: ITEMS.map(({ key, positiveWhen }) => ({
      item: key,
      answer: answers[key] ?? (positiveWhen === "no" ? "yes" : "no"),
    })),
  });

type Facts = { readonly papers?: object; readonly screens?: readonly unknown[]; readonly screening?: object };

/** Facts on which every gate of a dialogue passes. */
export const dialogueFacts = ({
  papers: rest = {},
  screens = [quietScreen()],
  screening = {},
}: Facts = {}): object => ({
  papers: papers(rest),
  screening: { relationship: ["stranger"], screens, ...screening },
});

/** Facts about a letter with every check made and clean, and a victim who asked. */
export const letterFacts = (rest: object = {}): object => ({
  zone: "America/Denver",
  orders: { id: "V-order-check", at: AT, found: "no_active_order", service: "unknown" },
  conduct: { id: "V-conduct-check", at: AT, found: "none_in_look_back" },
  track: "general",
  optIn: { id: "V-opt-in", how: "asked" },
  victimAge: 40,
  identity: { id: "V-identity", at: AT, found: "verified" },
  channel: { id: "V-channel", at: AT, found: "safe" },
  authorDischargedAt: null,
  ...rest,
});

const PEOPLE = {
  victim: { side: "victim-side", id: "victim-1" },
  offender: { side: "offender-side", id: "person-1" },
  staff: { side: "programme", id: "staff-1" },
  facilitator: { side: "facilitator", id: "facilitator-1" },
  court: { side: "court", id: "court-1" },
} as const;

const FREE = ["withdraw", "put-on-hold", "disclose-danger", "choose-format", "decline-approach"];

/** A command by somebody; one that must rest on a paper names one. */
export const given = (act: string, by: keyof typeof PEOPLE, rest: object = {}): Readonly<Record<string, unknown>> => ({
  id: `c-${act}`,
  act,
  by: PEOPLE[by],
  at: AT,
  evidence: FREE.includes(act) ? [] : [`paper-${act}`],
  ...rest,
});

export const REQUEST = given("request", "victim", { initiator: "victim", format: "separate-rooms" });
export const SUBMIT = given("submit", "offender", { letter: "case-1", origin: "voluntary", document: "letter-text-1" });
const READING = { found: [], training: "dv_sv_trained", codedThreats: "looked_for" };

/** The way of a letter into the bank. */
export const INTO_THE_BANK = [
  SUBMIT,
  given("start-screening", "staff"),
  given("record-reading", "staff", READING),
  given("record-reading", "facilitator", { id: "c-second", ...READING }),
  given("accept", "staff"),
  given("bank", "staff"),
];

/** A case file in a folder of its own. */
export type Desk = {
  readonly path: string;
  readonly text: () => string;
  readonly write: (name: string, content: unknown) => string;
  readonly program: (verb: string, ...more: readonly string[]) => ReturnType<typeof run>;
  readonly advance: (
    command: unknown,
    files?: { readonly facts?: unknown; readonly policy?: unknown },
    ...more: readonly string[]
  ) => ReturnType<typeof run>;
};

/** Opens a case file of a programme, empty unless something is said to stand in it. */
export const desk = (programme: ProgrammeName, rest: object = {}): Desk => {
  const folder = temporaryFolder();
  const path = join(folder, "case.json");
  writeFileSync(path, JSON.stringify({ programme, id: "case-1", commands: [], record: [], ...rest }));
  const write = (name: string, content: unknown): string => {
    const place = join(folder, name);
    writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
    return place;
  };
  const program: Desk["program"] = (verb, ...more) => run(["program", verb, path, ...more]);
  return {
    path,
    text: () => readFileSync(path, "utf8"),
    write,
    program,
    advance: (command, files = {}, ...more) =>
      program(
        "advance",
        "--command",
        write("command.json", command),
        ...Object.entries(files).flatMap(([name, content]) => [`--${name}`, write(`${name}.json`, content)]),
        ...more,
      ),
  };
};

/** A dialogue that went on, on facts where every gate passes, by these commands. */
export const dialogueAfter = async (...commands: readonly unknown[]): Promise<Desk> => {
  const opened = desk("dialogue");
  for (const command of commands) {
    const { exit, out, err } = await opened.advance(command, { facts: dialogueFacts(), policy: DIALOGUE_POLICY });
    if (exit !== 0) throw new Error(`the scene is wrong: ${out}${err}`);
  }
  return opened;
};

/** A letter that went on by these commands. */
export const letterAfter = async (...commands: readonly unknown[]): Promise<Desk> => {
  const opened = desk("letter");
  for (const command of commands) {
    const { exit, out, err } = await opened.advance(command, { facts: letterFacts() });
    if (exit !== 0) throw new Error(`the scene is wrong: ${out}${err}`);
  }
  return opened;
};

/** Facts about an audience of strangers, and everything looked up. */
export const panelFacts = (rest: object = {}): object => ({
  attendance: { id: "list-1", at: AT, people: ["p-1", "p-2"], extent: "complete" },
  ownCase: { id: "own-case", offender: ["own-1"], relatives: [], co_defendants: [] },
  proceedings: { id: "look-1", found: "none_open" },
  observers: "none",
  ...rest,
});

/** Facts about a site that is nowhere near the victim. */
export const serviceFacts = (rest: object = {}): object => ({
  site: { id: "site-1", zones: ["east"], confidentialShelter: "no", dvSaProgramme: "no" },
  victimZones: { state: "on_file", id: "V-zones", home: ["west"], work: [], school: [], worship: [] },
  offence: "other",
  directService: { victimRequest: null },
  ...rest,
});

/** A policy on community service: the zone of the agency's days. */
export const SERVICE_POLICY = { zone: "America/Denver" };

/** The way of a speaker to a checked audience. */
export const TO_THE_AUDIENCE = [
  given("offer", "victim", { speaker: "case-1" }),
  given("interview", "staff"),
  given("train", "staff", { readinessAttested: "attested" }),
  given("become-available", "victim", { agreement: "agreement" }),
  given("match", "staff", { session: { id: "session-1", at: "2025-06-03T15:00:00.000Z" } }),
  given("check-audience", "staff"),
];

/** The way of an order of service to a site at work. */
export const TO_WORK = [
  given("order", "court", { service: "case-1", courtOrder: "order-1" }),
  given("give-input", "victim", { input: "V-input" }),
  given("propose-site", "staff", { site: "site-1", kind: "community" }),
  given("check-conflicts", "staff"),
  given("assign", "staff"),
  given("start", "staff"),
];

/** A case of a panel or of community service that went on by these commands. */
export const caseAfter = async (programme: "panel" | "service", ...commands: readonly unknown[]): Promise<Desk> => {
  const opened = desk(programme);
  const files = programme === "panel" ? { facts: panelFacts() } : { facts: serviceFacts(), policy: SERVICE_POLICY };
  for (const command of commands) {
    const { exit, out, err } = await opened.advance(command, files);
    if (exit !== 0) throw new Error(`the scene is wrong: ${out}${err}`);
  }
  return opened;
};

/** A dialogue that was asked for and taken in. */
export const INTAKE = [REQUEST, given("begin-intake", "staff")] as const;

/** The same, and the offender approached. */
export const APPROACHED = [...INTAKE, given("approach-offender", "staff")] as const;

/** What a command comes to, and that the case file is byte for byte as it was. */
export const refused = async (at: Desk, act: () => ReturnType<typeof run>) => {
  const before = at.text();
  const told = await act();
  expect(at.text()).toBe(before);
  expect(readdirSync(dirname(at.path)).filter((name) => /part|lock/u.test(name))).toEqual([]);
  return told;
};
