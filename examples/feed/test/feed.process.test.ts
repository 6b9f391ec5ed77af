import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ASK_ARGUMENTS, ASK_LINE } from "../ask-line.ts";
import { planArguments, type StateDay, STATES } from "../day.ts";

const root = join(import.meta.dirname, "../../..");
const out = mkdtempSync(join(tmpdir(), "victim-rights-feed-"));
afterAll(() => rmSync(out, { recursive: true }));

type Line = {
  readonly personId: string;
  readonly supervisedPersonId: string;
  readonly eventKind: string;
  readonly revision: number;
  readonly supersedes?: number | null;
  readonly cause?: { readonly kind: string; readonly why?: string };
  readonly reason?: { readonly kind: string; readonly channels?: readonly string[] };
  readonly notices?: readonly { readonly timing: string; readonly interval: { readonly closes: string | null } }[];
};
type Totals = Readonly<
  Record<
    "events" | "registrations" | "pairs" | "owed" | "needsPerson" | "notOwed" | "rejectedRows" | "duplicates",
    number
  >
>;
type Planned = {
  readonly totals: Totals;
  readonly owed: readonly Line[];
  readonly needsPerson: readonly Line[];
  readonly notOwed: readonly Line[];
};

const lines = (folder: string, file: string): readonly Line[] =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

const plan = (state: StateDay): Planned => {
  const folder = join(out, state.folder);
  const options = planArguments(state).with(-1, folder);
  const printed = execFileSync(process.execPath, ["packages/cli/bin/victim-rights.js", ...options, "--json"], {
    cwd: root,
    encoding: "utf8",
  });
  return {
    totals: (JSON.parse(printed) as { totals: Totals }).totals,
    owed: lines(folder, "notices.jsonl"),
    needsPerson: lines(folder, "needs-a-person.jsonl"),
    notOwed: lines(folder, "not-owed.jsonl"),
  };
};

const [missouri, montana, mississippi] = STATES.map(plan) as [Planned, Planned, Planned];
const all = [missouri, montana, mississippi];
const about = (list: readonly Line[], supervisedPersonId: string) =>
  list.filter((line) => line.supervisedPersonId === supervisedPersonId);
const closings = (list: readonly Line[]) => [
  ...new Set(list.flatMap((line) => line.notices?.map(({ interval }) => interval.closes) ?? [])),
];

