import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  escape,
  filesIn,
  plan,
  planRows,
  registration,
  rejectsOf,
  REGISTRY_HEADER,
  STATUS_HEADER,
} from "./plan-run.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const MAPPING = readFileSync(join(import.meta.dirname, "feed/mapping.json"), "utf8").replace(
  "status-codes.json",
  join(import.meta.dirname, "feed/status-codes.json"),
);

/** Plans with one good registration, and an events file of this text. */
const withEvents = (text: string | Buffer, name = "status.csv") => {
  const files = temporaryFiles({
    [name]: text.toString("latin1"),
    "registry.csv": `${REGISTRY_HEADER}\n${registration("A", "1")}\n`,
  } as Record<string, string>);
  return plan({ events: [files[name] ?? ""], registrations: [files["registry.csv"] ?? ""] });
};

describe("a file that cannot be read", () => {
  test.each([
    ["missing", undefined, "no such file; check the path"],
    ["empty", "", "the file is empty; an export without rows still has its header: ask for the export again"],
    ["blank", "\n\n", "the file is empty"],
    [
      "of no known kind",
      "a,b\n1,2\n",
      "no source of the mapping recognises this file; its name or its header must fit a source's `match`; the sources are `status`, `sentences`, `hearings`, `registry`, `codebook`",
    ],
    [
      "without a column that is read",
      "BW$DOC,BW$SCD\n",
      "source `status` reads column `BW$CSC`, which the file does not have",
    ],
    ["with a column twice", `${STATUS_HEADER},BW$DOC\n`, "two columns are called `BW$DOC`"],
  ])("is refused when %s, with exit code 3, and nothing is written", async (_, text, message) => {
    const files = temporaryFiles({ "status.csv": text ?? "" });
    const out = join(temporaryFolder(), "out");
    const { exit, err } = await plan({ events: [text === undefined ? "nowhere.csv" : files["status.csv"]], out });
    expect(exit).toBe(3);
    expect(err).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  test("every such file is named at once", async () => {
    const files = temporaryFiles({ "empty.csv": "", "odd.csv": "a,b\n" });
    const { exit, err } = await plan({
      events: ["nowhere.csv", files["empty.csv"]],
      registrations: [files["odd.csv"]],
    });
    expect(exit).toBe(3);
    expect(err.trim().split("\n")).toHaveLength(3);
  });

  test("is refused under the wrong option", async () => {
    const { exit, err } = await plan({ events: ["feed/registry.csv"], registrations: ["feed/hearings.csv"] });
    expect(exit).toBe(3);
    expect(err).toContain("registry.csv: the file holds registrations; give it with `--registrations`");
    expect(err).toContain("hearings.csv: the file holds events; give it with `--events`");
  });

  test("does not print a first line that may hold data", async () => {
    const files = temporaryFiles({ "people.csv": "Zelda Private,13 Secret Lane\n" });
    expect((await plan({ registrations: [files["people.csv"]] })).err).not.toContain("Zelda");
    expect(
      (await plan({ registrations: [files["people.csv"]], map: null, more: ["--jurisdiction", "xx-cl"] })).err,
    ).not.toContain("Zelda");
  });
});

describe("a file that reads well", () => {
  test("with a header only has no rows", async () => {
    const { exit, out } = await withEvents(`${STATUS_HEADER}\n`);
    expect(exit).toBe(0);
    expect(out).toContain("rows: 1 read, 0 rejected");
    expect(out).toContain("pairs: 0 = 0 owed + 0 for a person + 0 not owed");
  });

  test.each([
    ["a byte-order mark", `\uFEFF${STATUS_HEADER}\n${escape("1")}\n`],
    ["CRLF", `${STATUS_HEADER}\r\n${escape("1")}\r\n`],
    ["no last line ending", `${STATUS_HEADER}\n${escape("1")}`],
    ["blank lines", `${STATUS_HEADER}\n\n${escape("1")}\n\n`],
  ])("with %s", async (_, text) => {
    const files = temporaryFiles({
      "status.csv": text,
      "registry.csv": `${REGISTRY_HEADER}\n${registration("A", "1")}\n`,
    });
    const { lines } = await plan({ events: [files["status.csv"]], registrations: [files["registry.csv"]] });
    expect(lines("notices.jsonl")).toHaveLength(1);
    expect(lines("rejects.jsonl")).toEqual([]);
  });
});

describe("a row that cannot be read", () => {
  const good = registration("A", "1");

  test.each<[string, string, string]>([
    ["an unmapped code", escape("9", { code: "88X0000" }), "2 BW$SCD: unmapped code `88X0000`"],
    ["a blank code", escape("9", { code: "" }), "2 BW$SCD: the code is blank"],
    ["a name where a code should be", escape("9", { code: "Zelda Private" }), "2 BW$SCD: unmapped code"],
    ["a date that is none", escape("9", { date: "20261332" }), "2 BW$SY: not a date written as YYYYMMDD"],
    ["a time that is none", escape("9").replace(",800,", ",2575,"), "2 BW$SM: not a time written as HHMM"],
    ["an update stamp that is none", escape("9", { updated: "126999,0" }), "2 BW$DLU: not a date written as CYYDDD"],
    [
      "a sequence that is no number",
      escape("9").replace("9,1,1,", "9,1,x,"),
      "2 BW$SSO: the sequence is not a whole number",
    ],
    ["a blank key", escape(""), "2 BW$DOC: the key column is blank"],
    [
      "a kind of release beside a death",
      escape("9", { code: "99O9050" }).replace(",,2026", ",PAR,2026"),
      "2 BW$CSC: a kind of release stands beside `death`, which is no release",
    ],
    [
      "a code and a column that differ",
      escape("9", { code: "40O3010" }).replace(",,2026", ",PAR,2026"),
      "2 BW$CSC: the column contradicts the code in column BW$SCD: they name different values for `releaseType`",
    ],
    ["too few columns", "9,1,1", "2 null: the row has 3 columns and the header 11"],
    [
      "a torn quote",
      escape("9").replace("60O5010", '"60O5010'),
      "2 BW$SCD: a quote is not closed where the field ends",
    ],
  ])("%s is rejected by row and column, and stops nothing else", async (_, row, reject) => {
    const written = await planRows([row, escape("1", { sequence: 2 })], [good]);
    expect(written.exit).toBe(0);
    expect(rejectsOf(written)[0]).toBe(reject);
    expect(written.lines("notices.jsonl")).toHaveLength(1);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["an unmapped relation", { REL: "X" }, "2 REL: unmapped code `X`"],
    ["a birth date that is none", { DOB: "13/40/1990" }, "2 DOB: not a date written as MM/DD/YYYY"],
    ["neither yes nor no", { ANON: "maybe" }, "2 ANON: not a yes, a no or an unknown mark"],
    ["a blank person", { VICTIM_ID: "" }, "2 VICTIM_ID: the column is blank"],
    ["a blank supervised person", { DOC: "" }, "2 DOC: the column is blank"],
    ["a blank key", { REG_ID: "" }, "2 REG_ID: the key column is blank"],
    ["one end of the safe hours", { FROM: "900" }, "2 TO: one end of the safe hours is missing"],
    ["a safe hour that is none", { FROM: "900", TO: "9900" }, "2 TO: not a time written as HHMM"],
    ["an address mark that is not known", { ADDR_OK: "perhaps" }, "2 ADDR_OK: unmapped code"],
  ])("a registration with %s is rejected by row and column, and stops nothing else", async (_, changes, reject) => {
    const written = await planRows([escape("1")], [registration("B", "1", changes), good]);
    expect(rejectsOf(written)).toContain(reject);
    expect(written.lines("notices.jsonl")).toMatchObject([{ personId: "V-A" }]);
  });

  test("all problems of a row come at once", async () => {
    const written = await planRows([escape("1")], [registration("B", "1", { REL: "X", DOB: "x", ANON: "x" })]);
    expect(rejectsOf(written)).toHaveLength(3);
    expect(written.out).toContain("rows: 2 read, 1 rejected");
  });

  test("no reject quotes what may be somebody's", async () => {
    const written = await planRows(
      [escape("Zelda Private", { code: "Zelda Private" })],
      [registration("B", "1", { REL: "13 Secret Lane", DOB: "13 Secret Lane", NO_MSG: "Zelda Private" })],
    );
    const rejects = JSON.stringify(written.lines("rejects.jsonl")) + written.out + written.report();
    expect(written.lines("rejects.jsonl")).toHaveLength(4);
    expect(rejects).not.toMatch(/Zelda|Secret/u);
  });

  test("a placeholder date is no date, and no reason to reject", async () => {
    for (const date of ["0", "19000000", "20000000", "66666666", "77777777", "88888888", "99999999"]) {
      const written = await planRows([escape("1", { date })], [good]);
      expect(written.lines("rejects.jsonl")).toEqual([]);
      expect(written.out).toContain("pairs: 1 = ");
    }
  });

  test("a blank is unknown and never a no", async () => {
    const written = await planRows([escape("1", { code: "40O1010" })], [registration("B", "1", { REQUEST: "" })]);
    expect(written.lines("needs-a-person.jsonl")).toMatchObject([{ cause: { kind: "undetermined" } }]);
  });

  test("a row that repeats another is counted and not rejected", async () => {
    const written = await planRows([escape("1"), escape("1")], [good, good]);
    expect(written.lines("rejects.jsonl")).toEqual([]);
    expect(written.out).toContain("0 rejected, 2 repeated");
  });
});

describe("a mapping that cannot be used", () => {
  const withMapping = (change: (mapping: string) => string) => {
    const files = temporaryFiles({ "mapping.json": change(MAPPING) });
    return plan({ map: files["mapping.json"] });
  };

  test.each([
    ["that is not JSON", () => "{", "the mapping is not JSON"],
    ["with a misspelt key", (text: string) => text.replace('"constants"', '"constant"'), "unrecognized key"],
    ["for another state", (text: string) => text.replace('"xx-cl"', '"xx-zz"'), "no rules for `xx-zz`"],
    [
      "in another zone",
      (text: string) => text.replace("America/Chicago", "America/Denver"),
      "the state reckons in `America/Chicago`; write `America/Chicago`",
    ],
    ["in no zone", (text: string) => text.replace("America/Chicago", "Chicago"), "write an IANA zone name"],
    [
      "with a fact that the state does not have",
      (text: string) => text.replaceAll("claimant.took-part", "claimant.took-prt"),
      "$.sources[3].facts.claimant.took-prt: the state's vocabulary has no fact `claimant.took-prt`; did you mean `claimant.took-part`",
    ],
    [
      "with a category that the state does not have",
      (text: string) => text.replaceAll("offense.homicide", "offense.homocide"),
      "did you mean `offense.homicide`",
    ],
    [
      "with a channel that the state does not have",
      (text: string) => text.replace('"written-request"', '"written-requst"'),
      "the state has no channel `written-requst`; did you mean `written-request`",
    ],
    [
      "with a value that a field cannot take",
      (text: string) => text.replace('"V": "self"', '"V": "selves"'),
      "$.sources[3].fields.relation.values.V: the value does not fit the field; write one of `self`",
    ],
    [
      "with a meaning for a blank",
      (text: string) => text.replace('"V": "self"', '"": "self"'),
      "a blank cell is always unknown",
    ],
    [
      "with two sources of one name",
      (text: string) => text.replace('"name": "sentences"', '"name": "status"'),
      "two sources are called `status`",
    ],
    [
      "without a key",
      (text: string) => text.replace(/"key": \[\s*"REG_ID"\s*\],/u, ""),
      "$.sources[3].key: nothing says which rows are states of one record",
    ],
    [
      "with a code table that is not there",
      (text: string) => text.replace("status-codes.json", "nowhere.json"),
      "no such code table",
    ],
    [
      "with an event that does not exist",
      (text: string) => text.replace('"event": "release"', '"event": "releese"'),
      "$.sources[0]",
    ],
  ])("%s is refused with exit code 3 and the place", async (_, change, message) => {
    const { exit, err } = await withMapping(change);
    expect(exit).toBe(3);
    expect(err).toContain(message);
  });

  test("all its problems come at once", async () => {
    const { err } = await withMapping((text) =>
      text
        .replace("America/Chicago", "America/Denver")
        .replace('"V": "self"', '"V": "selves"')
        .replaceAll("claimant.took-part", "claimant.took-prt"),
    );
    expect(err.trim().split("\n")).toHaveLength(3);
  });

  test("that is not there", async () => {
    const { exit, err } = await plan({ map: "nowhere.json" });
    expect(exit).toBe(3);
    expect(err).toBe("error: nowhere.json: no such mapping; check the path\n");
  });
});

describe("a policy that cannot be used", () => {
  test.each([
    ["for another state", { jurisdiction: "xx-zz" }, "plan each jurisdiction by itself"],
    [
      "that turns on a rule which is not there",
      { jurisdiction: "xx-cl", enableRules: ["xx-cl/notice/birth"] },
      "no rule `xx-cl/notice/birth` to turn on in this law",
    ],
    ["with a misspelt key", { jurisdiction: "xx-cl", enabled: [] }, "policy.json $"],
  ])("%s is refused, and nothing is written", async (_, policy, message) => {
    const files = temporaryFiles({ "policy.json": JSON.stringify(policy) });
    const out = temporaryFolder();
    const { exit, err } = await plan({ more: ["--policy", files["policy.json"]], out });
    expect(exit).toBe(3);
    expect(err).toContain(message);
    expect(filesIn(out)).toEqual([]);
  });
});
