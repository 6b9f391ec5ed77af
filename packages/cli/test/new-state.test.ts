import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

const made = async () => {
  const cwd = temporaryFolder();
  const outcome = await run(["new-state", "xx-nw", "--name", "Nowhere"], { cwd });
  return { cwd, outcome, folder: join(cwd, "rules", "xx-nw") };
};

type State = {
  readonly problems: readonly { readonly where: string; readonly problem: string; readonly fix: string }[];
  readonly cases: readonly { readonly name: string; readonly differences: readonly string[] }[];
  readonly rows: readonly { readonly row: string; readonly state: string }[];
};

const check = async (folder: string): Promise<{ readonly exit: number; readonly state: State }> => {
  const { exit, out } = await run(["check", folder, "--coverage", "--json"]);
  return { exit, state: JSON.parse(out).states[0] };
};

/** What somebody who read the law of Nowhere writes, by the end of the place's path; the first that fits. */
const WRITTEN: readonly (readonly [place: RegExp, value: unknown])[] = [
  [/agencies\[0\]\.id$/u, "department-of-corrections"],
  [/sources\[0\]\.id$|\.source$/u, "nowhere-code-1"],
  [/authority$/u, "statute"],
  [/channels\[0\]\.id$/u, "written-request"],
  [/\.(on|reviewedOn|asOf|from)$/u, "2026-01-02"],
  [/\.zone$/u, "Etc/UTC"],
  [/weekend\[0\]$/u, "sunday"],
  [/excludeTriggerDay$|countLastDay$|automatedSystemSatisfies$|conditions.*\.value$/u, true],
  [/roll\.(forward|backward)$/u, "none"],
  [/shortPeriodSkipsNonWorkingDays$/u, null],
  [/rows\[0\]\.id$|rules\[0\]\.rows\[0\]$/u, "N01"],
  [/rows\[1\]\.id$/u, "N02"],
  [/rules\[0\]\.id$|grounds\[0\]$/u, "xx-nw/notice/release"],
  [/\.fact$|missing\[0\]$/u, "registration.written-request"],
  [/\.operator$/u, "equal"],
  [/dutyBearers\[0\]$/u, "jail"],
  [/methods\[0\]$/u, "mail"],
  [/content\[0\]$/u, "event"],
  [/ifMissed$/u, "not-stated"],
  [/params\.window$/u, { kind: "after", anchor: "occurrence", term: "promptly" }],
  [/./u, "a line of prose"],
];

/** Puts a value where a problem says that nothing is written. */
const write = (folder: string, where: string): void => {
  const [file = "", path = ""] = where.split(" ");
  const place = join(folder, file);
  const value: unknown = WRITTEN.find(([fits]) => fits.test(path))?.[1];
  const json: unknown = JSON.parse(readFileSync(place, "utf8"));
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+)\]/gu)].map(([, key, at]) => key ?? at ?? "");
  const parent = steps.slice(0, -1).reduce<unknown>((part, step) => Reflect.get(part as object, step), json);
  Reflect.set(parent as object, steps.at(-1) ?? "", value);
  writeFileSync(place, JSON.stringify(json));
};

/** Changes a file as text. */
const edit = (folder: string, file: string, change: (text: string) => string): void => {
  const place = join(folder, file);
  writeFileSync(place, change(readFileSync(place, "utf8")));
};

const filledIn = async (): Promise<string> => {
  const { folder } = await made();
  for (const { where } of (await check(folder)).state.problems) write(folder, where);
  return folder;
};

