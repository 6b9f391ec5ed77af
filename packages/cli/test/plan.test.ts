import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { escape, filesIn, plan, planRows, registration } from "./plan-run.ts";

const owedOf = (written: Awaited<ReturnType<typeof plan>>) =>
  written
    .lines("notices.jsonl")
    .map(
      ({ personId, eventKind, supervisedPersonId }) =>
        `${String(personId)} ${String(eventKind)} ${String(supervisedPersonId)}`,
    )
    .sort();

describe("plan", () => {
  test("writes four lists and a report, for their owner alone, and nothing else", async () => {
    const { exit, err, folder } = await plan();
    expect(exit).toBe(0);
    expect(err).toBe("");
    expect(filesIn(folder)).toEqual([
      "needs-a-person.jsonl",
      "not-owed.jsonl",
      "notices.jsonl",
      "rejects.jsonl",
      "report.html",
    ]);
    expect(statSync(join(folder, "notices.jsonl")).mode & 0o077).toBe(0);
  });

  test("puts every pair into exactly one list, and the totals add up", async () => {
    const { lines, out } = await plan({ more: ["--json"] });
    const { totals } = JSON.parse(out) as { totals: Record<string, number> };
    const pairs = ["notices.jsonl", "needs-a-person.jsonl", "not-owed.jsonl"].flatMap((file) =>
      lines(file).map(({ personId, supervisedPersonId, eventId, revision }) =>
        JSON.stringify([personId, supervisedPersonId, eventId, revision]),
      ),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(totals["pairs"]).toBe(pairs.length);
    expect((totals["owed"] ?? 0) + (totals["needsPerson"] ?? 0) + (totals["notOwed"] ?? 0)).toBe(totals["pairs"]);
  });

  test("owes what the law grants", async () => {
    expect(owedOf(await plan())).toEqual([
      "V1 escape 1001",
      "V1 parole-hearing-scheduled 1001",
      "V1 recapture 1001",
      "V2 parole-hearing-scheduled 1002",
      "V2 release 1002",
    ]);
  });

  test("reads a correction as a revision: the old state is kept, and the new one takes its place", async () => {
    const { lines } = await plan();
    const notices = lines("notices.jsonl").filter(
      ({ personId, eventKind }) => personId === "V2" && eventKind === "release",
    );
    expect(notices).toMatchObject([{ revision: 2, supersedes: 1 }]);
    expect(
      lines("not-owed.jsonl").filter(({ reason }) => JSON.stringify(reason).includes("event-superseded")).length,
    ).toBeGreaterThan(0);
  });

  test("a correction to a code that never is an event withdraws it", async () => {
    const { lines } = await plan();
    expect(
      lines("not-owed.jsonl")
        .filter(({ personId }) => personId === "V4")
        .map(({ reason }) => reason),
    ).toEqual([{ kind: "event-superseded", by: 2 }, { kind: "event-withdrawn" }]);
  });

  test("uses the address of the latest registration row only", async () => {
    const text = readFileSync(join((await plan()).folder, "notices.jsonl"), "utf8");
    expect(text).toContain("9 New St");
    expect(text).not.toContain("1 Elm St");
  });

  test("rows that contradict each other are rejected with both rows, and their pairs go to a person", async () => {
    const written = await planRows(
      [escape("1", { date: "20261121" }), escape("1", { date: "20261122" })],
      [registration("A", "1")],
    );
    expect(written.lines("rejects.jsonl").map(({ row, problem }) => [row, problem])).toEqual([
      [2, "the row contradicts row 3 of status.csv: the same key and the same update stamp, and not the same content"],
      [3, "the row contradicts row 2 of status.csv: the same key and the same update stamp, and not the same content"],
    ]);
    expect(written.lines("needs-a-person.jsonl")).toMatchObject([
      { cause: { kind: "contradictory-record", of: "event", what: ["occurred"] } },
    ]);
  });

  test("registrations that contradict each other are never told at an address that only one of them gives", async () => {
    const written = await planRows(
      [escape("1")],
      [registration("A", "1"), registration("A", "1", { STREET: "14 Other Road" })],
    );
    expect(written.lines("rejects.jsonl")).toHaveLength(2);
    expect(written.lines("notices.jsonl")).toEqual([]);
    expect(written.lines("needs-a-person.jsonl")).toMatchObject([
      { cause: { kind: "not-notifiable", why: "no-current-contact" } },
    ]);
  });

  test("a registration that moved to another person is not told about the first", async () => {
    const moved = registration("A", "2", { UPDATED: "2026-06-01 10:00" });
    const written = await planRows([escape("1")], [registration("A", "1"), moved]);
    expect(written.lines("notices.jsonl")).toEqual([]);
    expect(written.out).toContain("registrations: 1 = 0 about people with an event + 1 about people without one");
  });

  test("counts and skips registrations about people without an event", async () => {
    const written = await planRows(
      [escape("1")],
      [registration("A", "1"), registration("B", "2"), registration("C", "3")],
    );
    expect(written.out).toContain("registrations: 3 = 1 about people with an event + 2 about people without one");
    expect(written.out).toContain("pairs: 1 = 1 owed + 0 for a person + 0 not owed; 1 notices, 0 late");
  });

  test("merges the rows of one person about one supervised person", async () => {
    const two = registration("B", "1", { VICTIM_ID: "V-A", REQUEST: "", EMAIL: "z@example.org", EMAIL_OK: "Y" });
    const written = await planRows([escape("1")], [registration("A", "1"), two]);
    expect(written.lines("notices.jsonl")).toMatchObject([{ registrationIds: ["registry/A", "registry/B"] }]);
  });

  test("the order of rows and files changes nothing that is written, but for where a repeated row was first seen", async () => {
    const status = [escape("1"), escape("2"), escape("3", { updated: "126327,1" }), escape("3", { date: "20261120" })];
    const registry = ["1", "2", "3"].flatMap((doc) => [registration(`A${doc}`, doc), registration(`B${doc}`, doc)]);
    const strip = (text: string): string => text.replaceAll(/"row":\d+/gu, '"row":0');
    const read = (folder: string): readonly string[] =>
      filesIn(folder).map((name) => strip(readFileSync(join(folder, name), "utf8")));
    const one = await planRows(status, registry);
    const other = await planRows(status.toReversed(), registry.toReversed());
    expect(read(other.folder)).toEqual(read(one.folder));
  });

  test("the same files and the same moment give the same bytes", async () => {
    const read = ({ folder }: { readonly folder: string }): readonly string[] =>
      filesIn(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(read(await plan())).toEqual(read(await plan()));
  });

  test("says nothing of a person but their id, except in the lists that a sender needs", async () => {
    const { out, err, report, lines } = await plan();
    const shown = `${out}${err}${report()}${JSON.stringify(lines("rejects.jsonl"))}${JSON.stringify(lines("not-owed.jsonl"))}`;
    for (const secret of ["Ada", "Elm St", "New St", "ada@example.org", "555-0101", "Oak, Apt"])
      expect(shown).not.toContain(secret);
  });

  test("prints what is due first within 100 columns", async () => {
    const { out } = await plan();
    expect(out.split("\n").filter((line) => line.length > 100)).toEqual([]);
    const due = out
      .split("\n")
      .filter((line) => /^(?:LATE|\d\d )/u.test(line))
      .map((line) => line.slice(0, 18));
    expect(due.slice(0, 3)).toEqual(["LATE end of 01 Nov", "LATE 22 Nov 22:50 ", "LATE 23 Nov 01:40 "]);
    expect(out).toContain("pairs: 22 = 5 owed + 8 for a person + 9 not owed; 5 notices, 3 late");
  });

  test("turns on what the agency's policy turns on", async () => {
    const { temporaryFiles } = await import("./temporary.ts");
    const files = temporaryFiles({
      "policy.json": JSON.stringify({ jurisdiction: "xx-cl", enableRules: ["xx-cl/notice/death"] }),
    });
    const status = [escape("1", { code: "99O9050" })];
    expect((await planRows(status, [registration("A", "1")])).lines("notices.jsonl")).toEqual([]);
    const { lines, report } = await planRows(status, [registration("A", "1")], ["--policy", files["policy.json"]]);
    expect(lines("notices.jsonl")).toMatchObject([{ eventKind: "death" }]);
    expect(report()).toContain("The agency&#39;s own choice");
  });

  test("exits with 1 under --strict when a row was rejected", async () => {
    expect((await plan({ more: ["--strict"] })).exit).toBe(1);
    expect((await planRows([escape("1")], [registration("A", "1")], ["--strict"])).exit).toBe(0);
  });

  test("replaces the files of an earlier plan", async () => {
    const first = await plan();
    await plan({ out: first.folder, events: ["feed/sentences.csv"] });
    expect(first.lines("notices.jsonl")).toEqual([]);
    expect(filesIn(first.folder)).toHaveLength(5);
  });
});

describe("the report", () => {
  test("stands alone: no script, and nothing from elsewhere", async () => {
    const report = (await plan()).report();
    expect(report).not.toMatch(/<script|https?:|src=|@import|url\(/u);
    expect(report).toContain('<meta http-equiv="Content-Security-Policy"');
  });

  test("names the state, the day, the age of the data, and totals that add up", async () => {
    const report = (await plan()).report();
    for (const text of [
      "Clearwater",
      "Monday 23 November 2026",
      "The newest custody record is from Sun 22 Nov 2026, 09:00 CST, 22 hours before this plan",
      "22 pairs of a person and an event = 5 owed + 8 for a person + 9 not owed",
    ])
      expect(report).toContain(text);
  });

  test("says late in clear words, and how well each provision was checked", async () => {
    const report = (await plan()).report();
    expect(report).toContain("Send now");
    expect(report).toContain("The window closed at Sun 22 Nov 2026, 22:50 CST, 8 hours ago.");
    expect(report).toContain("read in part");
    expect(report).toContain("If missed, the hearing may not go ahead.");
  });

  test("escapes everything that a file holds", async () => {
    const report = (await planRows([escape("1")], [registration("A", "1", { VICTIM_ID: "<b>&'" })])).report();
    expect(report).toContain("&lt;b&gt;&amp;&#39;");
    expect(report).not.toContain("<b>&'");
  });
});
