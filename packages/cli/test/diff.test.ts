import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const DAY = ["--as-of", "2026-11-23"] as const;
const LAW = "notification.json";

/** The example state and an edited copy of it beside it. */
const edited = (file: string, from: RegExp, to: string): { readonly cwd: string } => {
  const cwd = temporaryFolder();
  for (const name of ["old", "new"])
    cpSync(join(import.meta.dirname, "state", "xx-cl"), join(cwd, name), { recursive: true });
  rewrite(join(cwd, "new", file), from, to);
  return { cwd };
};

const rewrite = (path: string, from: RegExp, to: string): void => {
  const before = readFileSync(path, "utf8");
  expect(before).toMatch(from);
  writeFileSync(path, before.replace(from, to));
};

const diff = ({ cwd }: { readonly cwd: string }, ...more: readonly string[]) =>
  run(["diff", "old", "new", ...DAY, ...more], { cwd });

/** The example state twice, each with a fact of the given values; `null` leaves it a plain yes or no. */
const listed = (values: Readonly<Record<"old" | "new", readonly string[] | null>>): { readonly cwd: string } => {
  const state = edited("not-encoded.json", /"why": "/u, '"why": "so ');
  for (const [name, list] of Object.entries(values)) {
    if (list === null) continue;
    rewrite(
      join(state.cwd, name, "jurisdiction.json"),
      /"type": "boolean"/u,
      `"type": "enum", "values": ${JSON.stringify(list)}`,
    );
    rewrite(
      join(state.cwd, name, LAW),
      /("fact": "offense.on-the-list",\s*"operator": "equal",\s*"value": )true/u,
      `$1"felony"`,
    );
  }
  return state;
};

const REQUEST = /,\s*\{\s*"fact": "registration.written-request",\s*"operator": "equal",\s*"value": true\s*\}/u;

describe("diff", () => {
  test("says for whom an answer is gained, and on which rule", async () => {
    const { exit, out, err } = await diff(edited(LAW, REQUEST, ""));
    expect({ exit, err }).toEqual({ exit: 1, err: "" });
    expect(out).toBe(
      [
        "before: old, as of 2026-11-23",
        "after: new, as of 2026-11-23",
        "",
        "notice  What notice is owed?",
        "  GAINED  before: no; after: yes",
        "    - kind of event: parole hearing scheduled; active registration: written request: no; Who is a",
        "      victim, for notices? yes (on xx-cl/notice/parole-hearing)",
        "  left out on both sides: 1 resting on memory",
        "",
        "1 question decides the same for everyone",
        "",
      ].join("\n"),
    );
  });

  test("tells one person of each group when asked", async () => {
    const { out } = await diff(edited(LAW, REQUEST, ""), "--witness");
    expect(out.replaceAll(/\n\s+/gu, " ")).toMatch(
      /for instance .*event\.kind=parole-hearing-scheduled.*registration\.written-request=false/u,
    );
    expect((await diff(edited(LAW, REQUEST, ""), "--witness", "--markdown")).out).toContain("for instance ");
  });

  test("says what follows otherwise, in words", async () => {
    const { exit, out } = await diff(edited(LAW, /"amount": 30/u, '"amount": 31'));
    expect(exit).toBe(1);
    expect(out).toContain("  CHANGED  Thirty days' notice of a parole hearing (xx-cl/notice/parole-hearing)\n");
    expect(out).toContain(
      "    when: at least 30 calendar days before what is scheduled → at least 31 calendar days before what\n      is scheduled\n",
    );
  });

  test("tells a change of words from a change of law", async () => {
    const { exit, out } = await diff(edited(LAW, /"title": "Notice of an escape"/u, '"title": "Telling of an escape"'));
    expect(exit).toBe(0);
    expect(out).toContain(
      "  decides the same for everyone\n  changes nothing decided:\n    xx-cl/notice/escape: title\n",
    );
  });

  test("traces a change to the question it comes from", async () => {
    const { out } = await diff(edited("victim-definition/notice.json", /"value": 18/u, '"value": 16'));
    const [own = "", ripple = ""] = out.split("\n\n").slice(1);
    expect(own).toMatch(/^victim-definition\/notice /u);
    expect(own).toContain("16 to 17 years");
    expect(ripple).toContain("its own rules are the same; it differs because of victim-definition/notice");
    expect(ripple).toContain("before yes, after no");
  });

  test("compares one law on two days", async () => {
    const state = edited(LAW, /"from": "2020-01-01"/u, '"from": "2026-06-01"');
    const { exit, out } = await run(
      ["diff", "new", "new", "--as-of", "2026-05-31", "--as-of-right", "2026-06-01"],
      state,
    );
    expect(exit).toBe(1);
    expect(out).toContain("before: new, as of 2026-05-31\nafter: new, as of 2026-06-01\n");
    expect(out).toContain("GAINED  before: no; after: yes");
    expect(out).toContain("left out before: 1 not in force, 1 resting on memory; left out after: 1 resting on memory");
  });

  test("says what only one side knows of a fact, and that it was not compared", async () => {
    const state = listed({ old: ["felony", "infraction"], new: ["felony", "infraction", "ordinance"] });
    const { exit, out } = await diff(state);
    expect(exit).toBe(1);
    expect(out).toContain(
      "  decides the same for all that both sides know\n  only after knows of offense on the statutory list (offense.on-the-list): ordinance; not compared\n",
    );
  });

  test("says whom a value that is added with its rule reaches, and does not call the rule idle", async () => {
    const state = listed({ old: ["felony", "infraction"], new: ["felony", "infraction", "ordinance"] });
    rewrite(
      join(state.cwd, "new", LAW),
      /"fact": "offense.on-the-list",\s*"operator": "equal",\s*"value": "felony"/u,
      '"fact": "offense.on-the-list", "operator": "in", "value": ["felony", "ordinance"]',
    );
    const { exit, out } = await diff(state);
    expect(exit).toBe(1);
    expect(out).not.toContain("changes nothing decided");
    const told = out.replaceAll(/\n\s+/gu, " ");
    expect(told).toContain(
      "ordinance; not compared ONE SIDE  of people with a value that only after knows, it says: yes (on xx-cl/notice/",
    );
    expect(told).toMatch(/- .*offense on the statutory list: ordinance.* \(on xx-cl\/notice\//u);
    expect(told).toMatch(
      /not compared for people with a value that only one side knows: xx-cl\/notice\/\S+: conditions/u,
    );
    const { questions } = JSON.parse((await diff(state, "--json")).out);
    expect(questions[0]).toMatchObject({ texts: [], oneSided: [{ side: "right", answer: "yes" }] });
    expect((await diff(state, "--markdown")).out).toContain("- **one side** of people with a value that only after");
  });

  test("decides nothing where the sides mean different things by one fact", async () => {
    const { exit, out } = await diff(listed({ old: ["felony", "infraction"], new: null }), "--json");
    expect(exit).toBe(1);
    const { notDecided, differences } = JSON.parse(out).questions[0];
    expect(notDecided).toEqual({
      because: "facts-differ",
      facts: [{ fact: "offense.on-the-list", words: "no value of it means the same on both sides" }],
    });
    expect(differences).toEqual([]);
    expect((await diff(listed({ old: null, new: ["felony", "infraction"] }))).out).toContain("  not decided: `offense");
  });

  test("turns on a rule on the sides that have it", async () => {
    const state = edited(LAW, /"status": "recalled"/u, '"status": "read"');
    expect((await diff(state)).out).toContain("GAINED");
    const { exit, out } = await diff(state, "--enable", "xx-cl/notice/death");
    expect(exit).toBe(1);
    expect(out).toContain("how well the text was checked: recalled → read");
  });

  test("finds nothing between a folder and itself", async () => {
    const { exit, out } = await run(["diff", "state/xx-cl", "state/xx-cl", ...DAY]);
    expect(exit).toBe(0);
    expect(out).toContain("2 questions decide the same for everyone\n");
  });

  test("prints JSON with a whole person for each region", async () => {
    const { exit, out } = await diff(edited(LAW, REQUEST, ""), "--json");
    expect(exit).toBe(1);
    const { left, right, questions, differs } = JSON.parse(out);
    expect({ left, differs }).toEqual({
      differs: true,
      left: { name: "before", path: "old", ref: null, commit: null, jurisdiction: "xx-cl", asOf: "2026-11-23" },
    });
    expect(right.path).toBe("new");
    expect(questions).toHaveLength(2);
    const [difference] = questions[0].differences;
    expect(difference).toMatchObject({ kind: "answer", left: "no", right: "yes", neverYes: null, more: false });
    const [{ witness, tests }] = difference.regions;
    expect(tests.map(({ fact }: { fact: string }) => fact)).toEqual([
      "event.kind",
      "registration.written-request",
      "victim-definition/notice",
    ]);
    expect(witness).toMatchObject({
      facts: { "event.kind": "parole-hearing-scheduled", "registration.written-request": false },
      left: { answer: "no", grounds: [] },
      right: { answer: "yes", grounds: ["xx-cl/notice/parole-hearing"] },
    });
  });

  test("has persons in its JSON for whom `decide` says what is said of them", async () => {
    const state = edited(LAW, REQUEST, "");
    const { questions } = JSON.parse((await diff(state, "--json")).out);
    const { witness } = questions[0].differences[0].regions[0];
    const { facts } = temporaryFiles({ facts: JSON.stringify(witness.facts) });
    for (const [side, folder] of [
      ["left", "old"],
      ["right", "new"],
    ] as const) {
      const rules = temporaryFolder();
      cpSync(join(state.cwd, folder), join(rules, "xx-cl"), { recursive: true });
      const { out } = await run([
        "decide",
        "notice",
        "-j",
        "xx-cl",
        "--rules",
        rules,
        ...DAY,
        "--facts",
        facts,
        "--json",
      ]);
      expect(JSON.parse(out).answer).toBe(witness[side].answer);
    }
  });

  test("prints Markdown that text of the rules cannot break out of", async () => {
    const state = edited(
      LAW,
      /"title": "Thirty days' notice of a parole hearing"/u,
      '"title": "<b>*Thirty* | days</b>"',
    );
    rewrite(join(state.cwd, "new", LAW), /"amount": 30/u, '"amount": 31');
    const { out } = await diff(state, "--markdown");
    expect(out).toContain("### Clearwater: 1 difference in what is decided\n");
    expect(out).toContain("- **changed** &lt;b>\\*Thirty\\* \\| days&lt;/b> (xx-cl/notice/parole-hearing)\n");
    expect(out).toContain(
      "<details><summary>changes nothing decided: 1</summary>\n\n- xx-cl/notice/parole-hearing: title\n",
    );
    expect((await diff(state, "--markdown")).out).toBe(out);
  });

  test("prints Markdown that notifies nobody and links nowhere", async () => {
    const title = /"title": "Thirty days' notice of a parole hearing"/u;
    const state = edited(LAW, title, '"title": "Ask @team at http://example.org or www.example.org"');
    rewrite(join(state.cwd, "new", LAW), /"amount": 30/u, '"amount": 31');
    const { out } = await diff(state, "--markdown");
    expect(out).toContain("Ask @&#8203;team at http:&#8203;//example.org or www&#8203;.example.org");
  });

  test("compares two states by what follows, and names the kinds of event", async () => {
    const state = edited(LAW, /"amount": 30/u, '"amount": 31');
    const { exit, out } = await diff(state, "--by", "effect");
    expect(exit).toBe(1);
    expect(out).toContain("DIFFERS  both say yes, and not the same follows; kind of event: parole hearing scheduled\n");
    expect(out).toContain("when: before: at least 30 calendar days before what is scheduled; after: at least 31");
  });
});

describe("diff refuses", () => {
  test.each([
    ["a question that neither side has", ["--question", "notices"], 2, "no question `notices` on either side"],
    [
      "a rule that neither side has",
      ["--enable", "xx-cl/notice/birth"],
      2,
      "no rule `xx-cl/notice/birth` to turn on on either side",
    ],
    ["a limit that is no number", ["--limit", "many"], 2, "--limit"],
  ])("%s", async (_, more, exit, message) => {
    const outcome = await diff(edited(LAW, REQUEST, ""), ...more);
    expect(outcome).toMatchObject({ exit, out: "" });
    expect(outcome.err).toContain(message);
  });

  test("a folder without a state, and a day that is missing", async () => {
    expect(await run(["diff", "state", "state/xx-cl", ...DAY])).toMatchObject({ exit: 3, out: "" });
    expect((await run(["diff", "state/xx-cl", "state/xx-cl"])).err).toContain("`--as-of` is missing");
  });
});