describe("new-state", () => {
  test("writes a folder whose every open place is told by `check`, once, with what to write", async () => {
    const { folder, outcome } = await made();
    expect(outcome).toMatchObject({
      exit: 0,
      out: expect.stringContaining("Nowhere: wrote 14 files to rules/xx-nw\n"),
    });
    const texts = readdirSync(folder).filter((path) => path.endsWith(".json") && path !== "package.json");
    const open = texts.flatMap((path) => readFileSync(join(folder, path), "utf8").match(/"<write here: /gu) ?? []);
    const { exit, state } = await check(folder);
    expect(exit).toBe(1);
    expect(state.problems).toHaveLength(open.length);
    expect(new Set(state.problems.map(({ where }) => where)).size).toBe(open.length);
    expect(
      state.problems.every(({ problem, fix }) => problem === "nothing is written here yet" && /^write ./u.test(fix)),
    ).toBe(true);
    expect((await run(["format", folder, "--check"])).exit).toBe(0);
    expect((await run(["schema", folder, "--check"])).exit).toBe(0);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  test("still fails when every place is filled in: the rule decides nothing, its cases say so, and a row has no rule", async () => {
    const { exit, state } = await check(await filledIn());
    expect(exit).toBe(1);
    expect(state.problems).toEqual([]);
    expect(state.cases.map(({ differences }) => differences.length > 0)).toEqual([true, false, true]);
    expect(state.rows).toMatchObject([
      { row: "N01", state: "off" },
      { row: "N02", state: "absent" },
    ]);
  });

  test("passes once the text was read, the cases name their facts, and the other row has a reason", async () => {
    const folder = await filledIn();
    edit(folder, "notification.json", (text) => text.replace('"status":"recalled"', '"status":"read"'));
    edit(folder, "notification.cases.json", (text) =>
      text
        .replace('"facts":{}', '"facts":{"registration.written-request":true}')
        .replace(
          '"facts":{},"expect":{"answer":"no"',
          '"facts":{"registration.written-request":false},"expect":{"answer":"no"',
        ),
    );
    edit(folder, "not-encoded.json", (text) =>
      text.replace('"rows": []', '"rows": [{ "id": "N02", "reason": "no-duty", "why": "The text only permits it." }]'),
    );
    expect(await check(folder)).toMatchObject({
      exit: 0,
      state: { problems: [], rows: [{ state: "encoded" }, { state: "not-encoded" }] },
    });
    expect((await run(["schema", folder, "--check"])).exit).toBe(1);
    expect((await run(["schema", folder])).exit).toBe(0);
    expect(readFileSync(join(folder, "schema", "cases.schema.json"), "utf8")).toContain("xx-nw/notice/release");
  });

  test("never touches a folder that is there", async () => {
    const { cwd, folder } = await made();
    edit(folder, "README.md", () => "mine");
    const again = await run(["new-state", "xx-nw", "--name", "Other"], { cwd });
    expect(again).toEqual({
      exit: 3,
      out: "",
      err: "error: rules/xx-nw: something is there already; name a folder that does not exist yet with `--out`\n",
    });
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe("mine");
    expect(readdirSync(join(cwd, "rules"))).toEqual(["xx-nw"]);
  });

  test.each(["US-MO", "usmo", "us-", "../us-zz", "us-long1"])("refuses the id %s and makes nothing", async (id) => {
    const cwd = temporaryFolder();
    const { exit, err } = await run(["new-state", id, "--name", "Nowhere"], { cwd });
    expect(exit).toBe(2);
    expect(err).toBe(
      `error: ${id}: this is no id of a state; write a lower-case country and subdivision, such as \`xx-yy\`\n`,
    );
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("leaves nothing when it cannot write the folder whole", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "rules"), "a file");
    const { exit } = await run(["new-state", "xx-nw", "--name", "Nowhere"], { cwd });
    expect(exit).toBe(3);
    expect(readdirSync(cwd)).toEqual(["rules"]);
  });

  test("writes JSON for a program, and goes where it is told", async () => {
    const cwd = temporaryFolder();
    const { out } = await run(["new-state", "xx-nw", "--name", "Nowhere", "--out", "here", "--json"], { cwd });
    expect(JSON.parse(out)).toMatchObject({ folder: "here", files: expect.arrayContaining(["README.md"]) });
    expect(existsSync(join(cwd, "here", "jurisdiction.json"))).toBe(true);
  });
});