describe("the demonstration day", () => {
  test("has at least sixty events and four hundred registrations", () => {
    expect(all.reduce((sum, { totals }) => sum + totals.events, 0)).toBeGreaterThanOrEqual(60);
    expect(all.reduce((sum, { totals }) => sum + totals.registrations, 0)).toBeGreaterThanOrEqual(400);
  });

  test("every pair ends in exactly one list, and the totals count the lines", () => {
    for (const { totals, owed, needsPerson, notOwed } of all) {
      expect(totals.pairs).toBe(totals.owed + totals.needsPerson + totals.notOwed);
      expect([owed.length, needsPerson.length, notOwed.length]).toEqual([
        totals.owed,
        totals.needsPerson,
        totals.notOwed,
      ]);
    }
  });

  test("tells of an escape and of the recapture after midnight, each within its own twenty-four hours", () => {
    const told = about(missouri.owed, "1100201");
    expect(new Set(told.map((line) => line.eventKind))).toEqual(new Set(["escape", "recapture"]));
    expect(closings(told)).toEqual(expect.arrayContaining(["2026-11-10T04:40:00.000Z", "2026-11-10T07:15:00.000Z"]));
  });

  test("counts twenty-four elapsed hours over the night the clocks went back, and says the row came late", () => {
    const late = about(missouri.owed, "1100228").flatMap((line) => line.notices ?? []);
    expect(
      late.some(({ timing, interval }) => timing !== "open" && interval.closes === "2026-11-02T01:15:00.000Z"),
    ).toBe(true);
  });

  test("counts thirty days back over each clock change to the end of a local day", () => {
    expect(closings(about(missouri.owed, "1100202"))).toContain("2027-02-28T06:00:00.000Z");
    expect(closings(about(missouri.owed, "1100205"))).toContain("2027-10-22T05:00:00.000Z");
  });

  test("leaves Veterans Day out of five working days", () => {
    expect(closings(mississippi.owed.filter((line) => line.eventKind === "appeal-status-changed"))).toEqual([
      "2026-11-17T06:00:00.000Z",
    ]);
  });

  test("tells the six relatives of a homicide victim on Missouri's closed list, and not the three who are off it", () => {
    expect(new Set(about(missouri.owed, "1100202").map((line) => line.personId)).size).toBe(6);
    expect(about(missouri.notOwed, "1100202")).toHaveLength(3);
  });

  test("replaces a hearing date that was corrected, and withdraws one that was called off", () => {
    expect(about(missouri.owed, "1100203").some((line) => line.supersedes === 1 && line.revision === 2)).toBe(true);
    const reasons = (state: Planned) => new Set(state.notOwed.map((line) => line.reason?.kind));
    expect(reasons(missouri)).toContain("event-superseded");
    expect(reasons(missouri)).toContain("event-withdrawn");
    expect(reasons(montana)).toContain("event-withdrawn");
  });

  test("a property-only felony in Mississippi is outside the bill of rights, though its victim asked the jail", () => {
    const [told] = mississippi.notOwed.filter((line) => line.personId === "MS90011");
    expect(told).toMatchObject({ eventKind: "release", reason: { kind: "channel-not-registered" } });
    expect(told?.reason?.channels).not.toContain("jail-request");
  });

  test("a person with no current address goes to a person, with the notice still owed; so does one who stays anonymous", () => {
    const whys = all.flatMap(({ needsPerson }) =>
      needsPerson.flatMap((line) => (line.cause?.kind === "not-notifiable" ? [line.cause.why] : [])),
    );
    expect(new Set(whys)).toEqual(expect.objectContaining(new Set(["no-current-contact", "anonymous-by-choice"])));
    expect(whys.length).toBeGreaterThan(10);
  });

  test("what nobody knows goes to a person with a question", () => {
    for (const { needsPerson } of all)
      expect(needsPerson.some((line) => line.cause?.kind === "undetermined")).toBe(true);
  });

  test("one person is found in two states, and each state decides by its own law", () => {
    const found = [missouri, montana].map(
      ({ owed, needsPerson, notOwed }) =>
        [...owed, ...needsPerson, ...notOwed].filter((line) => line.personId === "XP-7001").length,
    );
    expect(found.every((count) => count > 0)).toBe(true);
  });

  test("repeated rows are counted, and rows that cannot be read are rejected without stopping the rest", () => {
    for (const { totals } of all) {
      expect(totals.duplicates).toBeGreaterThan(0);
      expect(totals.rejectedRows).toBeGreaterThan(0);
    }
  });
});

test("the front page shows what the demonstration prints", () => {
  const sum = (key: keyof Totals): number => all.reduce((total, { totals }) => total + totals[key], 0);
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain(
    `${sum("pairs")} = ${sum("owed")} + ${sum("needsPerson")} + ${sum("notOwed")}.`,
  );
});

test("the line to try next is one that the command takes, and the front page shows it", { timeout: 60_000 }, () => {
  const [ready, shown] = ["demo.ts", "../../README.md"].map((file) =>
    readFileSync(join(root, "examples/feed", file), "utf8"),
  );
  expect(ready).toContain("${ASK_LINE}");
  expect(shown).toContain(`Ask one question yourself:    ${ASK_LINE}\n`);
  const printed = execFileSync(process.execPath, ["packages/cli/bin/victim-rights.js", ...ASK_ARGUMENTS], {
    cwd: root,
    encoding: "utf8",
    input: "clemency-denied\n",
    stdio: "pipe",
  });
  expect(printed).toContain("us-mo notice, as of 2026-11-09");
});

describe("Missouri's status codes", () => {
  const { codes } = JSON.parse(readFileSync(join(root, "examples/feed/missouri/status-codes.json"), "utf8")) as {
    readonly codes: Readonly<
      Record<string, { readonly name: string; readonly event?: string; readonly noNotice?: string }>
    >;
  };
  const codebook = readFileSync(join(root, "examples/feed/missouri/codebook.csv"), "utf8").trim().split("\n").slice(1);

  test("every code of the department's list is an event or has its reason, and none is made up", () => {
    expect(Object.keys(codes).toSorted()).toEqual(codebook.map((row) => row.slice(0, row.indexOf(","))).toSorted());
    expect(
      Object.values(codes).filter(({ event, noNotice }) => (event === undefined) === (noNotice === undefined)),
    ).toEqual([]);
  });

  test("a confidential code or a data error is never a notice", () => {
    const hidden = Object.values(codes).filter(({ name }) => /CONFIDENTI|DATA ERROR/u.test(name));
    expect(hidden.length).toBe(18);
    expect(hidden.filter(({ event }) => event !== undefined)).toEqual([]);
  });
});
