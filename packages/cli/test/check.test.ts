import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

/** The example state, changed. */
const changed = (file: string, change: (text: string) => string): string => {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, "state", "xx-cl"), folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  return folder;
};

describe("check", () => {
  test("passes a sound state, and every state of a folder", async () => {
    for (const dir of ["state", "state/xx-cl"])
      expect(await run(["check", dir])).toEqual({
        exit: 0,
        out: "Clearwater\n  7 rules, 3 of 3 cases hold\n",
        err: "",
      });
  });

  test("accounts for every row of law", async () => {
    const { exit, out } = await run(["check", "state", "--coverage"]);
    expect(exit).toBe(0);
    expect(out).toContain("R3  not-encoded  not-a-victim-notice: a publication for everyone");
    expect(out).toContain("R5  off          xx-cl/notice/death: rests on recollection");
    expect(out).toContain("rows: 5 = 3 encoded + 1 off + 1 not encoded + 0 absent");
  });

  test("refuses an order of payment that does not fit the state, and says where", async () => {
    const folder = changed("not-encoded.json", (text) => text);
    const file = { jurisdiction: "xx-cl", edition: "2025", interest: null, policies: [], uses: [] };
    writeFileSync(join(folder, "restitution.json"), JSON.stringify(file));
    expect((await run(["check", folder])).exit).toBe(0);
    const unknown = { ...file, uses: [{ for: {}, policies: ["xx-cl/restitution/none"] }] };
    writeFileSync(join(folder, "restitution.json"), JSON.stringify(unknown));
    const { exit, out } = await run(["check", folder]);
    expect(exit).toBe(1);
    expect(out).toContain("restitution.json $.uses[0].policies[0]: no policy `xx-cl/restitution/none` in this file");
  });

  describe("of the restorative programmes", () => {
    const shipped = join(import.meta.dirname, "..", "..", "..", "rules", "us-ms");
    /** The folder of a shipped state, with these restorative programmes; `null` for none. */
    const checked = (text: string | null) => {
      const folder = temporaryFolder();
      cpSync(shipped, folder, { recursive: true });
      const file = join(folder, "restorative-justice.json");
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
      return run(["check", folder]);
    };
    const sound = readFileSync(join(shipped, "restorative-justice.json"), "utf8");

    test("passes a state without them, as one without an order of payment", async () => {
      expect((await checked(null)).exit).toBe(0);
      expect((await checked(sound)).exit).toBe(0);
    });

    test("names every invariant that a policy would switch off, and every citation of what is not listed", async () => {
      const { exit, out } = await checked(
        sound
          .replace('"policy": {', '"policy": { "G10": false, "outreachPolicy": "case_specific",')
          .replace('"dialogue": {', '"dialogue": { "impliedConsent": true,'),
      );
      expect(exit).toBe(1);
      const place = "problem restorative-justice.json $.dialogue";
      expect(out).toContain(`${place}.impliedConsent: would switch INV-03 off; remove it: `);
      expect(out).toContain(`${place}.policy.G10: would switch INV-10 off; remove it: `);
      expect(out).toContain(`${place}.policy.outreachPolicy: would switch INV-02 off; write \`none\` or `);
      const unlisted = await checked(sound.replaceAll('"ms-vod"', '"ms-vid"'));
      expect(unlisted.exit).toBe(1);
      expect(unlisted.out).toContain(
        `${place}.statements[0].cites[0].source: no source \`ms-vid\` in jurisdiction.json; list it under \`sources\``,
      );
      expect(unlisted.out).toContain(`${place}.policy.requesters[0].cites[0].source: no source \`ms-vid\``);
    });

    test("tells the problems of the order of payment beside theirs", async () => {
      const folder = temporaryFolder();
      cpSync(shipped, folder, { recursive: true });
      for (const file of ["restitution.json", "restorative-justice.json"])
        writeFileSync(join(folder, file), '{ "jurisdiction": "us-mo" ');
      const { exit, out } = await run(["check", folder]);
      expect(exit).toBe(1);
      expect(out).toContain("problem restitution.json $: the file stops being JSON");
      expect(out).toContain("problem restorative-justice.json $: the file stops being JSON");
    });
  });

  test("fails when a case fails, and says how", async () => {
    const { exit, out } = await run([
      "check",
      changed("notification.cases.json", (text) => text.replace('"answer": "yes"', '"answer": "no"')),
    ]);
    expect(exit).toBe(1);
    expect(out).toContain(
      "failed notice: a registered victim is told of the hearing\n    answer: expected no, found yes",
    );
    expect(out).toContain("2 of 3 cases hold");
  });

  test("fails when a row is forgotten", async () => {
    const folder = changed("not-encoded.json", () => '{"jurisdiction":"xx-cl","rows":[]}');
    const { exit, out } = await run(["check", folder, "--coverage"]);
    expect(exit).toBe(1);
    expect(out).toContain("R3  absent");
    expect((await run(["check", folder])).exit).toBe(1);
  });

  test("fails when two rules contradict each other and neither sets the other aside", async () => {
    const folder = changed("victim-definition/notice.json", (text) => {
      const file = JSON.parse(text) as { rules: { effect: string; overrides?: string[] }[] };
      for (const rule of file.rules) if (rule.effect === "deny") rule.overrides = rule.overrides?.slice(1) ?? [];
      return JSON.stringify(file);
    });
    const { exit, out } = await run(["check", folder]);
    expect(exit).toBe(1);
    expect(out).toContain(
      "conflict victim-definition/notice: xx-cl/victim-definition/notice/participant denies what xx-cl/victim-definition/notice/direct grants, as of 2020-01-01; name the grant under the denial's `overrides`",
    );
  });

  test("names every fault of a folder that cannot be read", async () => {
    const { exit, out } = await run([
      "check",
      changed("notification.json", (text) =>
        text.replace('"notice-owed"', '"notice-oved"').replace('"claimant.', '"claimnt.'),
      ),
    ]);
    expect(exit).toBe(1);
    expect(out).toContain(
      "problem notification.json $.rules[0].event.type: no event type `notice-oved`; did you mean `notice-owed`",
    );
  });

  test("writes JSON for a program", async () => {
    const { out } = await run(["check", "state", "--coverage", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      states: [
        {
          state: "Clearwater",
          rules: 7,
          problems: [],
          rows: expect.arrayContaining([expect.objectContaining({ row: "R5", state: "off" })]),
        },
      ],
    });
  });

  test("refuses a folder without a state", async () => {
    const { exit, err } = await run(["check", "nowhere"]);
    expect(exit).toBe(3);
    expect(err).toBe(
      "error: nowhere: no state's folder is here; name a folder that holds a jurisdiction.json, or a folder of such folders\n",
    );
  });
});
